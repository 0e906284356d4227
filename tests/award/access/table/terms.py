"""Who may call what the clock and its terms are about: days off, silence, centres' applications."""

import datetime as dt

from award.calendar import days_off
from award.centres import application_form, applications
from award.centres.application_form import CentreField
from award.disputes import disputes, waiting
from award.reminders import silence, undecided
from tests.award.access.table.rows import MENTORS, OPERATOR, SELF, Row, own
from tests.award.access.table.world import NOW, TODAY, WAYS

LATER = NOW + dt.timedelta(days=30)
APPLICANT = frozenset({"unknown"})

OF_TERMS: dict[str, Row] = {
    "calendar.days_off.coming_days_off": Row(
        lambda s, a, w, t: days_off.coming_days_off(s, a, w.programme, NOW), OPERATOR, staff=True
    ),
    "calendar.days_off.add_day_off": Row(
        lambda s, a, w, t: days_off.add_day_off(s, a, w.programme, TODAY, NOW),
        OPERATOR,
        # Everyone's term that the day lies in ends later.
        also=frozenset(WAYS),
        staff=True,
    ),
    "calendar.days_off.remove_day_off": Row(
        lambda s, a, w, t: days_off.remove_day_off(s, a, w.programme, TODAY, NOW),
        OPERATOR,
        but="refused-day-off-gone",
        staff=True,
    ),
    "reminders.undecided.overdue": own(
        lambda s, a, w, t: undecided.overdue(s, a, [t.submitted], NOW)
    ),
    "reminders.silence.all_is_well": Row(
        lambda s, a, w, t: silence.all_is_well(s, a, t.enrolment, 7, NOW), SELF
    ),
    "reminders.silence.silence_of": own(
        lambda s, a, w, t: silence.silence_of(s, a, t.enrolment, LATER)
    ),
    # Of their own participants, of whom they are told anyway.
    "reminders.silence.still_silent": Row(
        lambda s, a, w, t: silence.still_silent(s, a, [t.enrolment], LATER),
        MENTORS,
        recorded=False,
    ),
    # --- centres' applications
    "centres.application_form.own_application": own(
        lambda s, a, w, t: application_form.own_application(s, a)
    ),
    "centres.application_form.begin_application": own(
        lambda s, a, w, t: application_form.begin_application(s, a, NOW)
    ),
    "centres.application_form.answer_question": own(
        lambda s, a, w, t: application_form.answer_question(
            s, a, w.programme, CentreField.PLACE, "Алматы", NOW
        ),
        but="refused-centre-no-draft",
    ),
    "centres.application_form.send_application": own(
        lambda s, a, w, t: application_form.send_application(s, a, w.programme, NOW),
        but="refused-centre-no-draft",
    ),
    "centres.applications.waiting_centres": Row(
        lambda s, a, w, t: applications.waiting_centres(s, a, NOW), OPERATOR, staff=True
    ),
    "centres.applications.application_seen": Row(
        lambda s, a, w, t: applications.application_seen(s, a, w.applications["submitted"], NOW),
        OPERATOR | APPLICANT,
        staff=True,
    ),
    "centres.applications.accept": Row(
        lambda s, a, w, t: applications.accept(s, a, w.programme, w.applications["submitted"], NOW),
        OPERATOR,
        staff=True,
    ),
    "centres.applications.refuse": Row(
        lambda s, a, w, t: applications.refuse(
            s, a, w.applications["submitted"], "Толық емес", NOW
        ),
        OPERATOR,
        staff=True,
    ),
    "centres.applications.say_signed": Row(
        lambda s, a, w, t: applications.say_signed(
            s, a, w.programme, w.applications["contract"], NOW
        ),
        APPLICANT,
        staff=True,
    ),
    "centres.applications.deny_signed": Row(
        lambda s, a, w, t: applications.deny_signed(s, a, w.applications["signed"], NOW),
        OPERATOR,
        staff=True,
    ),
    "centres.applications.confirm_signed": Row(
        lambda s, a, w, t: applications.confirm_signed(s, a, w.applications["signed"], NOW),
        OPERATOR,
        also=APPLICANT,  # who becomes its head
        staff=True,
    ),
    "centres.applications.withdraw_application": Row(
        lambda s, a, w, t: applications.withdraw_application(s, a, w.applications["contract"], NOW),
        APPLICANT,
        staff=True,
    ),
    # --- disputes: an arbiter is the mentor's expert, on appeal the coordinator
    "disputes.disputes.dispute_entry": Row(
        lambda s, a, w, t: disputes.dispute_entry(
            s, a, w.programme, t.returned, "Келіспеймін", NOW
        ),
        SELF,
    ),
    "disputes.disputes.dispute_task": Row(
        lambda s, a, w, t: disputes.dispute_task(s, a, w.programme, t.task, "Келіспеймін", NOW),
        SELF,
    ),
    "disputes.disputes.dispute_of": own(
        lambda s, a, w, t: disputes.dispute_of(s, a, entry_id=t.returned)
    ),
    "disputes.disputes.dispute_seen": Row(
        lambda s, a, w, t: disputes.dispute_seen(s, a, t.dispute, NOW),
        frozenset({"self", "mentor", "expert", "coordinator", "operator"}),
    ),
    "disputes.waiting.open_disputes": Row(
        lambda s, a, w, t: waiting.open_disputes(s, a, w.programme, NOW),
        frozenset({"expert", "expert2", "coordinator", "coordinator2", "operator"}),
    ),
    "disputes.disputes.answer_dispute": Row(
        lambda s, a, w, t: disputes.answer_dispute(s, a, t.dispute, "Дұрыс", NOW, annul=False),
        frozenset({"expert"}),
    ),
    "disputes.disputes.answer_dispute/by annulling": Row(
        lambda s, a, w, t: disputes.answer_dispute(s, a, t.dispute, "Қате", NOW, annul=True),
        frozenset({"expert"}),
    ),
    "disputes.disputes.appeal": Row(
        lambda s, a, w, t: disputes.appeal(s, a, w.programme, t.dispute, "Келіспеймін", NOW),
        SELF,
        but="refused-dispute-moved",
    ),
    "disputes.disputes.withdraw_dispute": Row(
        lambda s, a, w, t: disputes.withdraw_dispute(s, a, t.dispute, NOW), SELF
    ),
}
