"""What is held about a person: a copy of it for them, and its erasure (programme.md §4.11)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from sqlalchemy import inspect, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from storage.tables import (
    Agreement,
    Audit,
    Broadcast,
    CentreApplication,
    Dispute,
    Enrolment,
    Entry,
    Excuse,
    Finding,
    Invitation,
    Mark,
    Media,
    Outbox,
    Person,
    Plan,
    PlanItem,
    Preference,
    Review,
    Role,
    SignerKind,
    Substitution,
    Table,
    Task,
)

# Ids of other people and their words about themselves are theirs.
_OTHERS = frozenset(
    {
        "mentor_id",
        "made_by",
        "used_by",
        "set_by",
        "by",
        "decided_by",
        "signer_id",
        "reports_to",
        "absent_id",
        "substitute_id",
        "ward_id",
        "actor_id",
        "person_id",
        "employer_signer",
        "token_hash",
        "against_id",
        "answered_by",
        "appeal_answered_by",
        "other_entry_id",
        "other_media_id",
    }
)
Data = dict[str, Any]


async def copy_of(at: Acting) -> Data:
    """Everything held about the acting person, ready for JSON; of others the mentor's name only.

    Keys: person, wishes, roles, enrolments (each with agreements, plans, entries, tasks, excuses,
    marks, disputes), absences (as staff), signatures (given for others), links, broadcasts,
    centre_applications, messages, log.
    """
    person = await at.session.get_one(Person, at.actor.id)
    enrolments = await _all(at.session, Enrolment, Enrolment.person_id == at.actor.id)
    ids = [enrolment.id for enrolment in enrolments]
    entries = await _all(at.session, Entry, Entry.enrolment_id.in_(ids))
    belongings = await _belongings(at.session, ids, entries)
    signatures = await _all(
        at.session,
        Agreement,
        Agreement.signer_id == at.actor.id,
        Agreement.enrolment_id.not_in(ids),
    )
    made = await _all(at.session, Invitation, Invitation.made_by == at.actor.id)
    roles = await _all(at.session, Role, Role.person_id == at.actor.id)
    wishes = await at.session.scalars(select(Preference).where(Preference.person_id == at.actor.id))
    own = CentreApplication.applicant_id == at.actor.id
    applied = await _all(at.session, CentreApplication, own)
    return {
        "person": row(person),
        "wishes": [row(wish) for wish in wishes],
        "roles": [row(role) for role in roles],
        "enrolments": [
            row(enrolment)
            | {"mentor": await _mentor(at.session, enrolment)}
            | {name: rows[enrolment.id] for name, rows in belongings.items()}
            for enrolment in enrolments
        ],
        "absences": [
            row(absence)
            for absence in await _all(
                at.session, Substitution, Substitution.absent_id == at.actor.id
            )
        ],
        "signatures": [row(signature) for signature in signatures],
        "links": [row(link) for link in made],
        "broadcasts": [
            row(made)
            for made in await _all(at.session, Broadcast, Broadcast.made_by == at.actor.id)
        ],
        "centre_applications": [row(each) for each in applied],
        "messages": [
            row(notice)
            for notice in await _all(at.session, Outbox, Outbox.person_id == at.actor.id)
        ],
        "log": [
            row(line) | {"by_me": line.actor_id == at.actor.id}
            for line in await _log(at, ids, [entry.id for entry in entries])
        ],
    }


def row(thing: Table, *left_out: str) -> Data:
    """A row as plain data: days and moments in ISO 8601, bytes in hex; nobody else's id or name."""
    columns = inspect(type(thing)).columns
    return {
        column.key: _plain(getattr(thing, column.key))
        for column in columns
        if column.key not in _OTHERS and column.key not in left_out
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return value.value if isinstance(value, Enum) else value


async def _all(session: AsyncSession, table: type[Any], *conditions: Any) -> Sequence[Any]:
    return (await session.scalars(select(table).where(*conditions).order_by(table.id))).all()


async def _belongings(
    session: AsyncSession, ids: Sequence[int], entries: Sequence[Entry]
) -> dict[str, dict[int, list[Data]]]:
    """What belongs to each enrolment, by its name and the enrolment's id."""
    agreements = await _all(session, Agreement, Agreement.enrolment_id.in_(ids))
    return {
        "agreements": _by_enrolment(
            (signed.enrolment_id, _agreement(signed)) for signed in agreements
        ),
        "plans": await _plans(session, ids),
        "entries": await _entries(session, entries),
        "tasks": await _simple(session, Task, ids),
        "excuses": await _simple(session, Excuse, ids),
        "marks": await _simple(session, Mark, ids),
        "disputes": await _simple(session, Dispute, ids),
    }


def _agreement(signed: Agreement) -> Data:
    if signed.kind is SignerKind.PARTICIPANT:
        return row(signed)
    return row(signed, "signer_name", "phone")


async def _simple(
    session: AsyncSession, table: type[Any], ids: Sequence[int]
) -> dict[int, list[Data]]:
    found = await _all(session, table, table.enrolment_id.in_(ids))
    return _by_enrolment((thing.enrolment_id, row(thing)) for thing in found)


async def _plans(session: AsyncSession, ids: Sequence[int]) -> dict[int, list[Data]]:
    plans = await _all(session, Plan, Plan.enrolment_id.in_(ids))
    items: dict[int, list[Data]] = defaultdict(list)
    for item in await _all(session, PlanItem, PlanItem.plan_id.in_([plan.id for plan in plans])):
        items[item.plan_id].append(row(item))
    return _by_enrolment(
        (plan.enrolment_id, row(plan) | {"directions": items[plan.id]}) for plan in plans
    )


async def _entries(session: AsyncSession, entries: Sequence[Entry]) -> dict[int, list[Data]]:
    ids = [entry.id for entry in entries]
    files: dict[int, list[Data]] = defaultdict(list)
    for file in await _all(session, Media, Media.entry_id.in_(ids)):
        files[file.entry_id].append(row(file))
    findings: dict[int, list[Data]] = defaultdict(list)
    for finding in await _all(session, Finding, Finding.entry_id.in_(ids)):
        findings[finding.entry_id].append(row(finding, "details"))  # the other's picture is theirs
    reviews = {
        review.entry_id: row(review)
        for review in await _all(session, Review, Review.entry_id.in_(ids))
    }
    return _by_enrolment(
        (
            entry.enrolment_id,
            row(entry)
            | {
                "media": files[entry.id],
                "review": reviews.get(entry.id),
                "findings": findings[entry.id],
            },
        )
        for entry in entries
    )


def _by_enrolment(rows: Iterable[tuple[int, Data]]) -> dict[int, list[Data]]:
    found: dict[int, list[Data]] = defaultdict(list)
    for enrolment_id, data in rows:
        found[enrolment_id].append(data)
    return found


async def _mentor(session: AsyncSession, enrolment: Enrolment) -> str | None:
    mentor = await session.get(Person, enrolment.mentor_id) if enrolment.mentor_id else None
    return mentor.full_name if mentor else None


async def _log(at: Acting, enrolments: Sequence[int], entries: Sequence[int]) -> Sequence[Audit]:
    """What the person did, and what was done with theirs."""
    findings = select(Finding.id).where(Finding.entry_id.in_(entries))
    about = or_(
        Audit.actor_id == at.actor.id,
        (Audit.subject == "person") & (Audit.subject_id == at.actor.id),
        (Audit.subject == "enrolment") & Audit.subject_id.in_(enrolments),
        (Audit.subject == "entry") & Audit.subject_id.in_(entries),
        (Audit.subject == "finding") & Audit.subject_id.in_(findings),
    )
    return await _all(at.session, Audit, about)
