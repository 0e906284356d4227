"""Who may see which ratings, and who decides about a name in public tables (programme.md §8)."""

from award.ratings import leaders, names, own, tables
from award.ratings.tables import By
from tests.award.access.table.rows import EVERYONE, IN_OFFICE, READERS, SELF, Row
from tests.award.access.table.rows import own as of_oneself

FAMILY = frozenset({"self", "rep"})
# All but mentors, who have nobody below them to compare.
COMPARING = IN_OFFICE - {"mentor", "mentor2"}

# Who neither takes part, represents, nor has a role; a seat in a commission is none.
NEITHER = {"former", "unknown", "seat", "seat2", "seat_former"}

OF_RATINGS: dict[str, Row] = {
    "ratings.own.own_rating": Row(lambda at, w, t: own.own_rating(at, t.enrolment), READERS),
    "ratings.leaders.leaders": Row(
        lambda at, w, t: leaders.leaders(at, "bronze"),
        EVERYONE - NEITHER,
        recorded=False,  # all of it is public
    ),
    "ratings.tables.table": Row(lambda at, w, t: tables.table(at, "bronze"), IN_OFFICE),
    "ratings.tables.ask_for_table": Row(
        lambda at, w, t: tables.ask_for_table(at, "bronze"), IN_OFFICE
    ),
    "ratings.tables.groups": Row(
        lambda at, w, t: tables.groups(at, "bronze", By.MENTOR), COMPARING
    ),
    "ratings.names.naming": Row(lambda at, w, t: names.naming(at, t.enrolment), FAMILY),
    "ratings.names.agree": Row(
        lambda at, w, t: names.agree(at, t.enrolment, "Айгерім"),
        frozenset({"rep"}),
        says=("refused-public-name-minor",),
    ),
    "ratings.names.take_back": Row(lambda at, w, t: names.take_back(at, t.enrolment), FAMILY),
    "ratings.names.ask_representative": Row(
        lambda at, w, t: names.ask_representative(at, t.enrolment), SELF, also=frozenset({"rep"})
    ),
    "ratings.names.lapsed_name": of_oneself(lambda at, w, t: names.lapsed_name(at)),
}
