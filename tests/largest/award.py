"""As much as there may be on the way from the complete level to the badge, in the same centre."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from award.calendar import DAY
from storage import tables as t

if TYPE_CHECKING:
    from tests.largest.world import Builder

S = t.DossierState
# How many stand where: notes that one mentor owes, those that one head recommends, who waits for a
# commission, who is before one and who of them is voted on, who is to be invited, who is.
OWED, NOTED, RECOMMENDED, BEFORE, VOTED, AWARDED, WINNERS = 350, 350, 120, 120, 70, 200, 2000
CHAIR, SECRETARY, MEMBER, WINNER = 21, 22, 23, 24  # by Telegram's ids
SEATS = 10  # members beside the chair and the secretary
COMMISSION, SITTING, CEREMONY = 1, 1, 1
FIRST = 30_000  # by Telegram's ids, and by ours of enrolments and dossiers
_NUMBERS = {
    S.COMPLETE: OWED,
    S.NOTED: NOTED,
    S.RECOMMENDED: RECOMMENDED,
    S.CANDIDATE: BEFORE,
    S.AWARDED: AWARDED,
    S.INVITED: WINNERS - 1,
}
STATES = [S.INVITED, *(state for state, many in _NUMBERS.items() for _ in range(many))]
ACCOUNTS = [WINNER, *range(FIRST, FIRST + len(STATES) - 1)]
_STEPS = (S.COMPLETE, S.NOTED, S.RECOMMENDED, S.CANDIDATE, S.AWARDED, S.INVITED)


async def build(on: Builder, mentor: int, head: int, operator: int) -> None:
    """Write all of it, by our ids of people, whose accounts and ways are there."""
    await _dossiers(on, mentor, head)
    await _commission(on, operator)
    await _interviews(on)
    await _honours(on, operator)
    await _rated(on)


def _of(state: t.DossierState) -> list[int]:
    """Ids of the dossiers, which are those of their enrolments, in a state."""
    return [FIRST + place for place, each in enumerate(STATES) if each is state]


def _since(state: t.DossierState) -> list[int]:
    """The same in a state or one that comes after it."""
    return [number for each in _STEPS[_STEPS.index(state) :] for number in _of(each)]


async def _dossiers(on: Builder, mentor: int, head: int) -> None:
    now, due = on.now, on.now.date()
    await on.add(
        t.Dossier,
        [
            {"id": FIRST + n, "enrolment_id": FIRST + n, "state": state, "since": now, "due": due}
            for n, state in enumerate(STATES)
        ],
    )
    acted = {S.COMPLETE: mentor, S.NOTED: mentor, S.RECOMMENDED: head, S.CANDIDATE: head}
    await on.add(
        t.DossierStep,
        [
            {"dossier_id": number, "state": state, "by": by, "at": now}
            for state, by in acted.items()
            for number in _since(state)
        ],
    )
    noted = _since(S.NOTED)
    note: dict[str, Any] = {"written_by": mentor, "begun_at": now, "sent_at": now}
    await on.add(
        t.ClosingNote,
        [note | {"id": n, "dossier_id": n, "recommends": n % 2 == 0} for n in noted],
    )
    parts = ["strengths", "growth", "reason", *(f"direction:{d.code}" for d in on.directions)]
    whole = [*_of(S.NOTED)[:20], *_of(S.CANDIDATE)[:20], FIRST]
    await on.add(
        t.NotePart,
        [{"note_id": n, "part": part, "words": "ә" * 600} for n in whole for part in parts],
    )


async def _commission(on: Builder, operator: int) -> None:
    """One that sits over many; and many more."""
    now, season = on.now, on.now.year
    made = {"season": season, "made_by": operator, "made_at": now, "opened_at": now}
    await on.add(
        t.Commission,
        [made | {"id": COMMISSION + n, "region": on.region, "level": None} for n in range(60)],
    )
    seats = [
        (on.people[CHAIR], t.Seat.CHAIR),
        (on.people[SECRETARY], t.Seat.SECRETARY),
        (on.people[MEMBER], t.Seat.MEMBER),
        *((person, t.Seat.MEMBER) for person in on.mentors[: SEATS - 1]),
    ]
    member = {"commission_id": COMMISSION, "of_authority": True, "made_at": now, "since": on.begun}
    await on.add(
        t.CommissionMember,
        [member | {"person_id": person, "seat": seat} for person, seat in seats],
    )
    sitting = {"id": SITTING, "commission_id": COMMISSION, "opened_at": now}
    await on.add(t.Sitting, [sitting | {"opened_by": on.people[CHAIR]}])
    await on.add(
        t.Presence,
        [{"sitting_id": SITTING, "person_id": person, "at": now} for person, _ in seats],
    )
    before = _of(S.CANDIDATE)
    candidacy = {"commission_id": COMMISSION, "put_by": operator, "put_at": now, "appeal": False}
    await on.add(
        t.Candidacy,
        [
            candidacy
            | {"id": n, "dossier_id": n, "marks_closed_at": now if place < VOTED else None}
            for place, n in enumerate(before)
        ],
    )
    ballot = {"words": "ә" * 300, "vote": S.AWARDED, "voted_at": now}
    await on.add(
        t.Ballot,
        [
            ballot | {"candidacy_id": n, "person_id": person}
            for n in before[:VOTED]
            for person, _ in seats
        ],
    )
    points = {"points": 7, "at": now}
    await on.add(
        t.Points,
        [
            points | {"candidacy_id": n, "person_id": person, "criterion": each.code}
            for n in before[:VOTED]
            for person, _ in seats
            for each in on.programme.award.criteria
            if not each.of_interview
        ],
    )


async def _interviews(on: Builder) -> None:
    """A day of times, most of them taken."""
    first = on.now + DAY * 3
    offered = {"commission_id": COMMISSION, "minutes": 15, "place": "ә" * 300, "offered_at": on.now}
    await on.add(
        t.InterviewTime,
        [
            offered
            | {
                "starts_at": first + DAY / 96 * n,
                "offered_by": on.people[CHAIR],
                "candidacy_id": number if n % 4 else None,
                "taken_at": on.now if n % 4 else None,
            }
            for n, number in enumerate(_of(S.CANDIDATE)[:90])
        ],
    )


async def _honours(on: Builder, operator: int) -> None:
    """Certificates of all, and a ceremony to which two thousand are invited; and many more."""
    winners = [*_of(S.INVITED), *_of(S.AWARDED)]
    year = on.now.year
    given = {"level": on.gold.code, "year": year, "issued_at": on.now, "made_at": on.now}
    given |= {"state": t.CertificateState.VALID, "sha256": "0" * 64, "token": None}
    await on.add(
        t.Certificate,
        [
            given
            | {
                "number": f"{year}/{n}",
                "serial": n,
                "enrolment_id": n,
                "person_id": on.people[ACCOUNTS[n - FIRST]],
                "name": f"Сәрсен Айгерім {n}",
                "token_hash": str(n),
            }
            for n in winners
        ],
    )
    counter = {"year": year, "level": on.gold.code, "last": max(winners)}
    await on.add(t.CertificateCounter, [counter])
    ceremony = {
        "region": on.region,
        "starts_at": on.now + DAY * 20,
        "place": "ә" * 120,
        "address": "ә" * 200,
        "bring": "ә" * 500,
        "guests": 5,
        "made_by": operator,
        "made_at": on.now,
    }
    await on.add(t.Ceremony, [ceremony | {"id": CEREMONY + n} for n in range(60)])
    answer = {"ceremony_id": CEREMONY, "answer": t.CeremonyAnswer.COMES, "guests": 5}
    await on.add(t.CeremonyGuest, [answer | {"dossier_id": n} for n in _of(S.INVITED)])


async def _rated(on: Builder) -> None:
    """Places, points and chosen photos."""
    place: dict[str, Any] = {"level": on.gold.code, "region": on.region, "gained": 1.0}
    place["percents"] = {each.code: 50 for each in on.directions}
    await on.add(
        t.Rating,
        [place | {"enrolment_id": n, "rating": float(n)} for n in on.active],
    )
    await on.add(t.RatingCount, [{"id": 1, "counted_at": on.now}])
    row = {"points": 5, "earned_on": on.now.date(), "reward": "week"}
    await on.add(
        t.OlzhaRow,
        [row | {"enrolment_id": 1, "cause": f"sport:{n}"} for n in range(500)],
    )
