"""Who may call what happens between a complete level and the award."""

from award.disputes import disputes
from award.dossiers import household, way
from award.mentoring import characterisation
from award.profile import next_step
from award.recommendation import notes, recommendations, told, views
from award.registration import next_level
from tests.award.access.table.rows import EVERYONE, IN_OFFICE, MENTOR, READERS, SELF, Row, own
from tests.award.access.table.world import TODAY

WRITERS = frozenset(
    {"mentor", "mentor2", "expert", "expert2", "coordinator", "coordinator2", "operator"}
)
RECOMMENDERS = frozenset({"head", "head2", "coordinator", "coordinator2", "operator"})
HEAD = frozenset({"head"})
SITTING = frozenset({"seat", "seat2"})  # in a commission, whatever else they are

OF_THE_WAY: dict[str, Row] = {
    # --- the mentor's closing note
    "recommendation.notes.owed_notes": Row(lambda at, w, t: notes.owed_notes(at), WRITERS),
    "recommendation.notes.note_form": Row(
        lambda at, w, t: notes.note_form(at, t.dossier), MENTOR, of="complete"
    ),
    "recommendation.notes.say_part": Row(
        lambda at, w, t: notes.say_part(at, t.dossier, notes.STRENGTHS, words="Табанды"),
        MENTOR,
        of="complete",
    ),
    "recommendation.notes.send_note": Row(
        lambda at, w, t: notes.send_note(at, t.dossier, recommends=True),
        MENTOR,
        of="complete",
        but="refused-note-unfinished",
    ),
    # --- the centre head's recommendation
    "recommendation.recommendations.recommend": Row(
        lambda at, w, t: recommendations.recommend(at, t.dossier),
        HEAD,
        of="noted",
        but="refused-dossier-missing",
    ),
    "recommendation.recommendations.recommend_several": Row(
        lambda at, w, t: recommendations.recommend_several(at, [t.dossier]), HEAD, of="noted"
    ),
    "recommendation.recommendations.ask_mentor": Row(
        lambda at, w, t: recommendations.ask_mentor(at, t.dossier, "Қай кітап?"), HEAD, of="noted"
    ),
    "recommendation.recommendations.not_recommend": Row(
        lambda at, w, t: recommendations.not_recommend(at, t.dossier, "Әзірге ерте"),
        HEAD,
        of="noted",
    ),
    "recommendation.views.owed": own(lambda at, w, t: views.owed(at)),
    "recommendation.views.to_recommend": Row(lambda at, w, t: views.to_recommend(at), RECOMMENDERS),
    "recommendation.views.next_to_recommend": Row(
        lambda at, w, t: views.next_to_recommend(at), RECOMMENDERS
    ),
    "recommendation.views.ready_to_recommend": Row(
        lambda at, w, t: views.ready_to_recommend(at), RECOMMENDERS
    ),
    "recommendation.views.notes_read": Row(
        lambda at, w, t: views.notes_read(at), RECOMMENDERS | {"expert", "expert2"}
    ),
    # The participant only once it is decided.
    "recommendation.views.dossier_read": Row(
        lambda at, w, t: views.dossier_read(at, t.dossier), READERS - {"self", "rep"}, of="noted"
    ),
    "disputes.disputes.dispute_dossier": Row(
        lambda at, w, t: disputes.dispute_dossier(at, t.dossier, "Келіспеймін"), SELF, of="refused"
    ),
    # --- the way itself
    "dossiers.way.way_of": Row(lambda at, w, t: way.way_of(at, t.enrolment), READERS, of="noted"),
    "dossiers.way.own_way": own(lambda at, w, t: way.own_way(at), of="noted"),
    "dossiers.way.own_levels": own(lambda at, w, t: way.own_levels(at), of="noted"),
    "dossiers.way.own_dossier": Row(
        lambda at, w, t: way.own_dossier(at, t.dossier), SELF, of="noted"
    ),
    # Who may not see it is told of none.
    "dossiers.way.way_line": Row(
        lambda at, w, t: way.way_line(at, t.enrolment), EVERYONE, of="noted"
    ),
    "dossiers.way.has_completed": own(lambda at, w, t: way.has_completed(at)),
    "recommendation.told.dossier_due": Row(
        lambda at, w, t: told.dossier_due(at, t.dossier), EVERYONE, of="complete"
    ),
    "recommendation.told.told_way": Row(
        lambda at, w, t: told.told_way(at, t.dossier), EVERYONE, of="noted"
    ),
    "recommendation.told.owed_note_of": Row(
        lambda at, w, t: told.owed_note_of(at, t.enrolment), EVERYONE, of="complete"
    ),
    "profile.next_step.own_characterisation": own(
        lambda at, w, t: next_step.own_characterisation(at)
    ),
    "dossiers.household.may_declare": own(lambda at, w, t: household.may_declare(at)),
    "dossiers.household.own_household": Row(
        lambda at, w, t: household.own_household(at), IN_OFFICE | SITTING, staff=True
    ),
    "dossiers.household.declare": Row(
        lambda at, w, t: household.declare(at, "Бөтен Адам", TODAY.replace(year=1990)),
        IN_OFFICE | SITTING,
        staff=True,
    ),
    "dossiers.household.drop": Row(
        lambda at, w, t: household.drop(at, w.household), MENTOR, staff=True
    ),
    "mentoring.characterisation.characterise": Row(
        lambda at, w, t: characterisation.characterise(at, t.enrolment, "Табанды"), MENTOR
    ),
    # --- the next level
    "registration.next_level.next_level": own(lambda at, w, t: next_level.next_level(at)),
    "registration.next_level.begin_next": own(
        lambda at, w, t: next_level.begin_next(at), but="refused-next-level"
    ),
}
