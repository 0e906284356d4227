"""The copy of everything held about a person, and its erasure."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Table as SqlTable
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.budget import COSTLY_EVERY
from award.access.lookup import find_actor, meet
from award.audit import record
from award.errors import Refusal
from award.findings.views import finding_of
from award.profile.erasure import erase, may_erase
from award.programme import Programme
from award.retention.enrolments import erased_with_words, forget_journals_of
from storage.tables import (
    Agreement,
    Audit,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    FindingVerdict,
    Invitation,
    InvitationKind,
    Mark,
    MarkKind,
    Media,
    MediaKind,
    Outbox,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Review,
    Role,
    RoleKind,
    SignerKind,
    Table,
    Task,
    TaskState,
    Verdict,
)
from tests.acting import acting
from tests.award.evidence.found import found, friends, judged, sent
from tests.award.profile.copied import copy_of

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)
TODAY = date(2026, 2, 3)


@dataclass
class Family:
    participant: Actor
    mother: Actor
    mentor: Actor
    enrolment: Enrolment
    entry: Entry


async def _person(session: AsyncSession, account: int, name: str, **more: object) -> Actor:
    actor = await meet(session, account, NOW)
    person = await session.get_one(Person, actor.id)
    for field, value in {"full_name": name, "language": "kk", **more}.items():
        setattr(person, field, value)
    await session.flush()
    return actor


@pytest.fixture
async def family(session: AsyncSession) -> Family:
    """A participant of whom every table holds something, with secrets that can be found again."""
    participant = await _person(
        session,
        700_000_001,
        "Құпия Айгерім",
        birth_date=date(2010, 3, 5),
        region="KZ-75",
        place="Құпия ауыл",
        study="Құпия мектеп",
        about="Құпия мен туралы",
        hobbies="Құпия хобби",
        phone="+77010000001",
        photo_file_id="secret-portrait",
    )
    mother = await _person(session, 700_000_002, "Гүлнар Анасы", phone="+77010000002")
    mentor = await _person(session, 700_000_003, "Марат Тәлімгер")
    session.add(Role(person_id=mentor.id, kind=RoleKind.MENTOR, since=NOW))
    session.add(
        Role(
            person_id=mother.id,
            kind=RoleKind.REPRESENTATIVE,
            ward_id=participant.id,
            since=NOW,
        )
    )
    enrolment = Enrolment(
        person_id=participant.id,
        state=EnrolmentState.ACTIVE,
        level="bronze",
        choices={},
        overrides={"sport": {"reason": "Құпия себеп"}},
        mentor_id=mentor.id,
        begun_at=NOW,
        characterisation="Құпия мінездеме",
    )
    session.add(enrolment)
    await session.flush()
    entry = await _belongings(session, participant, mother, mentor, enrolment)
    await record(session, mentor.id, "card.seen", "enrolment", enrolment.id, NOW)
    await record(session, participant.id, "entry.submitted", "entry", entry.id, NOW)
    await session.commit()
    return Family(participant, mother, mentor, enrolment, entry)


async def _belongings(
    session: AsyncSession, participant: Actor, mother: Actor, mentor: Actor, enrolment: Enrolment
) -> Entry:
    for kind, signer, phone in (
        (SignerKind.PARTICIPANT, participant, "+77010000001"),
        (SignerKind.REPRESENTATIVE, mother, "+77010000002"),
    ):
        person = await session.get_one(Person, signer.id)
        session.add(
            Agreement(
                enrolment_id=enrolment.id,
                kind=kind,
                signer_id=signer.id,
                signer_name=person.full_name or "",
                phone=phone,
                language="kk",
                version="1",
                text_hash="0" * 64,
                signed_at=NOW,
            )
        )
    plan = Plan(
        enrolment_id=enrolment.id,
        version=1,
        state=PlanState.AGREED,
        made_by=mentor.id,
        made_at=NOW,
        wish="Құпия тілек",
    )
    entry = Entry(
        enrolment_id=enrolment.id,
        state=EntryState.SUBMITTED,
        direction="sport",
        happened_on=TODAY,
        sent_at=NOW,
        received_at=NOW,
        minutes=40,
        note="Құпия сөз",
        action="Құпия іс",
        result="Құпия нәтиже",
        employer="Құпия дүкен",
        employer_signer="Дүкенші Бөтен",
        message_id=5,
    )
    session.add_all([plan, entry])
    await session.flush()
    session.add_all(
        [
            PlanItem(
                plan_id=plan.id,
                direction="sport",
                activity="Құпия жүгіру",
                weekdays=[0],
                minutes=60,
                starts_on=TODAY,
            ),
            Media(
                entry_id=entry.id,
                kind=MediaKind.PHOTO,
                file_id="secret-file",
                file_unique_id="secret-unique",
                message_id=5,
                camera="Құпия камера",
            ),
            Review(
                entry_id=entry.id,
                by=mentor.id,
                verdict=Verdict.RETURNED,
                comment="Құпия пікір",
                at=NOW,
            ),
            Task(
                enrolment_id=enrolment.id,
                direction="sport",
                words="Құпия тапсырма",
                due=TODAY,
                state=TaskState.OPEN,
                set_by=mentor.id,
                set_at=NOW,
            ),
            Excuse(
                enrolment_id=enrolment.id,
                state=ExcuseState.ACCEPTED,
                first_day=TODAY,
                reason="illness",
                note="Құпия ауру",
                made_by=participant.id,
                made_at=NOW,
            ),
            Mark(
                enrolment_id=enrolment.id,
                direction="sport",
                kind=MarkKind.NORM,
                by=mentor.id,
                at=NOW,
                note="Құпия белгі",
            ),
            Outbox(person_id=participant.id, kind="x", details={}, written_at=NOW, due_at=NOW),
            Invitation(
                token_hash="1" * 64,
                kind=InvitationKind.REPRESENTATIVE,
                enrolment_id=enrolment.id,
                made_by=participant.id,
                made_at=NOW,
                expires_at=NOW + timedelta(days=7),
            ),
        ]
    )
    await session.flush()
    return entry


async def test_the_copy_holds_all_that_is_own(session: AsyncSession, family: Family) -> None:
    copy = json.loads(
        json.dumps(await copy_of(acting(session, family.participant)), ensure_ascii=False)
    )
    text = json.dumps(copy, ensure_ascii=False)
    for secret in (
        "Құпия Айгерім",
        "2010-03-05",
        "+77010000001",
        "secret-portrait",
        "Құпия себеп",
        "Құпия мінездеме",
        "Құпия тілек",
        "Құпия жүгіру",
        "Құпия сөз",
        "Құпия дүкен",
        "secret-file",
        "Құпия пікір",
        "Құпия тапсырма",
        "Құпия ауру",
        "Құпия белгі",
        "700000001",
        "card.seen",
    ):
        assert secret in text, secret
    [enrolment] = copy["enrolments"]
    assert enrolment["mentor"] == "Марат Тәлімгер"
    assert [s["kind"] for s in enrolment["agreements"]] == ["participant", "representative"]
    assert enrolment["entries"][0]["media"][0]["camera"] == "Құпия камера"
    assert {line["by_me"] for line in copy["log"]} == {True, False}


async def test_the_copy_says_what_was_found_and_not_in_whose(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    world = await friends(session, tosbelgi)
    _, [old] = await sent(world.friend, 1)
    entry, [new] = await sent(world.me, 2)
    [number] = await found(world, new, old)
    await finding_of(acting(session, world.mentor, NOW), number)
    await judged(world, number, FindingVerdict.REUSED)
    copy = json.loads(
        json.dumps(await copy_of(acting(session, world.me.actor)), ensure_ascii=False)
    )
    [kept] = copy["enrolments"][0]["entries"][0]["findings"]
    assert (kept["kind"], kept["verdict"], kept["entry_id"]) == ("photo", "reused", entry.id)
    assert not kept.keys() & {"other_entry_id", "other_media_id", "decided_by", "details"}
    assert {"finding.seen", "finding.reused"} <= {line["action"] for line in copy["log"]}
    theirs = json.dumps(await copy_of(acting(session, world.friend.actor)), ensure_ascii=False)
    assert "finding" not in theirs.replace('"findings": []', "")


async def test_the_copy_has_nobody_elses_data(session: AsyncSession, family: Family) -> None:
    text = json.dumps(await copy_of(acting(session, family.participant)), ensure_ascii=False)
    for foreign in ("Гүлнар", "+77010000002", "Дүкенші", "700000002", "700000003", "1" * 64):
        assert foreign not in text, foreign
    own = json.dumps(await copy_of(acting(session, family.mother)), ensure_ascii=False)
    assert "Гүлнар Анасы" in own
    assert "Құпия" not in own


async def _everything(session: AsyncSession) -> str:
    """All rows of all tables as text, the audit log aside."""
    rows: list[object] = []
    tables: dict[str, SqlTable] = dict(Table.metadata.tables)
    for table in tables.values():
        if table.name != Audit.__tablename__:
            rows += [tuple(found) for found in await session.execute(select(table))]
    return repr(rows)


async def test_erasure_leaves_nothing_personal(session: AsyncSession, family: Family) -> None:
    before = await _everything(session)
    assert all(secret in before for secret in ("Құпия", "secret-", "700000001"))
    await erase(acting(session, family.participant, NOW))
    await forget_journals_of(session, erased_with_words(), NOW)
    await session.commit()
    session.expire_all()
    after = await _everything(session)
    for secret in ("Құпия", "secret-", "700000001", "+77010000001", "2010", "Дүкенші"):
        assert secret not in after, secret
    assert "Гүлнар Анасы" in after  # the mother is a person of her own
    person = await session.get_one(Person, family.participant.id)
    assert person.telegram_id < 0


async def test_erasure_closes_what_was_open_and_tells_the_mentor(
    session: AsyncSession, family: Family
) -> None:
    enrolment, entry = family.enrolment, family.entry
    await erase(acting(session, family.participant, NOW))
    await forget_journals_of(session, erased_with_words(), NOW)
    await session.commit()
    await session.refresh(enrolment)
    await session.refresh(entry)
    assert enrolment.state is EnrolmentState.WITHDRAWN
    assert (entry.state, entry.minutes) == (EntryState.WITHDRAWN, 40)
    told = await session.execute(select(Outbox.person_id, Outbox.kind))
    assert [tuple(row) for row in told] == [(family.mentor.id, "participant-erased")]
    mother = await find_actor(session, NOW, person_id=family.mother.id)
    assert mother is not None
    assert mother.roles == ()
    link = (await session.scalars(select(Invitation))).one()
    assert link.expires_at == NOW
    newcomer = await meet(session, family.participant.telegram_id, NOW)
    assert newcomer.id != family.participant.id


async def test_a_decided_entry_keeps_its_decision(session: AsyncSession, family: Family) -> None:
    family.entry.state = EntryState.APPROVED
    await session.flush()
    await erase(acting(session, family.participant, NOW))
    await forget_journals_of(session, erased_with_words(), NOW)
    await session.refresh(family.entry)
    assert (family.entry.state, family.entry.note) == (EntryState.APPROVED, "")


async def test_a_signature_stays_while_the_child_takes_part(
    session: AsyncSession, family: Family
) -> None:
    await erase(acting(session, family.mother, NOW))
    await session.flush()
    signatures = select(Agreement.signer_name).where(Agreement.signer_id == family.mother.id)
    assert list(await session.scalars(signatures)) == ["Гүлнар Анасы"]
    assert (await session.get_one(Enrolment, family.enrolment.id)).state is EnrolmentState.ACTIVE


async def test_a_mentor_with_participants_is_not_erased(
    session: AsyncSession, family: Family
) -> None:
    mentor = await find_actor(session, NOW, person_id=family.mentor.id)
    assert mentor is not None
    with pytest.raises(Refusal, match="refused-mentor-has-participants"):
        await erase(acting(session, mentor, NOW))
    await erase(acting(session, family.participant, NOW))
    await session.flush()
    await erase(acting(session, mentor, NOW))


async def test_the_last_operator_is_not_erased(session: AsyncSession) -> None:
    first, second = [await _person(session, 900 + n, f"Оператор {n}") for n in range(2)]
    for each in (first, second):
        await session.execute(
            insert(Role).values(person_id=each.id, kind=RoleKind.OPERATOR, since=NOW)
        )
    for each in (first, second):
        operator = await find_actor(session, NOW, person_id=each.id)
        assert operator is not None
        if each is second:
            with pytest.raises(Refusal, match="refused-last-operator"):
                await may_erase(acting(session, operator, NOW))
        else:
            await erase(acting(session, operator, NOW))
            await session.flush()


async def test_a_copy_is_had_once_an_hour(session: AsyncSession, family: Family) -> None:
    at = acting(session, family.participant)
    await copy_of(at)
    with pytest.raises(Refusal, match="refused-copied-lately"):
        await copy_of(at)
    later = replace(at, now=at.now + COSTLY_EVERY)
    assert (await copy_of(later))["person"]
