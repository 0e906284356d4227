"""Who may not note, recommend or decide on whom (§8.1)."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.typed import same_name
from storage.tables import (
    OPEN_STATES,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    HouseholdMember,
    Person,
    Role,
    RoleKind,
)

_S = DossierState
# Each stage of the way is done by different people.
NOTING = frozenset({_S.NOTED})
RECOMMENDING = frozenset({_S.RETURNED, _S.RECOMMENDED, _S.NOT_RECOMMENDED})
DECIDING = frozenset({_S.AWARDED, _S.DECLINED, _S.DEFERRED})


async def barred(
    session: AsyncSession,
    dossiers: Collection[Dossier],
    stage: frozenset[DossierState],
) -> dict[int, frozenset[int]]:
    """By dossier, ids of those who may not act on it in a stage, whatever their role is.

    The participant, who represents them or ever did, whom they mentor, who lives with them, the
    mentor beyond the note, and who acted in another stage, or had refused it in this one. Four
    statements, however many dossiers.
    """
    if not dossiers:
        return {}
    found = await session.execute(
        select(Enrolment.id, Enrolment.mentor_id, Person)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.id.in_([each.enrolment_id for each in dossiers]))
    )
    rows = {enrolment: (mentor, person) for enrolment, mentor, person in found}
    people = {person.id: person for _, person in rows.values()}
    related = await _related(session, people.values())
    acted = await _acted(session, dossiers, stage)
    return {
        each.id: frozenset(
            {rows[each.enrolment_id][1].id}
            | related[rows[each.enrolment_id][1].id]
            | acted[each.id]
            | _mentor(rows[each.enrolment_id][0], stage)
        )
        for each in dossiers
    }


def _mentor(mentor: int | None, stage: frozenset[DossierState]) -> set[int]:
    return set() if mentor is None or stage is NOTING else {mentor}


async def _related(session: AsyncSession, people: Iterable[Person]) -> dict[int, set[int]]:
    """By participant, who represents them or ever did, is mentored by them, or lives with them."""
    by_id = {person.id: person for person in people}
    related: dict[int, set[int]] = defaultdict(set)
    parents = select(Role.ward_id, Role.person_id).where(
        Role.kind == RoleKind.REPRESENTATIVE, Role.ward_id.in_(by_id)
    )
    mentored = select(Enrolment.mentor_id, Enrolment.person_id).where(
        Enrolment.mentor_id.in_(by_id), Enrolment.state.in_(OPEN_STATES)
    )
    for participant, other in await session.execute(parents.union_all(mentored)):
        if participant is not None:
            related[participant].add(other)
    born = {person.birth_date for person in by_id.values() if person.birth_date is not None}
    households = await session.scalars(
        select(HouseholdMember).where(HouseholdMember.birth_date.in_(born))
    )
    for member in households:
        for person in by_id.values():
            if person.birth_date == member.birth_date and same_name(
                person.full_name or "", member.full_name
            ):
                related[person.id].add(member.person_id)
    return related


async def _acted(
    session: AsyncSession, dossiers: Collection[Dossier], stage: frozenset[DossierState]
) -> dict[int, set[int]]:
    """By dossier, who acted on it in another stage than this, or had refused it in this one."""
    others = (NOTING | RECOMMENDING | DECIDING) - stage
    if stage is RECOMMENDING:
        others |= {_S.NOT_RECOMMENDED}  # it is recommended anew: that refusal was annulled
    found = await session.execute(
        select(DossierStep.dossier_id, DossierStep.by).where(
            DossierStep.dossier_id.in_([each.id for each in dossiers]),
            DossierStep.state.in_(others),
            DossierStep.by.is_not(None),
        )
    )
    acted: dict[int, set[int]] = defaultdict(set)
    for dossier, person in found:
        if person is not None:
            acted[dossier].add(person)
    return acted
