"""Who may call what notes of observation are about: who keeps a journal, and those above."""

from award.observations import observations
from tests.award.access.table.rows import MENTOR, Row

KEEPERS = frozenset({"mentor", "expert", "coordinator"})

OF_OBSERVATIONS: dict[str, Row] = {
    "observations.observations.observe": Row(
        lambda at, w, t: observations.observe(at, t.enrolment, "Үндемей жүр"), KEEPERS
    ),
    "observations.observations.notes_on": Row(
        lambda at, w, t: observations.notes_on(at, t.enrolment), KEEPERS | {"operator"}
    ),
    "observations.observations.take_away": Row(
        lambda at, w, t: observations.take_away(at, t.observation), MENTOR
    ),
}
