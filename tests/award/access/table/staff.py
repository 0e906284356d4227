"""Who may call what staff do, and what everyone does with their own data."""

from award.directory import lists
from award.directory.places import Place, PlaceKind, place_seen
from award.directory.seeking import Sought
from award.findings import overview, verdicts
from award.findings import views as findings_views
from award.journal import reading
from award.mentoring import marks, participants, tasks, workload
from award.messages import broadcasts, reachability
from award.profile import erasure, export, represented
from award.registration import personal
from award.registration.personal import Field
from award.review import decisions, outcome, queue
from award.review import views as review_views
from award.staff import (
    absence_told,
    absence_views,
    absences,
    invitations,
    links,
    places,
    roles,
)
from storage.tables import FindingVerdict, MarkKind, RoleKind
from tests.award.access.table.rows import (
    EVERYONE,
    HEADS,
    IN_OFFICE,
    MENTOR,
    MENTORS,
    NOBODY,
    OF_CENTRE,
    OF_JOURNALS,
    OPERATOR,
    READERS,
    SELF,
    STAFF,
    Call,
    Row,
    own,
)
from tests.award.access.table.world import COMPLETE, MINE, TODAY

CAN_BE_AWAY = frozenset({"mentor", "mentor2", "expert", "expert2", "coordinator", "coordinator2"})
ABOVE_MENTORS = frozenset(STAFF) - {"mentor", "mentor2", "former"}
# The spare mentor has no expert: the coordinator of the region decides.
BROUGHT_FORWARD = absence_told.End(early=True, until=None)
OVER_SPARE = frozenset({"coordinator", "operator"})


def _listed(which: lists.Listing) -> Call:
    return lambda at, w, t: lists.listed(at, Place(), which)


# "module.operation", with "/case" behind it where one operation needs several rows.
OF_STAFF: dict[str, Row] = {
    # --- the operator's messages to many
    "messages.broadcasts.reached": Row(
        lambda at, w, t: broadcasts.reached(at, broadcasts.Audience()),
        OPERATOR,
        staff=True,
        recorded=False,
    ),
    "messages.broadcasts.begin": Row(
        lambda at, w, t: broadcasts.begin(at, {"kk": "Сәлем!"}, broadcasts.Audience()),
        OPERATOR,
        staff=True,
    ),
    "messages.broadcasts.look": Row(
        lambda at, w, t: broadcasts.look(at, w.broadcast), OPERATOR, staff=True
    ),
    "messages.broadcasts.words_of": own(lambda at, w, t: broadcasts.words_of(at, w.broadcast)),
    "messages.reachability.still_lost": own(
        lambda at, w, t: reachability.still_lost(at, [t.enrolment]), recorded=False
    ),
    "messages.broadcasts.stop": Row(
        lambda at, w, t: broadcasts.stop(at, w.broadcast), OPERATOR, staff=True
    ),
    # --- the mentor
    "mentoring.workload.workload": own(lambda at, w, t: workload.workload(at)),
    "mentoring.participants.participants": Row(
        lambda at, w, t: participants.participants(at, 0), MENTORS
    ),
    "mentoring.participants.card": Row(
        lambda at, w, t: participants.card(at, t.enrolment), READERS
    ),
    "directory.lists.listed": Row(
        lambda at, w, t: lists.listed(at, Place()), IN_OFFICE, staff=True
    ),
    **{
        f"directory.lists.listed/{each}": Row(_listed(each), IN_OFFICE, staff=True)
        for each in lists.Listing
    },
    "directory.lists.listed/looked for": Row(
        lambda at, w, t: lists.listed(at, Place(), None, 0, Sought("Аты")), IN_OFFICE, staff=True
    ),
    "directory.lists.listed/of a mentor": Row(
        lambda at, w, t: lists.listed(at, Place(PlaceKind.MENTOR, w.people["mentor"])),
        frozenset({"expert", "coordinator", "head", "operator"}),
        staff=True,
    ),
    "directory.places.place_seen": Row(
        lambda at, w, t: place_seen(at, Place(PlaceKind.EXPERT, w.people["expert"])),
        frozenset({"coordinator", "head", "operator"}),
        staff=True,
        recorded=False,
    ),
    "journal.reading.journal_read": Row(
        lambda at, w, t: reading.journal_read(at, t.enrolment),
        frozenset({"mentor", "expert", "coordinator", "operator"}),
    ),
    "journal.reading.entry_read": Row(
        lambda at, w, t: reading.entry_read(at, t.submitted),
        frozenset({"mentor", "expert", "coordinator", "operator"}),
    ),
    "journal.reading.entry_read/a draft": Row(
        lambda at, w, t: reading.entry_read(at, t.draft), NOBODY
    ),
    "mentoring.participants.decline": Row(
        lambda at, w, t: participants.decline(at, t.enrolment, reason="photo"),
        MENTOR,
        "new",
    ),
    "mentoring.participants.hand_back": Row(
        lambda at, w, t: participants.hand_back(at, t.enrolment), MENTOR, "new"
    ),
    "review.views.look": Row(lambda at, w, t: review_views.look(at, t.submitted), OF_JOURNALS),
    "review.views.looks": Row(
        lambda at, w, t: review_views.looks(at, [t.submitted, t.returned]), OF_JOURNALS
    ),
    "review.views.look/at a draft": Row(lambda at, w, t: review_views.look(at, t.draft), NOBODY),
    # A queue of one's own; each entry is recorded as it is looked at.
    "review.queue.how_many_wait": Row(
        lambda at, w, t: queue.how_many_wait(at), MENTORS, recorded=False
    ),
    "review.queue.pending": Row(lambda at, w, t: queue.pending(at), MENTORS, recorded=False),
    "review.queue.next_pending": Row(
        lambda at, w, t: queue.next_pending(at, after=t.submitted), MENTORS
    ),
    "review.decisions.approve": Row(lambda at, w, t: decisions.approve(at, t.submitted), MENTOR),
    "review.decisions.return_": Row(
        lambda at, w, t: decisions.return_(at, t.submitted, reason="date"), MENTOR
    ),
    "review.decisions.reject": Row(
        lambda at, w, t: decisions.reject(at, t.submitted, reason="not_own"), MENTOR
    ),
    "review.queue.clean_entries": Row(
        lambda at, w, t: queue.clean_entries(at, t.enrolment), MENTOR
    ),
    "review.decisions.approve_all": Row(
        lambda at, w, t: decisions.approve_all(at, t.enrolment, up_to=2**31 - 1),
        MENTOR,
    ),
    "review.queue.still_waiting": Row(
        lambda at, w, t: queue.still_waiting(at, [t.submitted]), MENTORS, recorded=False
    ),
    # Ids alone; none of another mentor's participant.
    "review.queue.waiting_entries": Row(
        lambda at, w, t: queue.waiting_entries(at, t.enrolment), MENTORS, recorded=False
    ),
    "review.queue.told_in": own(lambda at, w, t: queue.told_in(at, [t.submitted])),
    "review.outcome.decision": Row(lambda at, w, t: outcome.decision(at, t.returned), SELF),
    "review.views.in_scope": Row(
        lambda at, w, t: review_views.in_scope(at, t.submitted), OF_JOURNALS, recorded=False
    ),
    # --- findings
    "findings.views.open_findings": Row(
        lambda at, w, t: findings_views.open_findings(at, t.submitted), OF_JOURNALS
    ),
    "findings.views.finding_of": Row(
        lambda at, w, t: findings_views.finding_of(at, t.finding), OF_JOURNALS
    ),
    "findings.verdicts.judge": Row(
        lambda at, w, t: verdicts.judge(at, t.finding, FindingVerdict.REUSED), MENTOR
    ),
    "findings.verdicts.judge/what nobody found": Row(
        lambda at, w, t: verdicts.judge(at, t.finding, FindingVerdict.HONEST),
        NOBODY,
        "paused",
    ),
    "findings.overview.overview": Row(
        lambda at, w, t: overview.overview(at),
        frozenset({"expert", "expert2", "operator"}),
    ),
    "findings.overview.pairs_of": Row(
        lambda at, w, t: overview.pairs_of(at, t.enrolment),
        frozenset({"expert", "operator"}),
    ),
    "mentoring.marks.mark_sheet": Row(lambda at, w, t: marks.mark_sheet(at, t.enrolment), MENTOR),
    "mentoring.marks.mark_norm": Row(
        lambda at, w, t: marks.mark_norm(at, t.enrolment, "sport"), MENTOR
    ),
    "mentoring.marks.mark_direction": Row(
        lambda at, w, t: marks.mark_direction(at, t.enrolment, "trips"),
        MENTOR,
    ),
    "mentoring.marks.unmark": Row(
        lambda at, w, t: marks.unmark(at, t.enrolment, "talent", MarkKind.COMPLETE),
        MENTOR,
    ),
    "mentoring.tasks.tasks_of": Row(lambda at, w, t: tasks.tasks_of(at, t.enrolment), READERS),
    "mentoring.tasks.set_task": Row(
        lambda at, w, t: tasks.set_task(at, t.enrolment, "sport", "Жүзу", TODAY),
        MENTOR,
    ),
    "mentoring.tasks.drop_task": Row(lambda at, w, t: tasks.drop_task(at, t.task), MENTOR),
    "mentoring.tasks.own_task": Row(lambda at, w, t: tasks.own_task(at, t.task), SELF),
    # --- centres, partners, staff
    "staff.places.centres_of": Row(lambda at, w, t: places.centres_of(at), HEADS, staff=True),
    "staff.places.require_own_centre": Row(
        lambda at, w, t: places.require_own_centre(at, w.centre), OF_CENTRE, staff=True
    ),
    "staff.places.partners": Row(lambda at, w, t: places.partners(at), OPERATOR, staff=True),
    "staff.invitations.experts_of": Row(
        lambda at, w, t: invitations.experts_of(at, w.centre), OF_CENTRE, staff=True
    ),
    "staff.places.add_centre": Row(
        lambda at, w, t: places.add_centre(at, "Талап", "KZ-75", "Алматы"),
        OPERATOR,
        staff=True,
    ),
    "staff.places.add_partner": Row(
        lambda at, w, t: places.add_partner(at, "Асар", None, ("trips",)),
        OPERATOR,
        staff=True,
    ),
    "staff.invitations.invite": Row(
        lambda at, w, t: invitations.invite(at, RoleKind.MENTOR, centre_id=w.centre),
        OF_CENTRE,
        staff=True,
    ),
    "staff.invitations.invite/a coordinator": Row(
        lambda at, w, t: invitations.invite(at, RoleKind.COORDINATOR, region="KZ-75"),
        OPERATOR,
        staff=True,
    ),
    "staff.invitations.invite/an operator": Row(
        lambda at, w, t: invitations.invite(at, RoleKind.OPERATOR), OPERATOR, staff=True
    ),
    "staff.invitations.offered": Row(
        lambda at, w, t: invitations.offered(at, w.links["staff"]),
        EVERYONE - {"self", "other"},  # who are minors
        own=True,
        says=("refused-staff-minor",),
    ),
    "staff.invitations.accept": Row(
        lambda at, w, t: invitations.accept(at, w.links["staff"]),
        EVERYONE - {"self", "other"},  # who are minors
        own=True,
        says=("refused-staff-minor",),
    ),
    "staff.invitations.confirm": Row(
        lambda at, w, t: invitations.confirm(at, w.waiting_link),
        OPERATOR,
        also=frozenset({"unknown"}),
        staff=True,
    ),
    "staff.invitations.waiting_operator": Row(
        lambda at, w, t: invitations.waiting_operator(at, w.waiting_link), OPERATOR, staff=True
    ),
    "staff.invitations.own_taken": Row(
        lambda at, w, t: invitations.own_taken(at, w.taken_link), OPERATOR, staff=True
    ),
    "staff.invitations.taken": Row(
        lambda at, w, t: invitations.taken(at, w.taken_link), OPERATOR, staff=True
    ),
    "staff.invitations.joined_by": own(lambda at, w, t: invitations.joined_by(at, w.taken_link)),
    "staff.links.open_links": Row(lambda at, w, t: links.open_links(at, 0), HEADS, staff=True),
    "staff.links.open_link": Row(
        lambda at, w, t: links.open_link(at, w.staff_link), OF_CENTRE, staff=True
    ),
    "staff.links.revoke": Row(
        lambda at, w, t: links.revoke(at, w.staff_link), OF_CENTRE, staff=True
    ),
    "staff.links.revoke/an operator's that waits": Row(
        lambda at, w, t: links.revoke(at, w.waiting_link), OPERATOR, staff=True
    ),
    "staff.roles.end_taken": Row(
        lambda at, w, t: roles.end_taken(at, w.taken_link),
        OPERATOR,
        also=frozenset({"spare"}),
        staff=True,
    ),
    "staff.roles.staff_of": Row(lambda at, w, t: roles.staff_of(at, 0), HEADS, staff=True),
    "staff.roles.colleague": Row(
        lambda at, w, t: roles.colleague(at, w.spare_role), OF_CENTRE, staff=True
    ),
    "staff.roles.successors": Row(
        lambda at, w, t: roles.successors(at, w.spare_role), OF_CENTRE, staff=True
    ),
    "staff.roles.ended_role": own(lambda at, w, t: roles.ended_role(at, w.mentor_role)),
    "staff.roles.end_role": Row(
        lambda at, w, t: roles.end_role(at, w.spare_role),
        OF_CENTRE,
        also=frozenset({"spare"}),
        staff=True,
    ),
    "staff.roles.hand_over": Row(
        lambda at, w, t: roles.hand_over(at, w.mentor_role, w.people["mentor2"]),
        OF_CENTRE,
        also=MINE | {"unsigned"},
        staff=True,
    ),
    "staff.roles.waiting_applications": Row(
        lambda at, w, t: roles.waiting_applications(at), HEADS, staff=True
    ),
    # --- absence of staff
    "staff.absences.report": Row(
        lambda at, w, t: absences.report(at, "leave", TODAY, None),
        CAN_BE_AWAY,
        staff=True,
    ),
    "staff.absence_views.own_absences": own(lambda at, w, t: absence_views.own_absences(at)),
    "staff.absence_views.absences": Row(
        lambda at, w, t: absence_views.absences(at), ABOVE_MENTORS, staff=True
    ),
    "staff.absence_views.absence": Row(
        lambda at, w, t: absence_views.absence(at, w.absence), OVER_SPARE, staff=True
    ),
    "staff.absence_views.candidates": Row(
        lambda at, w, t: absence_views.candidates(at, w.absence), OVER_SPARE, staff=True
    ),
    "staff.absences.appoint": Row(
        lambda at, w, t: absences.appoint(at, w.absence, w.people["mentor2"]),
        OVER_SPARE,
        staff=True,
    ),
    "staff.absences.end": Row(lambda at, w, t: absences.end(at, w.absence), OVER_SPARE, staff=True),
    # What is told of it: names of staff, to whom it concerned.
    "staff.absence_told.stands_in": own(lambda at, w, t: absence_told.stands_in(at, w.absence)),
    "staff.absence_told.stood_in": Row(
        lambda at, w, t: absence_told.stood_in(at, w.absence, BROUGHT_FORWARD),
        IN_OFFICE,
        staff=True,
    ),
    "staff.absence_told.stood_in_before": Row(
        lambda at, w, t: absence_told.stood_in_before(at, w.absence), IN_OFFICE, staff=True
    ),
    "staff.absence_told.own_substitute": own(
        lambda at, w, t: absence_told.own_substitute(at, w.absence)
    ),
    "staff.absence_told.own_absence_over": own(
        lambda at, w, t: absence_told.own_absence_over(at, w.absence, BROUGHT_FORWARD)
    ),
    # --- everyone's own data
    "registration.personal.own_answers": own(lambda at, w, t: personal.own_answers(at)),
    "profile.erasure.who_left": own(lambda at, w, t: erasure.who_left(at, t.enrolment)),
    "registration.personal.correct": own(
        lambda at, w, t: personal.correct(at, Field.PLACE, "Талғар")
    ),
    "registration.personal.choose_language": own(
        lambda at, w, t: personal.choose_language(at, "ru")
    ),
    "profile.export.ask_for_copy": own(lambda at, w, t: export.ask_for_copy(at)),
    "profile.represented.ask_for_copy_of_child": Row(
        lambda at, w, t: represented.ask_for_copy_of_child(at, t.enrolment), frozenset({"rep"})
    ),
    "profile.represented.erase_child": Row(
        lambda at, w, t: represented.erase_child(at, t.enrolment), frozenset({"rep"})
    ),
    "profile.erasure.may_erase": own(lambda at, w, t: erasure.may_erase(at)),
    # The role for them ends with them: a representative's for a child, a mentor's under an expert;
    # and so does what was found of others' pieces against theirs.
    "profile.erasure.erase": own(
        lambda at, w, t: erasure.erase(at),
        also=frozenset({"rep", "rep2", "mentor", "mentor2", "active", "unsigned"}) | COMPLETE,
    ),
}
