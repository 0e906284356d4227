"""The centre head's word on a participant whose mentor has written the note (§8.7).

Recommended, asked back, or not recommended with a reason that the participant reads and can
dispute. Who may is found by `award/dossiers/turns.py`: never the mentor, nor anybody near.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from award.access.acting import Acting
from award.dossiers.endings import still_goes_on
from award.dossiers.moving import dossier_locked, move
from award.dossiers.turns import recommenders, writers
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.recommendation.facts import missing_of
from award.recommendation.notes import fit
from storage.locking import locked_one
from storage.tables import (
    Dossier,
    DossierState,
    Enrolment,
    Person,
    RoleKind,
    Urgency,
)

RECOMMENDERS = (RoleKind.CENTRE_HEAD, RoleKind.COORDINATOR, RoleKind.OPERATOR)
AT_ONCE = 50  # recommended with one question


@dataclass(frozen=True, slots=True)
class Recommended:
    """How many were recommended together, and how many could not be any more."""

    done: int
    left: int


async def recommend(at: Acting, dossier_id: int) -> None:
    """Put a participant forward; they are told.

    Raises NotFound for who may not, TooLate once it has moved, Refusal where something is missing.
    """
    dossier, enrolment = await _recommending(at, dossier_id)
    await _put_forward(at, dossier, enrolment)


async def recommend_several(at: Acting, dossier_ids: Collection[int]) -> Recommended:
    """The same of several, after one question; what cannot be any more is left out and counted.

    Raises NotFound if one of them is not the acting person's to recommend.
    """
    at.actor.require(*RECOMMENDERS)
    if len(dossier_ids) > AT_ONCE:
        raise NotFound
    done = 0
    for number in sorted(dossier_ids):
        try:
            await recommend(at, number)
        except NotAllowed:
            raise
        except Refusal:
            continue
        done += 1
    return Recommended(done, len(dossier_ids) - done)


async def ask_mentor(at: Acting, dossier_id: int, question: str) -> None:
    """Give the note back with a question: it comes first in the queue of who writes it."""
    dossier, _ = await _recommending(at, dossier_id)
    await move(at, dossier, DossierState.RETURNED, fit(question))
    for person in (await writers(at.session, [dossier], at.now))[dossier.id]:
        tell(at.session, person, NoticeKind.NOTE_ASKED_BACK, at.now, dossier=dossier.id)


async def not_recommend(at: Acting, dossier_id: int, reason: str) -> None:
    """Not put forward, for a reason that the participant reads and can dispute (§7)."""
    dossier, enrolment = await _recommending(at, dossier_id)
    await move(at, dossier, DossierState.NOT_RECOMMENDED, fit(reason))
    tell(
        at.session,
        enrolment.person_id,
        NoticeKind.NOT_RECOMMENDED,
        at.now,
        urgency=Urgency.NOW,
        dossier=dossier.id,
    )


async def _put_forward(at: Acting, dossier: Dossier, enrolment: Enrolment) -> None:
    person = await at.session.get_one(Person, enrolment.person_id)
    rows: Sequence[tuple[Enrolment, Person]] = [(enrolment, person)]
    if (await missing_of(at.session, at.programme, rows, at.now))[enrolment.id]:
        raise Refusal("refused-dossier-missing")
    await move(at, dossier, DossierState.RECOMMENDED)
    tell(at.session, enrolment.person_id, NoticeKind.RECOMMENDED, at.now, dossier=dossier.id)


async def _recommending(at: Acting, dossier_id: int) -> tuple[Dossier, Enrolment]:
    """The dossier that is the acting person's to recommend, locked after its enrolment."""
    at.actor.require(*RECOMMENDERS)
    found = await at.session.get(Dossier, dossier_id)
    if found is None:
        raise NotFound
    enrolment = await locked_one(at.session, Enrolment, found.enrolment_id)
    dossier = await dossier_locked(at, dossier_id)
    if not still_goes_on(enrolment):
        raise NotFound
    if at.actor.id not in (await recommenders(at.session, [dossier], at.now))[dossier.id]:
        raise NotFound
    if dossier.state is not DossierState.NOTED:
        raise TooLate("refused-dossier-moved")
    return dossier, enrolment
