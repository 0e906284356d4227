"""What a participant must do: the level, their choices, and what was set for them alone (§2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from award.programme.model import Choice, Demand, Level, Measure, Programme


class ChoiceError(ValueError):
    """A choice is not made, or one was made that the level does not offer; `code` is which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Choices:
    """A participant's answers: option by choice, and the optional directions they added."""

    answers: Mapping[str, str] = field(default_factory=dict)
    extra: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Requirement:
    """What is asked in one direction: `amount` weeks, books or days.

    A week counts with `minutes_per_week` approved minutes (0 where weeks are not what is counted).
    `sections` is the least number of books of each section. `norm` and `final_video`: both are
    asked before the mentor's mark. `personal`: changed for this person.
    """

    direction: str
    measure: Measure
    amount: int
    minutes_per_week: int = 0
    sections: Mapping[int, int] = field(default_factory=dict)
    norm: bool = False
    final_video: bool = False
    personal: bool = False


@dataclass(frozen=True)
class Override:
    """Another requirement for a person with a disability, with its reason (programme.md §2).

    None leaves a thing as the level has it. Another activity belongs to the plan, not here.
    """

    direction: str
    reason: str
    amount: int | None = None
    minutes_per_week: int | None = None
    sections: Mapping[int, int] | None = None
    norm: bool | None = None
    final_video: bool | None = None


def required_directions(programme: Programme, level: Level, year: int) -> tuple[str, ...]:
    """Directions that everyone at this level does: the level asks them and the year's list too."""
    mandatory = programme.mandatory_in(year)
    optional = {demand.direction for demand in level.requires if demand.optional}
    return tuple(d for d in level.directions if d in mandatory and d not in optional)


def optional_directions(programme: Programme, level: Level, year: int) -> tuple[str, ...]:
    """Directions of the level that a participant may add."""
    required = required_directions(programme, level, year)
    return tuple(d for d in level.directions if d not in required)


def choices_of(
    programme: Programme, level: Level, year: int, extra: frozenset[str] = frozenset()
) -> tuple[Choice, ...]:
    """The questions the level leaves open to a participant who added `extra` directions."""
    taken = extra.union(required_directions(programme, level, year))
    return tuple(choice for choice in level.choices if choice.directions & taken)


def requirements(
    programme: Programme,
    level: Level,
    choices: Choices,
    *,
    year: int,
    overrides: Iterable[Override] = (),
) -> tuple[Requirement, ...]:
    """What is asked of a participant who applied in `year`, one each in the programme's order.

    Raises ChoiceError for an open or unknown choice or a direction the level does not have.
    """
    for direction in choices.extra.difference(level.directions):
        raise ChoiceError(direction)
    taken = choices.extra.union(required_directions(programme, level, year))
    demands = list(level.requires)
    for choice in choices_of(programme, level, year, choices.extra):
        demands += _chosen(choice, choices.answers)
    personal = {override.direction: override for override in overrides}
    asked = {
        demand.direction: _override(_requirement(programme, demand), personal)
        for demand in demands
        if demand.direction in taken
    }
    return tuple(asked[d.code] for d in programme.directions if d.code in asked)


def _chosen(choice: Choice, answers: Mapping[str, str]) -> tuple[Demand, ...]:
    try:
        return choice.option(answers[choice.code]).requires
    except KeyError:
        raise ChoiceError(choice.code) from None


def _requirement(programme: Programme, demand: Demand) -> Requirement:
    direction = programme.direction(demand.direction)
    weekly = demand.measure is Measure.weeks
    return Requirement(
        direction=demand.direction,
        measure=demand.measure,
        amount=demand.amount,
        minutes_per_week=programme.minutes_per_week if weekly else 0,
        sections=demand.sections,
        norm=direction.needs_norm,
        final_video=direction.needs_final_video and weekly,
    )


def _override(asked: Requirement, personal: Mapping[str, Override]) -> Requirement:
    override = personal.get(asked.direction)
    if override is None:
        return asked
    changes = {
        name: value
        for name in ("amount", "minutes_per_week", "sections", "norm", "final_video")
        if (value := getattr(override, name)) is not None
    }
    return replace(asked, personal=True, **changes)
