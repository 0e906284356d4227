"""Protocols are printed in a process beside, and kept with the hash of their bytes.

A row that was not printed yet is the queue: what a crash interrupted is printed again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog

from award.commission.printed import Printed, printed
from award.commission.protocols import keep, unmade
from award.programme import Programme, Text
from locales import texts
from scheduler.certificates.printing import Press
from scheduler.evidence.answers import WorkFailed
from scheduler.evidence.queues import work_off
from scheduler.evidence.worker import WorkerDied
from storage.database import Database

log = structlog.get_logger()

LAYOUT = "protocol.typ"
AT_ONCE = 10
AGAIN = timedelta(minutes=10)  # until one that could not be printed is tried again
LANGUAGES = ("kk", "ru")


def protocol_layout(programme: Path, shipped: Path) -> Path:
    """The layout in a programme's folder; one that has none has the shipped one."""
    own = (programme if programme.is_dir() else programme.parent) / LAYOUT
    return own if own.exists() else shipped / LAYOUT


@dataclass
class Protocols:
    """Prints protocols that were issued, one after another."""

    database: Database
    programme: Programme
    press: Press
    now: Callable[[], datetime]
    _failed: dict[int, datetime] = field(default_factory=dict)

    async def run(self) -> None:
        """Print until cancelled; a process without work is ended after a while."""
        await work_off("protocols", self.print_some, self.press.close)

    async def print_some(self) -> bool:
        """Print those that wait for the longest; whether there were any."""
        now = self.now()
        self._failed = {each: at for each, at in self._failed.items() if now - at < AGAIN}
        async with self.database.transaction() as session:
            some = await unmade(session, AT_ONCE, tuple(self._failed))
            data = {each: await printed(session, self.programme, each) for each in some}
        for number, protocol in data.items():
            try:
                pdf = await self.press.printed(in_words(protocol), f"№ {protocol.number}", {})
            except (WorkFailed, WorkerDied) as error:
                log.error("protocol_not_printed", protocol=number, error=str(error))  # noqa: TRY400
                self._failed[number] = now
                continue
            async with self.database.transaction() as session:
                await keep(session, number, pdf, self.now())
        return bool(some)


def in_words(protocol: Printed) -> dict[str, Any]:
    """What the layout gets: as its head describes."""
    return {
        "season": protocol.season,
        "number": protocol.number,
        "issued": protocol.issued,
        "corrects": protocol.corrects,
        "words": protocol.words,
        "region": _name(protocol.region),
        "level": _name(protocol.level),
        "present": protocol.present,
        "absent": protocol.absent,
        "decisions": [
            {
                "number": each.number,
                "initials": each.initials,
                "level": _name(each.level),
                "appeal": each.appeal,
                "outcome": each.outcome.value,
                "votes": each.votes,
                "casting": each.by_casting_vote,
                "out": each.out,
                "reason": {
                    language: texts(language).plain(f"decision-reason-{each.reason or 'own'}")
                    for language in LANGUAGES
                },
                "ceremony": each.to_ceremony,
                "signed": each.signed_by,
            }
            for each in protocol.decisions
        ],
    }


def _name(text: Text | None) -> dict[str, str] | None:
    return None if text is None else {language: text[language] for language in LANGUAGES}
