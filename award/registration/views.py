"""What an application has chosen, by name (programme.md §4.5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from award.access.acting import Acting
from award.registration.application import own_draft
from storage.tables import Centre, Partner, Person


@dataclass(frozen=True, slots=True)
class ChosenPlaces:
    """Names of the partner for each direction that has one, and of the centre.

    `mentor`: the id, and the name if it is known.
    """

    partners: Mapping[str, str]
    centre: str | None
    mentor: tuple[int, str | None] | None


async def chosen_places(at: Acting) -> ChosenPlaces:
    """Of the own draft; raises TooLate where there is none."""
    draft = await own_draft(at)
    chosen: dict[str, int] = draft.choices.get("partners", {})
    found = await at.session.execute(
        select(Partner.id, Partner.name).where(Partner.id.in_(chosen.values()))
    )
    names = dict(found.tuples().all())
    centre = await at.session.get(Centre, draft.centre_id or 0)
    mentor = await at.session.get(Person, draft.mentor_id or 0)
    return ChosenPlaces(
        {direction: names[each] for direction, each in chosen.items() if each in names},
        centre.name if centre else None,
        (mentor.id, mentor.full_name) if mentor else None,
    )
