"""A small programme with everyone of programme.md §7 in it, for the table of what is allowed."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.invitations import LIFETIME, make_link
from award.access.lookup import find_actor
from award.plan.defaults import default_items
from award.programme import Programme
from award.programme.requirements import Choices
from award.progress.asked import store_choices
from storage.tables import (
    BEGUN_STATES,
    Agreement,
    Broadcast,
    Centre,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Finding,
    FindingKind,
    Invitation,
    InvitationKind,
    Mark,
    MarkKind,
    Media,
    MediaKind,
    Partner,
    Person,
    Plan,
    PlanState,
    Rating,
    Review,
    Role,
    RoleKind,
    SignerKind,
    Substitution,
    Task,
    TaskState,
    Verdict,
)

# A Wednesday, 14:00 in Almaty; everyone's way began in the week of the day below.
NOW = dt.datetime(2026, 3, 18, 9, tzinfo=dt.UTC)
TODAY = dt.date(2026, 3, 18)
START = dt.date(2026, 3, 2)
EXTRA = frozenset({"talent", "heritage", "volunteering", "trips", "work"})

# Participants of one mentor, each where some operation needs them; all are 16 years old.
WAYS = {
    "draft": EnrolmentState.DRAFT,
    "unsigned": EnrolmentState.AWAITING_REPRESENTATIVE,
    "new": EnrolmentState.SUBMITTED,
    "unassigned": EnrolmentState.SUBMITTED,
    "drafting": EnrolmentState.PLANNING,
    "proposed": EnrolmentState.PLANNING,
    "agreed": EnrolmentState.PLANNING,
    "active": EnrolmentState.ACTIVE,
    "paused": EnrolmentState.PAUSED,
    "other": EnrolmentState.ACTIVE,  # of another mentor of the same centre
    "complete": EnrolmentState.COMPLETE,  # the mentor owes the closing note
    "noted": EnrolmentState.COMPLETE,
    "refused": EnrolmentState.COMPLETE,  # not recommended
    "candidate": EnrolmentState.COMPLETE,  # before a commission
    "appealed": EnrolmentState.COMPLETE,  # declined by another
}
PLANS = {"drafting": PlanState.DRAFT, "proposed": PlanState.PROPOSED, "agreed": PlanState.AGREED}
SIGNED = frozenset(WAYS) - {"draft", "unsigned"}
COMPLETE = frozenset(key for key, state in WAYS.items() if state is EnrolmentState.COMPLETE)
MINE = SIGNED - {"other", "unassigned"}


@dataclass(frozen=True)
class Things:
    """Ids of all that one participant has."""

    person: int
    enrolment: int
    plan: int
    draft: int
    submitted: int
    returned: int
    work: int
    task: int
    media: int
    finding: int = 0
    excuse: int = 0
    dispute: int = 0
    transfer: int = 0
    observation: int = 0
    certificate: int = 0
    dossier: int = 0
    candidacy: int = 0
    appeal: int = 0


@dataclass
class World:
    """The ids that operations are called with, and who calls them."""

    programme: Programme
    people: dict[str, int] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    things: dict[str, Things] = field(default_factory=dict)
    centre: int = 0
    partner: int = 0
    spare_role: int = 0
    mentor_role: int = 0
    absence: int = 0  # of the spare mentor, who has no expert; not begun
    broadcast: int = 0
    household: int = 0  # of the mentor
    commission: int = 0  # of «seat», which sits
    own_seat: int = 0  # of «seat» in it
    vacant_seat: int = 0
    protocol: int = 0
    given_up: int = 0  # a candidacy of «candidate»
    taken_time: int = 0  # of «candidate», for an interview
    free_time: int = 0
    ceremony: int = 0
    guest: int = 0  # of it: the one whose level is complete
    # Applications for a centre, by state; a contract the applicant says is signed is "signed".
    applications: dict[str, int] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    staff_link: int = 0  # open, of a mentor of the centre
    taken_link: int = 0  # by "spare", who is a mentor by it; made by the operator
    scan: int = 0  # the mentor's
    document: int = 0  # of «active», given by the representative
    waiting_link: int = 0  # taken by "unknown", to be an operator; made by the second operator


async def build(session: AsyncSession, programme: Programme) -> World:
    """The world in a database, committed."""
    from tests.award.access.table.cards import add_cards
    from tests.award.access.table.ceremonies import add_ceremonies
    from tests.award.access.table.certificates import add_certificates
    from tests.award.access.table.commissions import add_commissions
    from tests.award.access.table.disputed import add_more
    from tests.award.access.table.dossiers import add_dossiers
    from tests.award.access.table.interviews import add_interviews

    world = World(programme)
    await _staff(session, world)
    for key, state in WAYS.items():
        await _participant(session, world, key, state)
    _rate(session, world)
    await _findings(session, world)
    await _representatives(session, world)
    await add_more(session, world)
    await add_certificates(session, world)
    await add_dossiers(session, world)
    await add_ceremonies(session, world)
    await add_cards(session, world)
    world.links = await _links(session, world)
    await add_commissions(session, world)
    await add_interviews(session, world)
    await _taken(session, world)
    await session.commit()
    for key, person_id in world.people.items():
        actor = await find_actor(session, NOW, person_id=person_id)
        assert actor is not None
        world.actors[key] = actor
    mentor = world.actors["mentor"]
    world.actors["former"] = Actor(mentor.id, mentor.telegram_id, "kk", mentor.name)
    await session.commit()
    return world


def _rate(session: AsyncSession, world: World) -> None:
    """As all were counted last; whoever has not begun may be in it still."""
    for number, key in enumerate(SIGNED):
        session.add(
            Rating(
                enrolment_id=world.things[key].enrolment,
                level="bronze",
                region="KZ-75",
                rating=number,
                gained=0.5,
                percents={"sport": number},
            )
        )


async def add_person(session: AsyncSession, world: World, key: str, **other: Any) -> int:
    number = len(world.people) + 1
    person = Person(
        telegram_id=900 + number, joined_at=NOW, language="kk", full_name=marker(key), **other
    )
    session.add(person)
    await session.flush()
    world.people[key] = person.id
    return person.id


def marker(key: str) -> str:
    """The name of a person, found in whatever shows them."""
    return f"«{key}» Аты"


async def _staff(session: AsyncSession, world: World) -> None:
    centres = [
        Centre(name="Жас", region="KZ-75", place="Алматы"),
        Centre(name="Дос", region="KZ-75", place="Алматы"),
    ]
    partner = Partner(name="Қызыл Жарты Ай", directions=["volunteering", "trips"], region="KZ-75")
    session.add_all([*centres, partner])
    await session.flush()
    world.centre, world.partner = centres[0].id, partner.id
    here, there = {"centre_id": centres[0].id}, {"centre_id": centres[1].id}
    roles: dict[str, tuple[RoleKind, dict[str, Any]]] = {
        "operator": (RoleKind.OPERATOR, {}),
        "coordinator": (RoleKind.COORDINATOR, {"region": "KZ-75"}),
        "coordinator2": (RoleKind.COORDINATOR, {"region": "KZ-71"}),
        "head": (RoleKind.CENTRE_HEAD, here),
        "head2": (RoleKind.CENTRE_HEAD, there),
        "expert": (RoleKind.EXPERT, here),
        "expert2": (RoleKind.EXPERT, here),
        "mentor": (RoleKind.MENTOR, {**here, "reports_to": "expert"}),
        "mentor2": (RoleKind.MENTOR, {**here, "reports_to": "expert2"}),
        "spare": (RoleKind.MENTOR, here),
        "second": (RoleKind.OPERATOR, {}),
    }
    for key, (kind, scope) in roles.items():
        person_id = await add_person(session, world, key)
        if "reports_to" in scope:
            scope["reports_to"] = world.people[scope["reports_to"]]
        role = Role(person_id=person_id, kind=kind, since=NOW, **scope)
        session.add(role)
        await session.flush()
        if key == "spare":
            world.spare_role = role.id
        if key == "mentor":
            world.mentor_role = role.id
    await add_person(session, world, "unknown")
    await _absence(session, world)
    world.broadcast = await _broadcast(session, world)


async def _absence(session: AsyncSession, world: World) -> None:
    tomorrow = dt.timedelta(days=1)
    absence = Substitution(
        kind=RoleKind.MENTOR,
        absent_id=world.people["spare"],
        first_day=TODAY + tomorrow,
        last_day=TODAY + tomorrow,
        reason="leave",
        since=NOW + tomorrow,
        until=NOW + 2 * tomorrow,
        made_by=world.people["spare"],
        made_at=NOW,
    )
    session.add(absence)
    await session.flush()
    world.absence = absence.id


async def _broadcast(session: AsyncSession, world: World) -> int:
    """One that is going out."""
    broadcast = Broadcast(
        made_by=world.people["operator"],
        made_at=NOW,
        words={"kk": "Сәлем!"},
        first="kk",
        audience={},
        count=1,
        confirmed_at=NOW,
    )
    session.add(broadcast)
    await session.flush()
    return broadcast.id


async def _participant(
    session: AsyncSession, world: World, key: str, state: EnrolmentState
) -> None:
    person_id = await add_person(
        session, world, key, birth_date=dt.date(2010, 1, 15), region="KZ-75", place="Алматы"
    )
    mentor = world.people["mentor2" if key == "other" else "mentor"]
    sent = state is not EnrolmentState.DRAFT
    enrolment = Enrolment(
        person_id=person_id,
        mentor_id=None if key == "unassigned" else mentor,
        centre_id=world.centre,
        state=state,
        level="bronze",
        choices=store_choices(Choices({"heritage": "months_3"}, EXTRA)),
        begun_at=NOW,
        submitted_at=NOW if sent else None,
        answer_due=TODAY + dt.timedelta(days=20) if sent else None,
        started_on=START if state in BEGUN_STATES else None,
    )
    session.add(enrolment)
    await session.flush()
    signed = Agreement(kind=SignerKind.PARTICIPANT, signer_id=person_id, signer_name=marker(key))
    if sent:
        _sign(session, enrolment, signed)
    world.things[key] = await _things(session, world, key, enrolment, mentor)


def _sign(session: AsyncSession, enrolment: Enrolment, signed: Agreement) -> None:
    signed.enrolment_id, signed.language, signed.version = enrolment.id, "kk", "1"
    signed.text_hash, signed.signed_at = "0" * 64, NOW
    session.add(signed)


async def _things(
    session: AsyncSession, world: World, key: str, enrolment: Enrolment, mentor: int
) -> Things:
    plan = Plan(
        enrolment_id=enrolment.id,
        version=1,
        state=PLANS.get(key, PlanState.AGREED),
        made_by=mentor,
        made_at=NOW,
    )
    task = Task(
        enrolment_id=enrolment.id,
        direction="sport",
        words=f"Тапсырма: {marker(key)}",
        due=TODAY,
        state=TaskState.OPEN,
        set_by=mentor,
        set_at=NOW,
    )
    entries = [
        _entry(enrolment, key, EntryState.DRAFT, "sport", 1, minutes=30),
        _entry(enrolment, key, EntryState.SUBMITTED, "sport", 2, minutes=30, submitted_at=NOW),
        _entry(enrolment, key, EntryState.RETURNED, "sport", 3, minutes=30, submitted_at=NOW),
        _entry(
            enrolment, key, EntryState.SUBMITTED, "work", 4, days=1, employer="Наубайхана",
            submitted_at=NOW,
        ),
        _entry(enrolment, key, EntryState.APPROVED, "trips", 5, days=2, submitted_at=NOW),
    ]  # fmt: skip
    excuse = Excuse(
        enrolment_id=enrolment.id,
        state=ExcuseState.ASKED,
        first_day=TODAY,
        last_day=TODAY,
        reason="illness",
        note=f"Ауырдым: {marker(key)}",
        made_by=enrolment.person_id,
        made_at=NOW,
    )
    session.add_all([plan, task, excuse, *entries])
    await session.flush()
    file = Media(
        entry_id=entries[0].id,
        kind=MediaKind.DOCUMENT,
        file_id=f"file-{key}",
        file_unique_id=f"unique-{key}",
        message_id=1,
        problem="not_image",
        examined_at=NOW,
        compared_at=NOW,
    )
    items = await default_items(session, world.programme, enrolment, NOW)
    for item in items:
        item.plan_id = plan.id
    marked = Mark(
        enrolment_id=enrolment.id, direction="talent", kind=MarkKind.COMPLETE, by=mentor, at=NOW
    )
    decided = [
        Review(entry_id=entries[2].id, by=mentor, verdict=Verdict.RETURNED, reason="date", at=NOW),
        Review(entry_id=entries[4].id, by=mentor, verdict=Verdict.APPROVED, at=NOW),
    ]
    session.add_all([file, *items, marked, *decided])
    await session.flush()
    draft, submitted, returned, work = (entry.id for entry in entries[:4])
    return Things(
        enrolment.person_id, enrolment.id, plan.id, draft, submitted, returned, work, task.id,
        file.id, excuse=excuse.id,
    )  # fmt: skip


def _entry(
    enrolment: Enrolment,
    key: str,
    state: EntryState,
    direction: str,
    message_id: int,
    **other: Any,
) -> Entry:
    return Entry(
        enrolment_id=enrolment.id,
        state=state,
        direction=direction,
        happened_on=TODAY,
        sent_at=NOW,
        received_at=NOW,
        note=f"Жүгірдім: {marker(key)}",
        message_id=message_id,
        **other,
    )


async def _findings(session: AsyncSession, world: World) -> None:
    """What two sent was sent before by the participant of another mentor."""
    pieces = {
        key: Media(
            entry_id=world.things[key].submitted,
            kind=MediaKind.PHOTO,
            file_id=f"picture-{key}",
            file_unique_id=f"picture-{key}",
            message_id=2,
            examined_at=NOW,
            compared_at=NOW,
        )
        for key in ("other", "active", "unsigned")
    }
    session.add_all(pieces.values())
    await session.flush()
    for key in ("active", "unsigned"):
        finding = Finding(
            entry_id=pieces[key].entry_id,
            media_id=pieces[key].id,
            other_entry_id=pieces["other"].entry_id,
            other_media_id=pieces["other"].id,
            kind=FindingKind.PHOTO,
            score=0.9,
            details={},
            found_at=NOW,
        )
        session.add(finding)
        await session.flush()
        world.things[key] = replace(world.things[key], finding=finding.id)


async def _representatives(session: AsyncSession, world: World) -> None:
    """One has signed for all but two of the mentor's participants, another for the other child."""
    for key, wards in (("rep", SIGNED - {"other"}), ("rep2", {"other"})):
        parent = await add_person(session, world, key)
        for ward in sorted(wards):
            session.add(
                Role(
                    person_id=parent,
                    kind=RoleKind.REPRESENTATIVE,
                    ward_id=world.people[ward],
                    since=NOW,
                )
            )
            enrolment = await session.get_one(Enrolment, world.things[ward].enrolment)
            by = Agreement(
                kind=SignerKind.REPRESENTATIVE, signer_id=parent, signer_name=marker(key)
            )
            _sign(session, enrolment, by)
    await session.flush()


async def _links(session: AsyncSession, world: World) -> dict[str, str]:
    operator = world.people["operator"]
    return {
        "representative": await make_link(
            session,
            InvitationKind.REPRESENTATIVE,
            world.people["unsigned"],
            NOW,
            enrolment_id=world.things["unsigned"].enrolment,
        ),
        "employer": await make_link(
            session,
            InvitationKind.EMPLOYER,
            world.people["active"],
            NOW,
            entry_id=world.things["active"].work,
        ),
        "staff": await make_link(
            session,
            InvitationKind.STAFF,
            operator,
            NOW,
            role=RoleKind.MENTOR,
            centre_id=world.centre,
        ),
    }


async def _taken(session: AsyncSession, world: World) -> None:
    """Links of staff: one is open, one gave a role, one waits for a second operator."""
    open_one = select(Invitation.id).where(Invitation.kind == InvitationKind.STAFF)
    world.staff_link = (await session.scalars(open_one)).one()
    gave = Invitation(
        role=RoleKind.MENTOR,
        centre_id=world.centre,
        role_id=world.spare_role,
        made_by=world.people["operator"],
        used_by=world.people["spare"],
    )
    waits = Invitation(
        role=RoleKind.OPERATOR, made_by=world.people["second"], used_by=world.people["unknown"]
    )
    for each in (gave, waits):
        each.kind, each.token_hash = InvitationKind.STAFF, str(each.used_by) * 8
        each.made_at = each.used_at = NOW
        each.expires_at = NOW + LIFETIME
        session.add(each)
        await session.flush()
    world.taken_link, world.waiting_link = gave.id, waits.id
