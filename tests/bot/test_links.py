"""`python -m bot links`: open links of staff are listed without words, and revoked."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from award.access.invitations import make_link
from bot.clock import Clock
from bot.maintenance import links
from bot.settings import Settings
from storage.database import Database
from storage.tables import Audit, InvitationKind, Person, Role, RoleKind

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)


class Stopped(Clock):
    def now(self) -> datetime:
        return NOW


async def test_open_links_are_listed_and_revoked(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = database.url.render_as_string(hide_password=False)
    settings = Settings(data_dir=tmp_path, database_url=url, _env_file=None)
    async with database.transaction() as session:
        operator = Person(telegram_id=7001, joined_at=NOW, full_name="Аты Құпия")
        session.add(operator)
        await session.flush()
        session.add(Role(person_id=operator.id, kind=RoleKind.OPERATOR, since=NOW))
        payload = await make_link(
            session,
            InvitationKind.STAFF,
            operator.id,
            NOW,
            role=RoleKind.COORDINATOR,
            region="KZ-75",
        )
        await make_link(session, InvitationKind.STAFF, None, NOW, role=RoleKind.OPERATOR)
    assert await links(settings, None, Stopped()) == 0
    listed = capsys.readouterr().out
    head, first, second = (line.split("  ") for line in listed.splitlines())
    assert head[0].strip() == "id"
    number = int(first[0])
    told = [cell.strip() for cell in first if cell]
    assert told[1:] == ["coordinator", "KZ-75", f"person {operator.id}", "nobody yet", UNTIL]
    assert "the server" in [cell.strip() for cell in second]
    for secret in (payload, payload[2:], "Құпия", "7001"):
        assert secret not in listed
    assert await links(settings, number, Stopped()) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert await links(settings, number, Stopped()) == 1
    assert str(number) in capsys.readouterr().err
    async with database.transaction() as session:
        line = await session.get_one(Audit, 3)
        assert (line.action, line.subject_id, line.actor_id) == ("link.revoked", number, None)


UNTIL = "2026-02-10 07:00 UTC"
