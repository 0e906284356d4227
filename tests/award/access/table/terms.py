"""Who may call what the clock and its terms are about: days off, silence, centres' applications."""

import datetime as dt
from dataclasses import replace

from award.amendments import amending
from award.amendments import views as amendment_views
from award.centres import application_form, applications
from award.centres.application_form import CentreField
from award.disputes import disputes, waiting
from award.disputes import views as dispute_views
from award.reminders import silence, undecided
from award.reminders import views as reminders_views
from award.staff import days_off
from tests.award.access.table.rows import MENTORS, NOBODY, OPERATOR, SELF, Row, own
from tests.award.access.table.world import NOW, TODAY, WAYS

LATER = NOW + dt.timedelta(days=30)
# A piece of the programme, and what an operator may set it to.
YEAR, ONE = "mandatory.2026", {"year": 2026, "directions": ["sport"]}
APPLICANT = frozenset({"unknown"})

OF_TERMS: dict[str, Row] = {
    "staff.days_off.coming_days_off": Row(
        lambda at, w, t: days_off.coming_days_off(at), OPERATOR, staff=True
    ),
    "staff.days_off.add_day_off": Row(
        lambda at, w, t: days_off.add_day_off(at, TODAY),
        OPERATOR,
        # Everyone's term that the day lies in ends later.
        also=frozenset(WAYS),
        staff=True,
    ),
    "staff.days_off.remove_day_off": Row(
        lambda at, w, t: days_off.remove_day_off(at, TODAY),
        OPERATOR,
        but="refused-day-off-gone",
        staff=True,
    ),
    "amendments.amending.look": Row(
        lambda at, w, t: amending.look(at, YEAR, ONE), OPERATOR, staff=True
    ),
    "amendments.amending.amend": Row(
        lambda at, w, t: amending.amend(at, YEAR, ONE, seen=0), OPERATOR, staff=True
    ),
    "amendments.amending.undo": Row(lambda at, w, t: amending.undo(at, 10**6), NOBODY, staff=True),
    "amendments.amending.settle": Row(
        lambda at, w, t: amending.settle(at, 10**6, keep=True),
        OPERATOR,
        but="refused-amendment-decided",
        staff=True,
    ),
    "amendments.views.versions": Row(
        lambda at, w, t: amendment_views.versions(at), OPERATOR, staff=True
    ),
    "amendments.views.version": Row(
        lambda at, w, t: amendment_views.version(at, 10**6), NOBODY, staff=True
    ),
    "amendments.views.questions": Row(
        lambda at, w, t: amendment_views.questions(at), OPERATOR, staff=True
    ),
    "reminders.undecided.overdue": own(lambda at, w, t: undecided.overdue(at, [t.submitted])),
    "reminders.views.application_due": own(
        lambda at, w, t: reminders_views.application_due(at, t.enrolment), "new", recorded=False
    ),
    "reminders.silence.all_is_well": Row(
        lambda at, w, t: silence.all_is_well(at, t.enrolment, 7), SELF
    ),
    "reminders.silence.silence_of": own(
        lambda at, w, t: silence.silence_of(replace(at, now=LATER), t.enrolment)
    ),
    # Of their own participants, of whom they are told anyway.
    "reminders.silence.still_silent": Row(
        lambda at, w, t: silence.still_silent(replace(at, now=LATER), [t.enrolment]),
        MENTORS,
        recorded=False,
    ),
    # --- centres' applications
    "centres.application_form.own_application": own(
        lambda at, w, t: application_form.own_application(at)
    ),
    "centres.application_form.begin_application": own(
        lambda at, w, t: application_form.begin_application(at)
    ),
    "centres.application_form.answer_question": own(
        lambda at, w, t: application_form.answer_question(at, CentreField.PLACE, "Алматы"),
        but="refused-centre-no-draft",
    ),
    "centres.application_form.send_application": own(
        lambda at, w, t: application_form.send_application(at),
        but="refused-centre-no-draft",
    ),
    "centres.applications.waiting_centres": Row(
        lambda at, w, t: applications.waiting_centres(at), OPERATOR, staff=True
    ),
    "centres.applications.application_seen": Row(
        lambda at, w, t: applications.application_seen(at, w.applications["submitted"]),
        OPERATOR | APPLICANT,
        staff=True,
    ),
    "centres.applications.accept": Row(
        lambda at, w, t: applications.accept(at, w.applications["submitted"]),
        OPERATOR,
        staff=True,
    ),
    "centres.applications.refuse": Row(
        lambda at, w, t: applications.refuse(at, w.applications["submitted"], "Толық емес"),
        OPERATOR,
        staff=True,
    ),
    "centres.applications.say_signed": Row(
        lambda at, w, t: applications.say_signed(at, w.applications["contract"]),
        APPLICANT,
        staff=True,
    ),
    "centres.applications.deny_signed": Row(
        lambda at, w, t: applications.deny_signed(at, w.applications["signed"]),
        OPERATOR,
        staff=True,
    ),
    "centres.applications.confirm_signed": Row(
        lambda at, w, t: applications.confirm_signed(at, w.applications["signed"]),
        OPERATOR,
        also=APPLICANT,  # who becomes its head
        staff=True,
    ),
    "centres.applications.withdraw_application": Row(
        lambda at, w, t: applications.withdraw_application(at, w.applications["contract"]),
        APPLICANT,
        staff=True,
    ),
    # --- disputes: an arbiter is the mentor's expert, on appeal the coordinator
    "disputes.disputes.dispute_entry": Row(
        lambda at, w, t: disputes.dispute_entry(at, t.returned, "Келіспеймін"),
        SELF,
    ),
    "disputes.disputes.dispute_task": Row(
        lambda at, w, t: disputes.dispute_task(at, t.task, "Келіспеймін"),
        SELF,
    ),
    "disputes.views.dispute_of": own(
        lambda at, w, t: dispute_views.dispute_of(at, entry_id=t.returned)
    ),
    "disputes.views.dispute_seen": Row(
        lambda at, w, t: dispute_views.dispute_seen(at, t.dispute),
        frozenset({"self", "mentor", "expert", "coordinator", "operator"}),
    ),
    "disputes.waiting.open_disputes": Row(
        lambda at, w, t: waiting.open_disputes(at),
        frozenset({"expert", "expert2", "coordinator", "coordinator2", "operator"}),
    ),
    "disputes.disputes.answer_dispute": Row(
        lambda at, w, t: disputes.answer_dispute(at, t.dispute, "Дұрыс", annul=False),
        frozenset({"expert"}),
    ),
    "disputes.disputes.answer_dispute/by annulling": Row(
        lambda at, w, t: disputes.answer_dispute(at, t.dispute, "Қате", annul=True),
        frozenset({"expert"}),
    ),
    "disputes.disputes.appeal": Row(
        lambda at, w, t: disputes.appeal(at, t.dispute, "Келіспеймін"),
        SELF,
        but="refused-dispute-moved",
    ),
    "disputes.disputes.withdraw_dispute": Row(
        lambda at, w, t: disputes.withdraw_dispute(at, t.dispute), SELF
    ),
}
