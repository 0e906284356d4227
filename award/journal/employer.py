"""An employer confirms a day of work through a one-time link, without an account (§5)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.budget import not_enough_today
from award.access.invitations import (
    LINKS_A_DAY,
    LinkUnusable,
    make_link,
    open_link,
    revoke_links,
    use_up,
)
from award.access.scope import own_entry
from award.audit import record
from award.errors import NotAllowed, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.typed import titled
from storage.locking import locked, locked_one
from storage.tables import (
    SIGNED_STATES,
    UNDECIDED_STATES,
    Enrolment,
    Entry,
    Invitation,
    InvitationKind,
    Person,
)

LONGEST_NAME = 120
_PATRONYMICS = (
    "ұлы",
    "қызы",
    "улы",
    "кызы",
    "вич",
    "вна",
    "чна",
    "uly",
    "qyzy",
    "kyzy",
    "vich",
    "vna",
)


@dataclass(frozen=True, slots=True)
class WorkDone:
    """What an employer is shown, and no more: first name, where, when, the report."""

    entry_id: int
    first_name: str
    employer: str
    first_day: dt.date
    days: int
    report: str


async def employer_link(at: Acting, entry_id: int) -> str:
    """The payload of a new link for an own entry of work; earlier links lapse."""
    entry, _ = await own_entry(at, entry_id)
    if entry.direction is None or not at.programme.direction(entry.direction).needs_employer:
        raise NotAllowed
    # A decided entry is never edited, and a confirmation is a part of it.
    if entry.employer_confirmed_at is not None or entry.state not in UNDECIDED_STATES:
        raise TooLate
    await not_enough_today(at, "link.made", LINKS_A_DAY)
    await revoke(at.session, [entry.id], at.now)
    return await make_link(
        at.session, InvitationKind.EMPLOYER, at.actor.id, at.now, entry_id=entry.id
    )


async def work_of_link(at: Acting, payload: str) -> WorkDone:
    """What is to be confirmed; raises LinkUnusable, Refusal for the participant themself."""
    _, entry, person = await _opened(at, payload)
    return WorkDone(
        entry_id=entry.id,
        first_name=_first_name(person.full_name or ""),
        employer=entry.employer or "",
        first_day=entry.happened_on,
        days=entry.days or 1,
        report=entry.note,
    )


async def answer_link(at: Acting, payload: str, *, confirmed: bool, name: str = "") -> None:
    """The employer's word, with their name if they confirm; the link is used up."""
    invitation, entry, person = await _opened(at, payload)
    name = titled(name)
    if confirmed and not 2 <= len(name) <= LONGEST_NAME:
        raise Refusal("employer-name-wrong")
    if confirmed:
        entry.employer_signer = name
        entry.employer_confirmed_at = at.now
    use_up(invitation, at.actor.id, at.now)
    verdict = "confirmed" if confirmed else "declined"
    await record(at.session, at.actor.id, f"entry.employer_{verdict}", "entry", entry.id, at.now)
    told = NoticeKind.EMPLOYER_CONFIRMED if confirmed else NoticeKind.EMPLOYER_DECLINED
    tell(at.session, person.id, told, at.now, entry=entry.id)


async def revoke(session: AsyncSession, entry_ids: Collection[int], now: dt.datetime) -> None:
    """Let all links of these entries lapse."""
    await revoke_links(session, InvitationKind.EMPLOYER, now, entry_ids=entry_ids)


async def _opened(at: Acting, payload: str) -> tuple[Invitation, Entry, Person]:
    invitation = await open_link(at.session, payload, InvitationKind.EMPLOYER, at.now)
    entry = await locked(at.session, Entry, invitation.entry_id, key_share=True)
    if entry is None:
        raise LinkUnusable
    enrolment = await locked_one(at.session, Enrolment, entry.enrolment_id)
    person = await at.session.get_one(Person, enrolment.person_id)
    if person.id == at.actor.id:
        raise Refusal("employer-self")
    # With the enrolment goes what others may see of it: a consent withdrawn above all.
    if entry.state not in UNDECIDED_STATES or enrolment.state not in SIGNED_STATES:
        raise TooLate("refused-link")
    return invitation, entry, person


def _first_name(full_name: str) -> str:
    """The given name of "surname given-name patronymic", as people write it here, or of the same
    with the surname last."""
    parts = full_name.split()
    if len(parts) > 2 and parts[1].casefold().endswith(_PATRONYMICS):
        return parts[0]
    return parts[1] if len(parts) > 1 else full_name
