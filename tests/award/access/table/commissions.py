"""Who may do what in commissions; their members see only candidates put to them.

«seat» is the chair of the commission that has «candidate» before it and sits; «seat2» of another,
which declined «appealed»; «seat_former» was a member of the first.
"""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from award.access.invitations import make_link
from award.commission import (
    appeals,
    deciding,
    dossier,
    marks,
    outcome,
    protocols,
    putting,
    scope,
    seats,
    sittings,
    terms,
    views,
)
from storage.tables import (
    Appeal,
    Ballot,
    Candidacy,
    Commission,
    CommissionMember,
    Dossier,
    DossierState,
    InvitationKind,
    Presence,
    Seat,
    Sitting,
    SittingProtocol,
)
from tests.award.access.table.rows import EVERYONE, NOBODY, OPERATOR, READERS, Row, own
from tests.award.access.table.world import NOW, TODAY, World, add_person

SEAT = frozenset({"seat"})
FAMILY = frozenset({"self", "rep"})
# Grown-ups who do not sit there already.
INVITED = EVERYONE - {"self", "other", "seat"}
WORDS = "Мен бұл шешіммен келіспеймін"
SEATS = {"seat", "seat_b", "seat_c", "seat2", "seat_d", "seat_e", "seat_f"}

OF_COMMISSIONS: dict[str, Row] = {
    # --- the operator
    "commission.seats.make_commission": Row(
        lambda at, w, t: seats.make_commission(at, NOW.year), OPERATOR, staff=True
    ),
    "commission.seats.add_seat": Row(
        lambda at, w, t: seats.add_seat(at, w.commission, Seat.MEMBER), OPERATOR, staff=True
    ),
    "commission.seats.seat_link": Row(
        lambda at, w, t: seats.seat_link(at, w.vacant_seat), OPERATOR, staff=True
    ),
    "commission.seats.end_seat": Row(
        lambda at, w, t: seats.end_seat(at, w.vacant_seat), OPERATOR, staff=True
    ),
    "commission.seats.open_commission": Row(
        lambda at, w, t: seats.open_commission(at, w.commission),
        OPERATOR,
        staff=True,
        but="refused-commission-open",
    ),
    "commission.seats.close_commission": Row(
        lambda at, w, t: seats.close_commission(at, w.commission),
        OPERATOR,
        staff=True,
        but="refused-commission-busy",
    ),
    "commission.putting.put": Row(
        lambda at, w, t: putting.put(at, w.commission), OPERATOR, staff=True
    ),
    "commission.putting.take_back": Row(
        lambda at, w, t: putting.take_back(at, t.candidacy), OPERATOR, of="candidate"
    ),
    "commission.putting.take_all_back": Row(
        lambda at, w, t: putting.take_all_back(at, w.commission),
        OPERATOR,
        of="candidate",
        staff=True,
    ),
    "commission.views.commissions": Row(
        lambda at, w, t: views.commissions(at, 0), OPERATOR, staff=True
    ),
    "commission.views.commission_seen": Row(
        lambda at, w, t: views.commission_seen(at, w.commission), OPERATOR, staff=True
    ),
    "commission.views.seat_seen": Row(
        lambda at, w, t: views.seat_seen(at, w.own_seat), OPERATOR, staff=True
    ),
    # --- whoever opens a link
    "commission.seats.offered_seat": Row(
        lambda at, w, t: seats.offered_seat(at, w.links["commission"]),
        INVITED,
        says=("refused-staff-minor", "refused-role-held"),
        recorded=False,
    ),
    "commission.seats.take_seat": Row(
        lambda at, w, t: seats.take_seat(at, w.links["commission"]),
        INVITED,
        says=("refused-staff-minor", "refused-role-held"),
    ),
    # --- members
    "commission.scope.sits": own(lambda at, w, t: scope.sits(at)),
    "commission.views.own_commissions": own(lambda at, w, t: views.own_commissions(at)),
    "commission.outcome.own_seat": Row(
        lambda at, w, t: outcome.own_seat(at, w.own_seat), SEAT, staff=True
    ),
    "commission.views.desk": Row(lambda at, w, t: views.desk(at, w.commission), SEAT, staff=True),
    "commission.views.candidates": Row(
        lambda at, w, t: views.candidates(at, w.commission, 0), SEAT, of="candidate"
    ),
    "commission.views.next_candidate": Row(
        lambda at, w, t: views.next_candidate(at, w.commission, 0), SEAT, of="candidate"
    ),
    "commission.dossier.dossier_seen": Row(
        lambda at, w, t: dossier.dossier_seen(at, t.candidacy), SEAT, of="candidate"
    ),
    "commission.dossier.progress_seen": Row(
        lambda at, w, t: dossier.progress_seen(at, t.candidacy), SEAT, of="candidate"
    ),
    "commission.dossier.note_seen": Row(
        lambda at, w, t: dossier.note_seen(at, t.candidacy), SEAT, of="candidate"
    ),
    "commission.dossier.journal_seen": Row(
        lambda at, w, t: dossier.journal_seen(at, t.candidacy, 0), SEAT, of="candidate"
    ),
    "commission.dossier.ask_portfolio": Row(
        lambda at, w, t: dossier.ask_portfolio(at, t.candidacy), SEAT, of="candidate"
    ),
    # Who is asked answers for whoever acts alone.
    "commission.dossier.is_before": own(
        lambda at, w, t: dossier.is_before(at, t.enrolment), of="candidate"
    ),
    # An entry that was not approved is none of the dossier.
    "commission.dossier.files_seen": Row(
        lambda at, w, t: dossier.files_seen(at, t.candidacy, t.submitted), NOBODY, of="candidate"
    ),
    "commission.terms.candidate_due": Row(
        lambda at, w, t: terms.candidate_due(at, t.candidacy), SEAT, of="candidate"
    ),
    "commission.marks.mark": Row(
        lambda at, w, t: marks.mark(at, t.candidacy, "results", 5), SEAT, of="candidate"
    ),
    "commission.marks.word_beside": Row(
        lambda at, w, t: marks.word_beside(at, t.candidacy, "Табанды"), SEAT, of="candidate"
    ),
    # The secretary's alone.
    "commission.marks.close_marks": Row(
        lambda at, w, t: marks.close_marks(at, t.candidacy), NOBODY, of="candidate"
    ),
    "commission.marks.step_back": Row(
        lambda at, w, t: marks.step_back(at, t.candidacy), SEAT, of="candidate"
    ),
    "commission.deciding.vote": Row(
        lambda at, w, t: deciding.vote(at, t.candidacy, DossierState.AWARDED),
        SEAT,
        of="candidate",
        but="refused-marks-hidden",
    ),
    "commission.deciding.decide": Row(
        lambda at, w, t: deciding.decide(at, t.candidacy, reason="met"),
        SEAT,
        of="candidate",
        but="refused-no-quorum",
    ),
    "commission.deciding.undisputed_of": Row(
        lambda at, w, t: deciding.undisputed_of(at, w.commission), SEAT, of="candidate"
    ),
    "commission.deciding.decide_undisputed": Row(
        lambda at, w, t: deciding.decide_undisputed(at, w.commission), SEAT, of="candidate"
    ),
    "commission.sittings.open_sitting": Row(
        lambda at, w, t: sittings.open_sitting(at, w.commission),
        SEAT,
        staff=True,
        but="refused-sitting-open",
    ),
    "commission.sittings.arrive": Row(
        lambda at, w, t: sittings.arrive(at, w.commission), SEAT, staff=True
    ),
    "commission.sittings.leave": Row(
        lambda at, w, t: sittings.leave(at, w.commission), SEAT, staff=True
    ),
    "commission.sittings.close_sitting": Row(
        lambda at, w, t: sittings.close_sitting(at, w.commission), SEAT, staff=True
    ),
    "commission.protocols.correct": Row(
        lambda at, w, t: protocols.correct(at, w.protocol, WORDS), SEAT, staff=True
    ),
    "commission.protocols.paper": Row(
        lambda at, w, t: protocols.paper(at, w.protocol), SEAT | OPERATOR, staff=True
    ),
    # --- what was decided, and appeals
    "commission.outcome.decision_seen": Row(
        lambda at, w, t: outcome.decision_seen(at, t.candidacy), READERS, of="appealed"
    ),
    "commission.outcome.taken_back_seen": Row(
        lambda at, w, t: outcome.taken_back_seen(at, w.given_up),
        READERS,
        of="candidate",
        but="refused-dossier-moved",
    ),
    "commission.outcome.short_seen": Row(
        lambda at, w, t: outcome.short_seen(at, w.commission), OPERATOR, staff=True
    ),
    "commission.appeals.may_appeal": own(
        lambda at, w, t: appeals.may_appeal(at, t.dossier), of="candidate"
    ),
    "commission.appeals.appeal": Row(
        lambda at, w, t: appeals.appeal(at, t.dossier, WORDS),
        FAMILY,
        of="candidate",
        but="refused-appeal-late",
    ),
    "commission.appeals.appeal_seen": Row(
        lambda at, w, t: appeals.appeal_seen(at, t.appeal), OPERATOR, of="appealed"
    ),
    "commission.appeals.waiting_appeals": Row(
        lambda at, w, t: appeals.waiting_appeals(at), OPERATOR, staff=True
    ),
    "commission.appeals.give_appeal": Row(
        lambda at, w, t: appeals.give_appeal(at, t.appeal, w.commission), OPERATOR, of="appealed"
    ),
    "commission.terms.appeal_due": Row(
        lambda at, w, t: terms.appeal_due(at, t.appeal), OPERATOR, of="appealed"
    ),
}


async def add_commissions(session: AsyncSession, world: World) -> None:
    """Two that are open, in one region; the people of the world who are nothing else sit there."""
    for key in (*sorted(SEATS), "seat_former"):
        if key not in world.people:
            await add_person(session, world, key)
    operator = world.people["operator"]
    made = [Commission(season=2026, made_by=operator, made_at=NOW, opened_at=NOW) for _ in range(2)]
    session.add_all(made)
    await session.flush()
    first, second = (commission.id for commission in made)
    world.commission = first
    seated = [_sits(world, first, key, number) for number, key in enumerate(("seat", "seat_b"))]
    seated += [_sits(world, first, "seat_c", 2), _sits(world, first, "seat_f", 3)]
    seated += [_sits(world, second, key, n) for n, key in enumerate(("seat2", "seat_d", "seat_e"))]
    former = _sits(world, first, "seat_former", 3)
    former.since, former.until = NOW - timedelta(days=2), NOW - timedelta(days=1)
    vacant = CommissionMember(
        commission_id=first, seat=Seat.MEMBER, of_authority=False, made_at=NOW
    )
    session.add_all([*seated, former, vacant])
    await session.flush()
    world.own_seat, world.vacant_seat = seated[0].id, vacant.id
    await _candidates(session, world, first, second)
    sitting = Sitting(commission_id=first, opened_by=world.people["seat"], opened_at=NOW)
    session.add(sitting)
    await session.flush()
    session.add(Presence(sitting_id=sitting.id, person_id=world.people["seat"], at=NOW))
    protocol = SittingProtocol(
        season=2026, number=1, sitting_id=sitting.id, issued_by=world.people["seat"], issued_at=NOW
    )
    session.add(protocol)
    await session.flush()
    world.protocol = protocol.id
    world.links["commission"] = await make_link(
        session, InvitationKind.COMMISSION, operator, NOW, member_id=vacant.id
    )


def _sits(world: World, commission: int, key: str, number: int) -> CommissionMember:
    seat = (Seat.CHAIR, Seat.SECRETARY, Seat.MEMBER, Seat.MEMBER)[number]
    return CommissionMember(
        commission_id=commission,
        seat=seat,
        of_authority=number == 0,
        person_id=world.people[key],
        made_at=NOW,
        since=NOW,
    )


async def _candidates(session: AsyncSession, world: World, first: int, second: int) -> None:
    """One before the first commission; one whom the second declined, who appealed."""
    states = {"candidate": DossierState.CANDIDATE, "appealed": DossierState.APPEALED}
    for key, state in states.items():
        things = world.things[key]
        dossier = Dossier(enrolment_id=things.enrolment, state=state, since=NOW, due=TODAY)
        session.add(dossier)
        await session.flush()
        declined = state is DossierState.APPEALED
        candidacy = Candidacy(
            commission_id=second if declined else first,
            dossier_id=dossier.id,
            appeal=False,
            put_by=world.people["operator"],
            put_at=NOW,
            ended_at=NOW if declined else None,
            outcome=DossierState.DECLINED if declined else None,
            reason="results" if declined else None,
        )
        session.add(candidacy)
        await session.flush()
        things = replace(things, dossier=dossier.id, candidacy=candidacy.id)
        world.things[key] = things
        if not declined:
            await _gave_up(session, world, second, dossier.id)
            continue
        session.add(
            Ballot(
                candidacy_id=candidacy.id,
                person_id=world.people["seat2"],
                vote=DossierState.DECLINED,
                voted_at=NOW,
            )
        )
        appeal = Appeal(dossier_id=dossier.id, made_by=things.person, made_at=NOW, words=WORDS)
        session.add(appeal)
        await session.flush()
        world.things[key] = replace(things, appeal=appeal.id)


async def _gave_up(session: AsyncSession, world: World, commission: int, dossier: int) -> None:
    """A commission had the candidate before it, and gave them up."""
    before = Candidacy(
        commission_id=commission,
        dossier_id=dossier,
        appeal=False,
        put_by=world.people["operator"],
        put_at=NOW,
        ended_at=NOW,
    )
    session.add(before)
    await session.flush()
    world.given_up = before.id
