"""For how long the rows of each table are kept, and what of them goes then: one rule a table.

Terms that concern people are the programme's (`Retention`); those of the service's own memory are
here. `tests/award/retention/test_rules.py` fails for a table without a rule.
"""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from sqlalchemy import ColumnElement, CursorResult, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme.bounds import Retention
from award.retention.enrolments import (
    AT_ONCE,
    erased_with_words,
    forget_enrolments,
    forget_journals,
    forget_journals_of,
    locked_with_journals,
)
from award.retention.people import APPLICATION, concerned, forget_groundless
from award.retention.record import ENROLMENT, record_erased
from storage import tables as t

Past: TypeAlias = Callable[[dt.datetime], ColumnElement[bool]]
Forget: TypeAlias = Callable[[AsyncSession, ColumnElement[bool], dt.datetime], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Term:
    """What goes so many `days` after something: `past` says of which rows, as of a moment.

    `forget` does it to some of them, and says to how many: it is called until none are left. Both
    are None where whoever keeps the rows forgets them by more than their age.
    """

    code: str
    days: int
    past: Past | None = None
    forget: Forget | None = None
    by_age: bool = True  # nothing but days makes a row go


@dataclass(frozen=True, slots=True)
class Rule:
    """By what the rows of a table are kept, in a few words, and the terms that end it."""

    table: type[t.Table]
    kept: str
    terms: tuple[Term, ...] = ()


_FOR_EVER = "for ever, "
_WITH_ENROLMENT = "as long as the enrolment"
_WITH_ENTRY = "as long as the entry's words"
_WITH_PERSON = "as long as the person's account"
_ONCE_DONE = "until it is done"

# Days. Telegram keeps what was not confirmed for 24 hours: three days are on the safe side.
_UPDATES = 3
_TRIES = 1  # they count for an hour
# Noted for `check`, and of use until the version that can decode them is there.
_UNDECODED = 90
_INVITATIONS = _NOTICES = CONVERSATIONS = RUNS = 90
# What is owed once holds its place for longer than the longest level lasts (programme.md §2), so
# that whatever it is the only one of is over. Where it says itself until when it is of use, that
# is its period, and it goes with all others.
_ONCE = 730


def rules(terms: Retention) -> tuple[Rule, ...]:
    """The rule of every table, with a programme's terms."""
    return (*_of_people(terms), *_of_enrolments(terms), *_of_organisations(terms), *_of_service())


def _of_people(terms: Retention) -> tuple[Rule, ...]:
    of_age = Term("birth_dates", 0, _of_age_and_unknown, _deleted(t.BirthDate))
    unused = Term("invitations", _INVITATIONS, _unused_links, _deleted(t.Invitation))
    notes = Term(
        "staff_absences",
        terms.staff_absence,
        lambda now: (
            t.Substitution.note.is_not(None)
            & _before(t.Substitution.until, now, terms.staff_absence)
        ),
        _blanked(t.Substitution, note=None),
    )
    return (
        Rule(t.Person, "until it is erased by the person; name and answers as long as a ground"),
        Rule(
            t.BirthDate, "as long as the person's answers; one that binds until of age", (of_age,)
        ),
        Rule(t.Preference, _WITH_PERSON),
        Rule(t.PublicName, "until the consent is taken back, or an enrolment is erased"),
        Rule(t.HouseholdMember, _WITH_PERSON),
        *_of_cards(terms),
        Rule(t.OlzhaOwner, _WITH_PERSON),
        Rule(t.Role, _FOR_EVER + "as the record of who was let in: ids and codes"),
        Rule(
            t.Substitution, _FOR_EVER + "without the note, as the record of who stood in", (notes,)
        ),
        Rule(
            t.Invitation, _FOR_EVER + "once used, as the record of who let in whom: ids", (unused,)
        ),
    )


def _of_cards(terms: Retention) -> tuple[Rule, ...]:
    """A participant's documents have no term of their own: they go with the enrolment's words."""
    days = terms.staff_card
    cards = Term(
        "staff_cards",
        days,
        lambda now: ~_was_of_staff(t.StaffCard.person_id, now, days),
        _deleted(t.StaffCard),
    )
    documents = Term(
        "staff_documents",
        days,
        lambda now: (
            t.Document.enrolment_id.is_(None) & ~_was_of_staff(t.Document.person_id, now, days)
        ),
        _deleted(t.Document),
    )
    return (
        Rule(t.StaffCard, "as long as a role of staff, and its term", (cards,)),
        Rule(
            t.Document, "the same; a participant's as long as the enrolment's words", (documents,)
        ),
    )


def _of_enrolments(terms: Retention) -> tuple[Rule, ...]:
    ways = tuple(
        Term(code, days, past, _enrolments)
        for code, days, past in (
            ("consent_withdrawn", terms.consent_withdrawn, _ended(terms.consent_withdrawn, True)),
            ("withdrawn", terms.withdrawn, _ended(terms.withdrawn, False)),
            ("refused", terms.refused, _refused(terms.refused)),
            ("drafts", terms.draft, _silent(terms.draft, UNSENT)),
            ("silent", terms.silent, _silent(terms.silent, UNDER_WAY)),
        )
    )
    completed = Term("completed", terms.completed, _completed(terms.completed), forget_journals_of)
    # What the moment after an erasure did not come to.
    erased = Term("erased", 0, lambda _now: erased_with_words(), forget_journals_of)
    return (
        Rule(
            t.Enrolment,
            "complete for ever, as who holds which level, without the journal's words at last;"
            " any other until its term",
            (*ways, completed, erased),
        ),
        *(
            Rule(each, _WITH_ENROLMENT)
            for each in (
                t.Agreement,
                t.Plan,
                t.PlanItem,
                t.Mark,
                t.Task,
                t.Excuse,
                t.Dispute,
                t.Transfer,
                t.OlzhaRow,
            )
        ),
        Rule(t.FirstContact, _WITH_ENROLMENT),
        Rule(t.Observation, _WITH_ENROLMENT),
        Rule(t.Rating, "as long as the enrolment has a place, until it is counted anew"),
        Rule(t.Dossier, _FOR_EVER + "as who holds which level"),
        Rule(t.Certificate, _FOR_EVER + "as who holds which level: number, level, year and hash"),
        Rule(t.CertificatePaper, "as long as its holder is known"),
        Rule(t.CertificateCounter, _FOR_EVER + "so that no number is given twice"),
        Rule(t.ClosingNote, _WITH_ENROLMENT + "; then without words: who wrote it, yes or not yet"),
        Rule(t.NotePart, "as long as the enrolment's words"),
        Rule(t.DossierStep, _FOR_EVER + "without words, as the record of who decided: ids"),
        *_of_commissions(),
        Rule(t.Entry, _WITH_ENROLMENT + "; then without words: days and minutes"),
        *(
            Rule(each, _WITH_ENTRY)
            for each in (t.Media, t.Review, t.Fingerprint, t.EssayFingerprint, t.Finding)
        ),
        Rule(t.PortfolioPhoto, _WITH_ENTRY),
    )


def _of_commissions() -> tuple[Rule, ...]:
    decided = _FOR_EVER + "without words, as the record of who decided: ids"
    return (
        Rule(t.Commission, _FOR_EVER + "nothing personal"),
        Rule(t.CommissionMember, _FOR_EVER + "as the record of who sat in it: ids"),
        *(Rule(each, decided) for each in (t.Candidacy, t.Ballot, t.Points, t.Appeal)),
        *(
            Rule(each, _FOR_EVER + "as the record of who was there")
            for each in (t.Sitting, t.Presence)
        ),
        Rule(t.InterviewTime, _FOR_EVER + "as the record of who was met when: ids"),
        Rule(t.SittingProtocol, _FOR_EVER + "as what was decided: numbers"),
        Rule(t.ProtocolPaper, _FOR_EVER + "as what was decided: numbers and initials"),
    )


def _of_organisations(terms: Retention) -> tuple[Rule, ...]:
    days = terms.centre_application
    application = Term(
        "centre_applications",
        days,
        lambda now: _came_to_nothing(now, days),
        _blanked(t.CentreApplication, **APPLICATION),
    )
    card = Term("centre_cards", 0, _of_closed_centres, _deleted(t.CentreCard))
    return (
        Rule(t.Centre, _FOR_EVER + "nothing personal"),
        Rule(t.CentreCard, "until the centre is closed", (card,)),
        Rule(t.Partner, _FOR_EVER + "nothing personal"),
        Rule(t.DayOff, _FOR_EVER + "nothing personal"),
        Rule(t.Amendment, _FOR_EVER + "as the record of what held when: nothing personal"),
        Rule(t.CentreApplication, "as long as the centre that it opened", (application,)),
    )


def _of_service() -> tuple[Rule, ...]:
    seen = Term(
        "updates",
        _UPDATES,
        lambda now: _before(t.SeenUpdate.at, now, _UPDATES),
        _deleted(t.SeenUpdate),
    )
    attempts = Term("attempts", _UPDATES, _attempts_over, _deleted(t.UpdateAttempt), by_age=False)
    tries = Term(
        "tries",
        _TRIES,
        lambda now: _before(t.VerificationTry.at, now, _TRIES),
        _deleted(t.VerificationTry),
    )
    notices = Term("notices", _NOTICES, _notices_over, _deleted(t.Outbox))
    portfolios = Term(
        "portfolios",
        _NOTICES,
        lambda now: _before(t.PortfolioOrder.settled_at, now, _NOTICES),
        _deleted(t.PortfolioOrder),
    )
    return (
        Rule(t.Audit, _FOR_EVER + "as the record of who did what: ids and codes"),
        Rule(t.Broadcast, _FOR_EVER + "as the record of what was said to all"),
        Rule(t.Outbox, "until it is delivered or given up: ids and codes", (notices,)),
        Rule(t.Ceremony, _FOR_EVER + "as the record of what was held: no words about anybody"),
        Rule(t.CeremonyGuest, _FOR_EVER + "as the record of who has the badge: ids"),
        Rule(t.PortfolioOrder, "until it is sent or given up: ids", (portfolios,)),
        Rule(t.Courier, "while the process lives"),
        Rule(t.RatingCount, "the newest alone"),
        Rule(t.CertificatePicture, "until another one is given"),
        Rule(t.VerificationTry, "while it counts", (tries,)),
        Rule(t.JobRun, "the newest of each job for ever", (Term("runs", RUNS),)),
        Rule(t.SeenUpdate, "while it may come again", (seen,)),
        Rule(t.UpdateAttempt, "until it is done; set aside until it is looked into", (attempts,)),
        Rule(t.BacklogUpdate, _ONCE_DONE),
        Rule(t.OwedReply, _ONCE_DONE),
        Rule(t.WindowMessage, _WITH_PERSON),
        Rule(t.Conversation, "while it is used", (Term("conversations", CONVERSATIONS),)),
    )


async def overdue(session: AsyncSession, terms: Retention, now: dt.datetime) -> dict[str, int]:
    """How many rows are here whose term was over by then, by the term's code; none of those met."""
    found: dict[str, int] = {}
    for rule in rules(terms):
        for term in rule.terms:
            if term.past is not None and term.by_age:
                query = select(func.count()).select_from(rule.table).where(term.past(now))
                found[term.code] = await session.scalar(query) or 0
    return {code: count for code, count in found.items() if count}


# --- which rows are past their term

UNSENT = (t.EnrolmentState.DRAFT, t.EnrolmentState.AWAITING_REPRESENTATIVE)
UNDER_WAY = tuple(state for state in t.OPEN_STATES if state not in UNSENT)
BY_CONSENT = "consent"  # why an enrolment ended, where a representative withdrew the consent


def _before(moment: Any, now: dt.datetime, days: int) -> ColumnElement[bool]:
    return cast("ColumnElement[bool]", moment < now - dt.timedelta(days=days))


def _ended(days: int, by_consent: bool) -> Past:
    reason = t.Enrolment.closing_reason
    which = reason == BY_CONSENT if by_consent else or_(reason.is_(None), reason != BY_CONSENT)

    def past(now: dt.datetime) -> ColumnElement[bool]:
        withdrawn = t.Enrolment.state == t.EnrolmentState.WITHDRAWN
        return _kept & withdrawn & which & _before(t.Enrolment.closed_at, now, days)

    return past


def _refused(days: int) -> Past:
    refused = t.Enrolment.state == t.EnrolmentState.REFUSED
    return lambda now: _kept & refused & _before(t.Enrolment.closed_at, now, days)


def _silent(days: int, states: tuple[t.EnrolmentState, ...]) -> Past:
    """Whoever has it has done nothing at all since."""

    def past(now: dt.datetime) -> ColumnElement[bool]:
        idle = ~_did_something(t.Enrolment.person_id, now, days)
        old = _before(t.Enrolment.begun_at, now, days)
        return _kept & t.Enrolment.state.in_(states) & old & idle

    return past


def _did_something(who: Any, now: dt.datetime, days: int) -> ColumnElement[bool]:
    since = now - dt.timedelta(days=days)
    return exists().where(t.Audit.actor_id == who, t.Audit.at >= since)


def _completed(days: int) -> Past:
    complete = t.Enrolment.state == t.EnrolmentState.COMPLETE
    words = t.Enrolment.journal_erased_at.is_(None)
    return lambda now: words & complete & _before(t.Enrolment.completed_at, now, days)


def _was_of_staff(who: Any, now: dt.datetime, days: int) -> ColumnElement[bool]:
    """Holds a role of staff, or did so many days ago."""
    role = t.Role.kind != t.RoleKind.REPRESENTATIVE
    lasts = or_(t.Role.until.is_(None), t.Role.until >= now - dt.timedelta(days=days))
    return exists().where(t.Role.person_id == who, role, lasts)


def _of_closed_centres(now: dt.datetime) -> ColumnElement[bool]:
    return exists().where(t.Centre.id == t.CentreCard.centre_id, t.Centre.closed_at <= now)


def _of_age_and_unknown(now: dt.datetime) -> ColumnElement[bool]:
    """Of an account of which nothing else is known: it binds nobody who is 18."""
    day = now.date() + dt.timedelta(days=1)  # wherever the person lives
    unknown = select(t.Person.id).where(t.Person.birth_date.is_(None))
    of_age = t.BirthDate.birth_date <= day.replace(year=day.year - 18, day=min(day.day, 28))
    return t.BirthDate.person_id.in_(unknown) & of_age


def _unused_links(now: dt.datetime) -> ColumnElement[bool]:
    return t.Invitation.used_at.is_(None) & _before(t.Invitation.expires_at, now, _INVITATIONS)


def _came_to_nothing(now: dt.datetime, days: int) -> ColumnElement[bool]:
    table = t.CentreApplication
    words = or_(*(getattr(table, name) != (empty or "") for name, empty in APPLICATION.items()))
    draft = table.state == t.CentreApplicationState.DRAFT
    idle = _before(table.made_at, now, days) & ~_did_something(table.applicant_id, now, days)
    opened = table.state == t.CentreApplicationState.SIGNED
    return words & ((draft & idle) | (~opened & _before(table.closed_at, now, days)))


def _attempts_over(now: dt.datetime) -> ColumnElement[bool]:
    """Those finished since. What was set aside stays, to be reported; but what could not be decoded
    goes in the end: whoever sends what is new makes many.
    """
    attempt = t.UpdateAttempt
    finished = exists().where(t.SeenUpdate.update_id == attempt.update_id)
    over = finished | _before(attempt.last_at, now, _UPDATES)
    undecoded = (attempt.attempts == 0) & _before(attempt.set_aside_at, now, _UNDECODED)
    return (attempt.set_aside_at.is_(None) & over) | undecoded


def _notices_over(now: dt.datetime) -> ColumnElement[bool]:
    """Delivered or given up long ago, once nothing can owe them again."""
    period_is_over = or_(
        t.Outbox.once.is_(None),
        _before(t.Outbox.useful_until, now, _NOTICES),
        _before(t.Outbox.settled_at, now, _ONCE),
    )
    return _before(t.Outbox.settled_at, now, _NOTICES) & period_is_over


_kept = t.Enrolment.erased_at.is_(None)


# --- what is done to them


def _deleted(table: type[t.Table]) -> Forget:
    async def forget(session: AsyncSession, past: ColumnElement[bool], _now: dt.datetime) -> int:
        return _count(await session.execute(delete(table).where(past)))

    return forget


def _blanked(table: type[t.Table], **values: Any) -> Forget:
    async def forget(session: AsyncSession, past: ColumnElement[bool], _now: dt.datetime) -> int:
        return _count(await session.execute(update(table).where(past).values(**values)))

    return forget


def _count(result: Any) -> int:
    return cast("CursorResult[Any]", result).rowcount


async def _enrolments(session: AsyncSession, past: ColumnElement[bool], now: dt.datetime) -> int:
    some = select(t.Enrolment.id).where(past).order_by(t.Enrolment.id).limit(AT_ONCE)
    ids = (await session.scalars(some)).all()
    if not ids:
        return 0
    which = select(t.Enrolment.id).where(t.Enrolment.id.in_(ids), past)
    found = await locked_with_journals(session, which)
    people = await concerned(session, found)
    await forget_enrolments(session, found, now)
    await forget_journals(session, [enrolment.id for enrolment in found], now)
    for enrolment in found:
        await record_erased(session, None, ENROLMENT, enrolment.id, now)
    await forget_groundless(session, people, now)
    return len(found)
