"""What is asked of a participant: requirements of the level, choices, what was changed for them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from award.access.acting import Acting
from award.calendar import local_date
from award.programme import Programme
from award.programme.requirements import ChoiceError, Choices, Override, Requirement, requirements
from storage.tables import (
    OPEN_STATES,
    Enrolment,
)

_OVERRIDDEN = ("amount", "minutes_per_week", "norm", "final_video")


async def latest_enrolment(at: Acting) -> Enrolment | None:
    """The person's own open enrolment, else the last one that ended."""
    return await at.session.scalar(
        select(Enrolment)
        .where(Enrolment.person_id == at.actor.id)
        .order_by(Enrolment.state.in_(OPEN_STATES).desc(), Enrolment.id.desc())
        .limit(1)
    )


def choices_of_enrolment(enrolment: Enrolment) -> Choices:
    """The participant's answers to what the level leaves open, and the directions they added."""
    kept = enrolment.choices or {}
    return Choices(dict(kept.get("answers", {})), frozenset(kept.get("extra", ())))


def store_choices(choices: Choices) -> dict[str, Any]:
    """The same for `Enrolment.choices`: {"answers": {choice: option}, "extra": [direction]}."""
    return {"answers": dict(choices.answers), "extra": sorted(choices.extra)}


def overrides_of_enrolment(enrolment: Enrolment) -> tuple[Override, ...]:
    """What the operator asks of this person instead (programme.md §2), one for each direction."""
    return tuple(
        Override(
            direction,
            kept["reason"],
            **{name: kept.get(name) for name in _OVERRIDDEN},
            sections={int(n): least for n, least in kept["sections"].items()}
            if kept.get("sections") is not None
            else None,
        )
        for direction, kept in (enrolment.overrides or {}).items()
    )


def store_overrides(overrides: Iterable[Override]) -> dict[str, Any]:
    """The same for `Enrolment.overrides`: {direction: {"reason": …, only what is changed}}."""
    return {override.direction: _stored(override) for override in overrides}


def asked_of(programme: Programme, enrolment: Enrolment) -> tuple[Requirement, ...]:
    """What is asked of the participant, by the list of their year as it was when they began (§1).

    Raises ChoiceError while the level or something that it leaves open is not chosen.
    """
    if enrolment.level is None:
        raise ChoiceError("level")
    applied = local_date(enrolment.submitted_at or enrolment.begun_at, programme.zone)
    programme = programme.as_of(enrolment.begun_at)
    return requirements(
        programme,
        programme.level(enrolment.level),
        choices_of_enrolment(enrolment),
        year=applied.year,
        overrides=overrides_of_enrolment(enrolment),
    )


def asked_by_direction(
    programme: Programme, enrolment: Enrolment
) -> Mapping[str | None, Requirement]:
    """The same by direction; nothing while something is not chosen."""
    try:
        return {each.direction: each for each in asked_of(programme, enrolment)}
    except ChoiceError:
        return {}


def _stored(override: Override) -> dict[str, Any]:
    kept = {name: getattr(override, name) for name in ("reason", *_OVERRIDDEN)}
    if override.sections is not None:
        kept["sections"] = {str(n): least for n, least in override.sections.items()}
    return {name: value for name, value in kept.items() if value is not None}
