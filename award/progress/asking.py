"""What is asked of very many participants, for what is counted over all of them."""

import datetime as dt
import json
from typing import TypeAlias

from award.calendar import local_date
from award.programme import Measure, Programme
from award.programme.requirements import ChoiceError, Requirement
from award.progress.asked import asked_of
from storage.tables import Enrolment

Asked: TypeAlias = tuple[Requirement, ...]


class Asking:
    """What is asked of participants, worked out once for all who made the same choices.

    With `only`, of the directions that are counted so.
    """

    def __init__(self, programme: Programme, only: Measure | None = None) -> None:
        self.programme = programme
        self._only = only
        self._known: dict[tuple[str, str, str, int, int], Asked] = {}

    def of(
        self,
        level: str | None,
        choices: str,
        overrides: str,
        begun: dt.datetime,
        submitted: dt.datetime | None,
    ) -> Asked:
        """Nothing where a choice is still open. `choices` and `overrides` are JSON as kept."""
        year = local_date(submitted or begun, self.programme.zone).year
        # Programmes of earlier are kept by the programme itself: no other one has their id.
        key = (level or "", choices, overrides, year, id(self.programme.as_of(begun)))
        if key not in self._known:
            enrolment = Enrolment(
                level=level,
                choices=json.loads(choices or "{}"),
                overrides=json.loads(overrides or "{}"),
                begun_at=begun,
                submitted_at=submitted,
            )
            try:
                asked = asked_of(self.programme, enrolment)
            except (ChoiceError, KeyError):
                asked = ()
            self._known[key] = tuple(e for e in asked if self._only in (None, e.measure))
        return self._known[key]
