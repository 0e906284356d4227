"""Who may call what staff do, and what everyone does with their own data."""

from award.access import invitations
from award.findings import overview, verdicts
from award.findings import views as findings_views
from award.mentoring import marks, participants, tasks, workload
from award.messages import broadcasts, reachability
from award.profile import erasure, export
from award.registration import personal
from award.registration.personal import Field
from award.review import decisions, outcome, queue
from award.review import views as review_views
from award.staff import absence_views, absences, places, roles
from storage.tables import FindingVerdict, MarkKind, RoleKind
from tests.award.access.table.rows import (
    HEADS,
    MENTOR,
    MENTORS,
    NOBODY,
    OF_CENTRE,
    OF_JOURNALS,
    OPERATOR,
    READERS,
    SELF,
    STAFF,
    Row,
    own,
)
from tests.award.access.table.world import MINE, NOW, TODAY

CAN_BE_AWAY = frozenset({"mentor", "mentor2", "expert", "expert2", "coordinator", "coordinator2"})
ABOVE_MENTORS = frozenset(STAFF) - {"mentor", "mentor2", "former"}
# The spare mentor has no expert: the coordinator of the region decides.
OVER_SPARE = frozenset({"coordinator", "operator"})

# "module.operation", with "/case" behind it where one operation needs several rows.
OF_STAFF: dict[str, Row] = {
    # --- the operator's messages to many
    "messages.broadcasts.reached": Row(
        lambda s, a, w, t: broadcasts.reached(s, a, broadcasts.Audience(), NOW),
        OPERATOR,
        staff=True,
        recorded=False,
    ),
    "messages.broadcasts.begin": Row(
        lambda s, a, w, t: broadcasts.begin(s, a, {"kk": "Сәлем!"}, broadcasts.Audience(), NOW),
        OPERATOR,
        staff=True,
    ),
    "messages.broadcasts.look": Row(
        lambda s, a, w, t: broadcasts.look(s, a, w.broadcast), OPERATOR, staff=True
    ),
    "messages.broadcasts.stop": Row(
        lambda s, a, w, t: broadcasts.stop(s, a, w.broadcast, NOW), OPERATOR, staff=True
    ),
    # --- the mentor
    "mentoring.workload.desk": own(lambda s, a, w, t: workload.desk(s, a)),
    "mentoring.participants.newcomers": Row(
        lambda s, a, w, t: participants.newcomers(s, a, w.programme, NOW), MENTORS
    ),
    "mentoring.participants.participants": Row(
        lambda s, a, w, t: participants.participants(s, a, w.programme, 0, NOW), MENTORS
    ),
    "mentoring.participants.card": Row(
        lambda s, a, w, t: participants.card(s, a, w.programme, t.enrolment, NOW), READERS
    ),
    "mentoring.participants.decline": Row(
        lambda s, a, w, t: participants.decline(s, a, t.enrolment, NOW, reason="photo"),
        MENTOR,
        "new",
    ),
    "mentoring.participants.hand_back": Row(
        lambda s, a, w, t: participants.hand_back(s, a, t.enrolment, NOW), MENTOR, "new"
    ),
    "review.views.look": Row(
        lambda s, a, w, t: review_views.look(s, a, t.submitted, w.programme, NOW), OF_JOURNALS
    ),
    "review.views.look/at a draft": Row(
        lambda s, a, w, t: review_views.look(s, a, t.draft, w.programme, NOW), NOBODY
    ),
    # A queue of one's own; each entry is recorded as it is looked at.
    "review.queue.pending": Row(lambda s, a, w, t: queue.pending(s, a), MENTORS, recorded=False),
    "review.queue.next_pending": Row(
        lambda s, a, w, t: queue.next_pending(s, a, after=t.submitted), MENTORS
    ),
    "review.decisions.approve": Row(
        lambda s, a, w, t: decisions.approve(s, a, t.submitted, NOW), MENTOR
    ),
    "review.decisions.return_": Row(
        lambda s, a, w, t: decisions.return_(s, a, t.submitted, NOW, reason="date"), MENTOR
    ),
    "review.decisions.reject": Row(
        lambda s, a, w, t: decisions.reject(s, a, t.submitted, NOW, reason="not_own"), MENTOR
    ),
    "review.queue.clean_entries": Row(
        lambda s, a, w, t: queue.clean_entries(s, a, t.enrolment, w.programme, NOW), MENTOR
    ),
    "review.decisions.approve_all": Row(
        lambda s, a, w, t: decisions.approve_all(
            s, a, t.enrolment, w.programme, NOW, up_to=2**31 - 1
        ),
        MENTOR,
    ),
    "review.queue.still_waiting": Row(
        lambda s, a, w, t: queue.still_waiting(s, a, [t.submitted]), MENTORS, recorded=False
    ),
    "review.queue.told_in": own(lambda s, a, w, t: queue.told_in(s, a, t.submitted)),
    "review.outcome.decision": Row(
        lambda s, a, w, t: outcome.decision(s, a, t.returned, w.programme, NOW), SELF
    ),
    "review.views.in_scope": Row(
        lambda s, a, w, t: review_views.in_scope(s, a, t.submitted), OF_JOURNALS, recorded=False
    ),
    # --- findings
    "findings.views.open_findings": Row(
        lambda s, a, w, t: findings_views.open_findings(s, a, t.submitted), OF_JOURNALS
    ),
    "findings.views.finding_of": Row(
        lambda s, a, w, t: findings_views.finding_of(s, a, t.finding, w.programme, NOW), OF_JOURNALS
    ),
    "findings.verdicts.judge": Row(
        lambda s, a, w, t: verdicts.judge(s, a, t.finding, FindingVerdict.REUSED, NOW), MENTOR
    ),
    "findings.verdicts.judge/what nobody found": Row(
        lambda s, a, w, t: verdicts.judge(s, a, t.finding, FindingVerdict.HONEST, NOW),
        NOBODY,
        "paused",
    ),
    "findings.overview.overview": Row(
        lambda s, a, w, t: overview.overview(s, a, NOW),
        frozenset({"expert", "expert2", "operator"}),
    ),
    "findings.overview.pairs_of": Row(
        lambda s, a, w, t: overview.pairs_of(s, a, t.enrolment, w.programme, NOW),
        frozenset({"expert", "operator"}),
    ),
    "mentoring.marks.mark_sheet": Row(
        lambda s, a, w, t: marks.mark_sheet(s, a, t.enrolment, w.programme, NOW), MENTOR
    ),
    "mentoring.marks.mark_norm": Row(
        lambda s, a, w, t: marks.mark_norm(s, a, t.enrolment, "sport", w.programme, NOW), MENTOR
    ),
    "mentoring.marks.mark_direction": Row(
        lambda s, a, w, t: marks.mark_direction(s, a, t.enrolment, "trips", w.programme, NOW),
        MENTOR,
    ),
    "mentoring.marks.unmark": Row(
        lambda s, a, w, t: marks.unmark(
            s, a, t.enrolment, "talent", MarkKind.COMPLETE, w.programme, NOW
        ),
        MENTOR,
    ),
    "mentoring.tasks.tasks_of": Row(
        lambda s, a, w, t: tasks.tasks_of(s, a, t.enrolment, w.programme, NOW), READERS
    ),
    "mentoring.tasks.set_task": Row(
        lambda s, a, w, t: tasks.set_task(
            s, a, t.enrolment, "sport", "Жүзу", TODAY, w.programme, NOW
        ),
        MENTOR,
    ),
    "mentoring.tasks.drop_task": Row(lambda s, a, w, t: tasks.drop_task(s, a, t.task, NOW), MENTOR),
    "mentoring.tasks.own_task": Row(lambda s, a, w, t: tasks.own_task(s, a, t.task), SELF),
    # --- centres, partners, staff
    "staff.places.centres_of": Row(lambda s, a, w, t: places.centres_of(s, a), HEADS, staff=True),
    "staff.places.partners": Row(lambda s, a, w, t: places.partners(s, a), OPERATOR, staff=True),
    "staff.roles.experts_of": Row(
        lambda s, a, w, t: roles.experts_of(s, a, w.centre, NOW), OF_CENTRE, staff=True
    ),
    "staff.places.add_centre": Row(
        lambda s, a, w, t: places.add_centre(s, a, w.programme, "Талап", "KZ-75", "Алматы", NOW),
        OPERATOR,
        staff=True,
    ),
    "staff.places.add_partner": Row(
        lambda s, a, w, t: places.add_partner(s, a, w.programme, "Асар", None, ("trips",), NOW),
        OPERATOR,
        staff=True,
    ),
    "staff.roles.invite": Row(
        lambda s, a, w, t: roles.invite(
            s, a, w.programme, RoleKind.MENTOR, NOW, centre_id=w.centre
        ),
        OF_CENTRE,
        staff=True,
    ),
    "staff.roles.invite/a coordinator": Row(
        lambda s, a, w, t: roles.invite(
            s, a, w.programme, RoleKind.COORDINATOR, NOW, region="KZ-75"
        ),
        OPERATOR,
        staff=True,
    ),
    "access.invitations.invite_staff": Row(
        lambda s, a, w, t: invitations.invite_staff(s, a, RoleKind.EXPERT, NOW, centre_id=w.centre),
        OF_CENTRE,
        staff=True,
    ),
    "access.invitations.invite_staff/an operator": Row(
        lambda s, a, w, t: invitations.invite_staff(s, a, RoleKind.OPERATOR, NOW),
        OPERATOR,
        staff=True,
    ),
    "access.invitations.accept_staff": own(
        lambda s, a, w, t: invitations.accept_staff(s, a, w.links["staff"], NOW)
    ),
    "staff.roles.staff_of": Row(lambda s, a, w, t: roles.staff_of(s, a, 0, NOW), HEADS, staff=True),
    "staff.roles.colleague": Row(
        lambda s, a, w, t: roles.colleague(s, a, w.spare_role, NOW), OF_CENTRE, staff=True
    ),
    "staff.roles.successors": Row(
        lambda s, a, w, t: roles.successors(s, a, w.spare_role, NOW), OF_CENTRE, staff=True
    ),
    "staff.roles.end_role": Row(
        lambda s, a, w, t: roles.end_role(s, a, w.spare_role, NOW),
        OF_CENTRE,
        also=frozenset({"spare"}),
        staff=True,
    ),
    "staff.roles.hand_over": Row(
        lambda s, a, w, t: roles.hand_over(s, a, w.mentor_role, w.people["mentor2"], NOW),
        OF_CENTRE,
        also=MINE | {"unsigned"},
        staff=True,
    ),
    "staff.roles.waiting_applications": Row(
        lambda s, a, w, t: roles.waiting_applications(s, a, NOW), HEADS, staff=True
    ),
    # --- absence of staff
    "staff.absences.report": Row(
        lambda s, a, w, t: absences.report(s, a, w.programme, "leave", TODAY, None, NOW),
        CAN_BE_AWAY,
        staff=True,
    ),
    "staff.absence_views.own_absences": own(
        lambda s, a, w, t: absence_views.own_absences(s, a, NOW)
    ),
    "staff.absence_views.absences": Row(
        lambda s, a, w, t: absence_views.absences(s, a, NOW), ABOVE_MENTORS, staff=True
    ),
    "staff.absence_views.absence": Row(
        lambda s, a, w, t: absence_views.absence(s, a, w.absence, NOW), OVER_SPARE, staff=True
    ),
    "staff.absence_views.candidates": Row(
        lambda s, a, w, t: absence_views.candidates(s, a, w.absence, NOW), OVER_SPARE, staff=True
    ),
    "staff.absences.appoint": Row(
        lambda s, a, w, t: absences.appoint(s, a, w.absence, w.people["mentor2"], NOW),
        OVER_SPARE,
        staff=True,
    ),
    "staff.absences.end": Row(
        lambda s, a, w, t: absences.end(s, a, w.absence, NOW), OVER_SPARE, staff=True
    ),
    # --- everyone's own data
    "registration.personal.correct": own(
        lambda s, a, w, t: personal.correct(s, a, w.programme, Field.PLACE, "Талғар", NOW)
    ),
    "registration.personal.choose_language": own(
        lambda s, a, w, t: personal.choose_language(s, a, "ru", NOW)
    ),
    "profile.export.copy_of": own(lambda s, a, w, t: export.copy_of(s, a)),
    "profile.erasure.may_erase": own(lambda s, a, w, t: erasure.may_erase(s, a, NOW)),
    # The role for them ends with them: a representative's for a child, a mentor's under an expert;
    # and so does what was found of others' pieces against theirs.
    "profile.erasure.erase": own(
        lambda s, a, w, t: erasure.erase(s, a, NOW),
        also=frozenset({"rep", "rep2", "mentor", "mentor2", "active", "unsigned"}),
    ),
    "messages.reachability.lost": own(lambda s, a, w, t: reachability.lost(s, a, NOW)),
    "messages.reachability.found": own(lambda s, a, w, t: reachability.found(s, a, NOW)),
}
