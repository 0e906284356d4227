"""Who may call what staff do, and what everyone does with their own data."""

from award import (
    broadcasts,
    decisions,
    desk,
    entry_card,
    erasure,
    findings,
    honesty,
    invitations,
    judging,
    marks,
    mentoring,
    organisations,
    own_data,
    personal,
    reaching,
    review,
    staff_absence,
    staff_away,
    tasks,
)
from award.personal import Field
from storage.tables import FindingVerdict, MarkKind, RoleKind
from tests.award.scope_rows import (
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
from tests.award.scope_world import MINE, NOW, TODAY

CAN_BE_AWAY = frozenset({"mentor", "mentor2", "expert", "expert2", "coordinator", "coordinator2"})
ABOVE_MENTORS = frozenset(STAFF) - {"mentor", "mentor2", "former"}
# The spare mentor has no expert: the coordinator of the region decides.
OVER_SPARE = frozenset({"coordinator", "operator"})

# "module.operation", with "/case" behind it where one operation needs several rows.
OF_STAFF: dict[str, Row] = {
    # --- the operator's messages to many
    "broadcasts.reached": Row(
        lambda s, a, w, t: broadcasts.reached(s, a, broadcasts.Audience(), NOW),
        OPERATOR,
        staff=True,
        recorded=False,
    ),
    "broadcasts.begin": Row(
        lambda s, a, w, t: broadcasts.begin(s, a, {"kk": "Сәлем!"}, broadcasts.Audience(), NOW),
        OPERATOR,
        staff=True,
    ),
    "broadcasts.look": Row(
        lambda s, a, w, t: broadcasts.look(s, a, w.broadcast), OPERATOR, staff=True
    ),
    "broadcasts.stop": Row(
        lambda s, a, w, t: broadcasts.stop(s, a, w.broadcast, NOW), OPERATOR, staff=True
    ),
    # --- the mentor
    "desk.desk": own(lambda s, a, w, t: desk.desk(s, a)),
    "mentoring.newcomers": Row(
        lambda s, a, w, t: mentoring.newcomers(s, a, w.programme, NOW), MENTORS
    ),
    "mentoring.participants": Row(
        lambda s, a, w, t: mentoring.participants(s, a, w.programme, 0, NOW), MENTORS
    ),
    "mentoring.card": Row(
        lambda s, a, w, t: mentoring.card(s, a, w.programme, t.enrolment, NOW), READERS
    ),
    "mentoring.decline": Row(
        lambda s, a, w, t: mentoring.decline(s, a, t.enrolment, NOW, reason="photo"),
        MENTOR,
        "new",
    ),
    "mentoring.hand_back": Row(
        lambda s, a, w, t: mentoring.hand_back(s, a, t.enrolment, NOW), MENTOR, "new"
    ),
    "entry_card.look": Row(
        lambda s, a, w, t: entry_card.look(s, a, t.submitted, w.programme, NOW), OF_JOURNALS
    ),
    "entry_card.look/at a draft": Row(
        lambda s, a, w, t: entry_card.look(s, a, t.draft, w.programme, NOW), NOBODY
    ),
    # A queue of one's own; each entry is recorded as it is looked at.
    "review.pending": Row(lambda s, a, w, t: review.pending(s, a), MENTORS, recorded=False),
    "review.next_pending": Row(
        lambda s, a, w, t: review.next_pending(s, a, after=t.submitted), MENTORS
    ),
    "review.approve": Row(lambda s, a, w, t: review.approve(s, a, t.submitted, NOW), MENTOR),
    "review.return_": Row(
        lambda s, a, w, t: review.return_(s, a, t.submitted, NOW, reason="date"), MENTOR
    ),
    "review.reject": Row(
        lambda s, a, w, t: review.reject(s, a, t.submitted, NOW, reason="not_own"), MENTOR
    ),
    "review.clean_entries": Row(
        lambda s, a, w, t: review.clean_entries(s, a, t.enrolment, w.programme, NOW), MENTOR
    ),
    "review.approve_all": Row(
        lambda s, a, w, t: review.approve_all(s, a, t.enrolment, w.programme, NOW, up_to=2**31 - 1),
        MENTOR,
    ),
    "review.still_waiting": Row(
        lambda s, a, w, t: review.still_waiting(s, a, [t.submitted]), MENTORS, recorded=False
    ),
    "review.told_in": own(lambda s, a, w, t: review.told_in(s, a, t.submitted)),
    "decisions.decision": Row(
        lambda s, a, w, t: decisions.decision(s, a, t.returned, w.programme, NOW), SELF
    ),
    "entry_card.in_scope": Row(
        lambda s, a, w, t: entry_card.in_scope(s, a, t.submitted), OF_JOURNALS, recorded=False
    ),
    # --- findings
    "findings.open_findings": Row(
        lambda s, a, w, t: findings.open_findings(s, a, t.submitted), OF_JOURNALS
    ),
    "findings.finding_of": Row(
        lambda s, a, w, t: findings.finding_of(s, a, t.finding, w.programme, NOW), OF_JOURNALS
    ),
    "judging.judge": Row(
        lambda s, a, w, t: judging.judge(s, a, t.finding, FindingVerdict.REUSED, NOW), MENTOR
    ),
    "judging.judge/what nobody found": Row(
        lambda s, a, w, t: judging.judge(s, a, t.finding, FindingVerdict.HONEST, NOW),
        NOBODY,
        "paused",
    ),
    "honesty.overview": Row(
        lambda s, a, w, t: honesty.overview(s, a, NOW), frozenset({"expert", "expert2", "operator"})
    ),
    "honesty.pairs_of": Row(
        lambda s, a, w, t: honesty.pairs_of(s, a, t.enrolment, w.programme, NOW),
        frozenset({"expert", "operator"}),
    ),
    "marks.mark_sheet": Row(
        lambda s, a, w, t: marks.mark_sheet(s, a, t.enrolment, w.programme, NOW), MENTOR
    ),
    "marks.mark_norm": Row(
        lambda s, a, w, t: marks.mark_norm(s, a, t.enrolment, "sport", w.programme, NOW), MENTOR
    ),
    "marks.mark_direction": Row(
        lambda s, a, w, t: marks.mark_direction(s, a, t.enrolment, "trips", w.programme, NOW),
        MENTOR,
    ),
    "marks.unmark": Row(
        lambda s, a, w, t: marks.unmark(
            s, a, t.enrolment, "talent", MarkKind.COMPLETE, w.programme, NOW
        ),
        MENTOR,
    ),
    "tasks.tasks_of": Row(
        lambda s, a, w, t: tasks.tasks_of(s, a, t.enrolment, w.programme, NOW), READERS
    ),
    "tasks.set_task": Row(
        lambda s, a, w, t: tasks.set_task(
            s, a, t.enrolment, "sport", "Жүзу", TODAY, w.programme, NOW
        ),
        MENTOR,
    ),
    "tasks.drop_task": Row(lambda s, a, w, t: tasks.drop_task(s, a, t.task, NOW), MENTOR),
    "tasks.own_task": Row(lambda s, a, w, t: tasks.own_task(s, a, t.task), SELF),
    # --- centres, partners, staff
    "organisations.centres_of": Row(
        lambda s, a, w, t: organisations.centres_of(s, a), HEADS, staff=True
    ),
    "organisations.partners": Row(
        lambda s, a, w, t: organisations.partners(s, a), OPERATOR, staff=True
    ),
    "organisations.experts_of": Row(
        lambda s, a, w, t: organisations.experts_of(s, a, w.centre, NOW), OF_CENTRE, staff=True
    ),
    "organisations.add_centre": Row(
        lambda s, a, w, t: organisations.add_centre(
            s, a, w.programme, "Талап", "KZ-75", "Алматы", NOW
        ),
        OPERATOR,
        staff=True,
    ),
    "organisations.add_partner": Row(
        lambda s, a, w, t: organisations.add_partner(
            s, a, w.programme, "Асар", None, ("trips",), NOW
        ),
        OPERATOR,
        staff=True,
    ),
    "organisations.invite": Row(
        lambda s, a, w, t: organisations.invite(
            s, a, w.programme, RoleKind.MENTOR, NOW, centre_id=w.centre
        ),
        OF_CENTRE,
        staff=True,
    ),
    "organisations.invite/a coordinator": Row(
        lambda s, a, w, t: organisations.invite(
            s, a, w.programme, RoleKind.COORDINATOR, NOW, region="KZ-75"
        ),
        OPERATOR,
        staff=True,
    ),
    "invitations.invite_staff": Row(
        lambda s, a, w, t: invitations.invite_staff(s, a, RoleKind.EXPERT, NOW, centre_id=w.centre),
        OF_CENTRE,
        staff=True,
    ),
    "invitations.invite_staff/an operator": Row(
        lambda s, a, w, t: invitations.invite_staff(s, a, RoleKind.OPERATOR, NOW),
        OPERATOR,
        staff=True,
    ),
    "invitations.accept_staff": own(
        lambda s, a, w, t: invitations.accept_staff(s, a, w.links["staff"], NOW)
    ),
    "organisations.staff_of": Row(
        lambda s, a, w, t: organisations.staff_of(s, a, 0, NOW), HEADS, staff=True
    ),
    "organisations.colleague": Row(
        lambda s, a, w, t: organisations.colleague(s, a, w.spare_role, NOW), OF_CENTRE, staff=True
    ),
    "organisations.successors": Row(
        lambda s, a, w, t: organisations.successors(s, a, w.spare_role, NOW), OF_CENTRE, staff=True
    ),
    "organisations.end_role": Row(
        lambda s, a, w, t: organisations.end_role(s, a, w.spare_role, NOW),
        OF_CENTRE,
        also=frozenset({"spare"}),
        staff=True,
    ),
    "organisations.hand_over": Row(
        lambda s, a, w, t: organisations.hand_over(s, a, w.mentor_role, w.people["mentor2"], NOW),
        OF_CENTRE,
        also=MINE | {"unsigned"},
        staff=True,
    ),
    "organisations.waiting_applications": Row(
        lambda s, a, w, t: organisations.waiting_applications(s, a, NOW), HEADS, staff=True
    ),
    # --- absence of staff
    "staff_absence.report": Row(
        lambda s, a, w, t: staff_absence.report(s, a, w.programme, "leave", TODAY, None, NOW),
        CAN_BE_AWAY,
        staff=True,
    ),
    "staff_away.own_absences": own(lambda s, a, w, t: staff_away.own_absences(s, a, NOW)),
    "staff_away.absences": Row(
        lambda s, a, w, t: staff_away.absences(s, a, NOW), ABOVE_MENTORS, staff=True
    ),
    "staff_away.absence": Row(
        lambda s, a, w, t: staff_away.absence(s, a, w.absence, NOW), OVER_SPARE, staff=True
    ),
    "staff_away.candidates": Row(
        lambda s, a, w, t: staff_away.candidates(s, a, w.absence, NOW), OVER_SPARE, staff=True
    ),
    "staff_absence.appoint": Row(
        lambda s, a, w, t: staff_absence.appoint(s, a, w.absence, w.people["mentor2"], NOW),
        OVER_SPARE,
        staff=True,
    ),
    "staff_absence.end": Row(
        lambda s, a, w, t: staff_absence.end(s, a, w.absence, NOW), OVER_SPARE, staff=True
    ),
    # --- everyone's own data
    "personal.correct": own(
        lambda s, a, w, t: personal.correct(s, a, w.programme, Field.PLACE, "Талғар", NOW)
    ),
    "personal.choose_language": own(lambda s, a, w, t: personal.choose_language(s, a, "ru", NOW)),
    "own_data.copy_of": own(lambda s, a, w, t: own_data.copy_of(s, a)),
    "erasure.may_erase": own(lambda s, a, w, t: erasure.may_erase(s, a, NOW)),
    # The role for them ends with them: a representative's for a child, a mentor's under an expert;
    # and so does what was found of others' pieces against theirs.
    "erasure.erase": own(
        lambda s, a, w, t: erasure.erase(s, a, NOW),
        also=frozenset({"rep", "rep2", "mentor", "mentor2", "active", "unsigned"}),
    ),
    "reaching.lost": own(lambda s, a, w, t: reaching.lost(s, a, NOW)),
    "reaching.found": own(lambda s, a, w, t: reaching.found(s, a, NOW)),
}
