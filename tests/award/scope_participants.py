"""Who may call what a participant's way is made of: from the application to the journal."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from award import (
    absence,
    acting,
    agreements,
    application,
    capture,
    centres,
    choosing,
    drafts,
    employers,
    enrolments,
    files,
    journal,
    participation,
    plan_views,
    plans,
    standing,
    where,
)
from award.acting import Actor
from award.application import Question
from award.enrolments import PauseReason
from tests.award.diary import message
from tests.award.scope_rows import (
    EVERYONE,
    MENTOR,
    NOBODY,
    OF_CENTRE,
    READERS,
    SELF,
    SIGNERS,
    Row,
    own,
)
from tests.award.scope_world import NOW, SIGNED, TODAY, Things, World


async def _capture(s: AsyncSession, a: Actor, w: World, t: Things) -> Any:
    theirs = await participation.participation(s, w.actors["active"], w.programme, NOW)
    return await capture.capture(s, a, theirs, message("жүгіру"), capture.Guess(), NOW)


def _hash(w: World) -> str:
    return w.programme.agreement.text_hash("kk")


ACTIVITY = plans.Change(minutes=45)
MINUTES = drafts.Change(minutes=45)
LINKED = ("refused-own-link", "refused-minor-represents", "refused-staff-represents")
WARDS = SIGNED - {"other"}


# "module.operation", with "/case" behind it where one operation needs several rows.
OF_PARTICIPANTS: dict[str, Row] = {
    # --- what every operation stands on
    "acting.own_enrolment": Row(lambda s, a, w, t: acting.own_enrolment(s, a, t.enrolment), SELF),
    "acting.mentored": Row(
        lambda s, a, w, t: acting.mentored(s, a, t.enrolment), MENTOR, recorded=False
    ),
    "acting.visible": Row(
        lambda s, a, w, t: acting.visible(s, a, t.enrolment), READERS, recorded=False
    ),
    "acting.own_entry": Row(lambda s, a, w, t: acting.own_entry(s, a, t.submitted), SELF),
    "acting.mentored_entry": Row(
        lambda s, a, w, t: acting.mentored_entry(s, a, t.submitted), MENTOR, recorded=False
    ),
    # --- the application
    "application.begin": own(lambda s, a, w, t: application.begin(s, a, NOW), "draft"),
    "application.application": own(
        lambda s, a, w, t: application.application(s, a, w.programme, NOW), "draft"
    ),
    "application.own_draft": own(lambda s, a, w, t: application.own_draft(s, a), "draft"),
    "application.send": own(
        lambda s, a, w, t: application.send(s, a, w.programme, NOW),
        "draft",
        but="refused-unanswered",
    ),
    "choosing.choose_level": own(
        lambda s, a, w, t: choosing.choose_level(s, a, w.programme, "bronze", NOW), "draft"
    ),
    "choosing.choose_directions": own(
        lambda s, a, w, t: choosing.choose_directions(s, a, w.programme, ("work",), NOW), "draft"
    ),
    "choosing.choose_option": own(
        lambda s, a, w, t: choosing.choose_option(s, a, w.programme, "heritage", "months_3", NOW),
        "draft",
    ),
    "choosing.choose_partner": own(
        lambda s, a, w, t: choosing.choose_partner(s, a, w.programme, "trips", w.partner, NOW),
        "draft",
    ),
    "choosing.choose_centre": own(
        lambda s, a, w, t: choosing.choose_centre(s, a, w.centre, NOW), "draft"
    ),
    "choosing.choose_mentor": own(
        lambda s, a, w, t: choosing.choose_mentor(s, a, w.people["mentor"], NOW), "draft"
    ),
    "choosing.leave_open": own(
        lambda s, a, w, t: choosing.leave_open(s, a, Question.MENTOR, NOW), "draft"
    ),
    "centres.suggest_centres": own(lambda s, a, w, t: centres.suggest_centres(s, a)),
    "centres.unassigned": Row(
        lambda s, a, w, t: centres.unassigned(s, a, t.enrolment),
        OF_CENTRE,
        "unassigned",
        recorded=False,
    ),
    "centres.assign_mentor": Row(
        lambda s, a, w, t: centres.assign_mentor(s, a, t.enrolment, w.people["mentor2"], NOW),
        OF_CENTRE,
        "unassigned",
    ),
    # --- signing
    "agreements.sign": own(
        lambda s, a, w, t: agreements.sign(s, a, w.programme, "kk", _hash(w), NOW), "draft"
    ),
    "agreements.representative_link": own(
        lambda s, a, w, t: agreements.representative_link(s, a, NOW), "unsigned"
    ),
    "agreements.take_back": own(lambda s, a, w, t: agreements.take_back(s, a, NOW), "unsigned"),
    "agreements.consent_asked": Row(
        lambda s, a, w, t: agreements.consent_asked(
            s, a, w.programme, w.links["representative"], NOW
        ),
        SIGNERS,
        "unsigned",
        says=LINKED,
        shows=frozenset({"unsigned"}),
    ),
    "agreements.consent": Row(
        lambda s, a, w, t: agreements.consent(
            s,
            a,
            w.programme,
            w.links["representative"],
            "Ана Аты",
            "+77010000000",
            "kk",
            _hash(w),
            NOW,
        ),
        SIGNERS,
        "unsigned",
        says=LINKED,
        shows=frozenset({"unsigned"}),
    ),
    "agreements.decline": Row(
        lambda s, a, w, t: agreements.decline(s, a, w.programme, w.links["representative"], NOW),
        SIGNERS,
        "unsigned",
        says=LINKED,
    ),
    "agreements.withdraw_consent": Row(
        lambda s, a, w, t: agreements.withdraw_consent(s, a, w.programme, t.enrolment, NOW),
        frozenset({"rep"}),
    ),
    "agreements.wards_of": own(lambda s, a, w, t: agreements.wards_of(s, a)),
    "agreements.signatures": own(lambda s, a, w, t: agreements.signatures(s, a)),
    # --- the plan
    "plan_views.plans_of": Row(
        lambda s, a, w, t: plan_views.plans_of(s, a, w.programme, t.enrolment, NOW), READERS
    ),
    "plan_views.plan_of": Row(
        lambda s, a, w, t: plan_views.plan_of(s, a, w.programme, t.plan, NOW), READERS
    ),
    "plan_views.plan_of/of the mentor alone": Row(
        lambda s, a, w, t: plan_views.plan_of(s, a, w.programme, t.plan, NOW), MENTOR, "drafting"
    ),
    "plan_views.options_of": Row(
        lambda s, a, w, t: plan_views.options_of(s, a, w.programme, t.enrolment, "sport", NOW),
        READERS,
    ),
    "plan_views.own_plan": own(lambda s, a, w, t: plan_views.own_plan(s, a, w.programme, NOW)),
    "plans.take_up": Row(
        lambda s, a, w, t: plans.take_up(s, a, w.programme, t.enrolment, NOW), MENTOR, "new"
    ),
    "plans.draft_plan": Row(
        lambda s, a, w, t: plans.draft_plan(s, a, w.programme, t.enrolment, NOW), MENTOR, "agreed"
    ),
    "plans.set_item": Row(
        lambda s, a, w, t: plans.set_item(s, a, w.programme, t.plan, "sport", ACTIVITY, NOW),
        MENTOR,
        "drafting",
    ),
    "plans.propose": Row(
        lambda s, a, w, t: plans.propose(s, a, w.programme, t.plan, NOW), MENTOR, "drafting"
    ),
    "plans.agree": Row(lambda s, a, w, t: plans.agree(s, a, t.plan, NOW), SELF, "proposed"),
    "plans.agree/to what was not shown": Row(
        lambda s, a, w, t: plans.agree(s, a, t.plan, NOW), NOBODY, "drafting"
    ),
    "plans.wish": Row(
        lambda s, a, w, t: plans.wish(s, a, w.programme, t.plan, "Жүзу", NOW), SELF, "proposed"
    ),
    "plans.activate": Row(
        lambda s, a, w, t: plans.activate(s, a, w.programme, t.enrolment, NOW), MENTOR, "agreed"
    ),
    # --- the way through a level
    "enrolments.pause": Row(
        lambda s, a, w, t: enrolments.pause(
            s, a, w.programme, t.enrolment, PauseReason.ILLNESS, NOW
        ),
        SELF,
    ),
    "enrolments.resume": Row(
        lambda s, a, w, t: enrolments.resume(s, a, w.programme, t.enrolment, NOW), SELF, "paused"
    ),
    "enrolments.withdraw": Row(
        lambda s, a, w, t: enrolments.withdraw(s, a, w.programme, t.enrolment, NOW), SELF
    ),
    "participation.participation": own(
        lambda s, a, w, t: participation.participation(s, a, w.programme, NOW)
    ),
    "participation.open_journal": own(
        lambda s, a, w, t: participation.open_journal(s, a, w.programme, NOW)
    ),
    "standing.situation": Row(
        lambda s, a, w, t: standing.situation(s, a, w.programme, NOW, t.enrolment), READERS
    ),
    "standing.situation/own": own(lambda s, a, w, t: standing.situation(s, a, w.programme, NOW)),
    "standing.latest_enrolment": own(lambda s, a, w, t: standing.latest_enrolment(s, a)),
    "where.where_it_stands": own(
        lambda s, a, w, t: where.where_it_stands(s, a, w.programme, NOW), "proposed"
    ),
    # --- absence
    "absence.report": own(
        lambda s, a, w, t: absence.report(
            s, a, w.programme, PauseReason.ILLNESS, TODAY, TODAY, NOW
        ),
        but="absence-overlaps",
    ),
    "absence.may_report": own(lambda s, a, w, t: absence.may_report(s, a)),
    "absence.own_absences": own(lambda s, a, w, t: absence.own_absences(s, a, w.programme, NOW)),
    "absence.own_absence": Row(
        lambda s, a, w, t: absence.own_absence(s, a, t.excuse, w.programme, NOW), SELF
    ),
    "absence.withdraw": Row(lambda s, a, w, t: absence.withdraw(s, a, t.excuse, NOW), SELF),
    "absence.shorten": Row(
        lambda s, a, w, t: absence.shorten(s, a, t.excuse, TODAY, NOW),
        SELF,
        but="absence-shorten-wrong",
    ),
    "absence.answer": Row(
        lambda s, a, w, t: absence.answer(s, a, t.excuse, "Иә", NOW),
        SELF,
        but="absence-already-asked",
    ),
    "absence.look": Row(lambda s, a, w, t: absence.look(s, a, t.excuse, w.programme, NOW), MENTOR),
    "absence.accept": Row(lambda s, a, w, t: absence.accept(s, a, t.excuse, NOW), MENTOR),
    "absence.question": Row(
        lambda s, a, w, t: absence.question(s, a, t.excuse, "Неге?", NOW), MENTOR
    ),
    "absence.refuse": Row(lambda s, a, w, t: absence.refuse(s, a, t.excuse, "Жоқ", NOW), MENTOR),
    # --- the journal
    "capture.capture": Row(_capture, SELF),
    "capture.attach": Row(
        lambda s, a, w, t: capture.attach(s, a, t.draft, message("тағы"), NOW), SELF
    ),
    "capture.captured_before": own(lambda s, a, w, t: capture.captured_before(s, a, 2)),
    "drafts.draft": Row(lambda s, a, w, t: drafts.draft(s, a, t.draft, w.programme, NOW), SELF),
    "drafts.start_draft": own(
        lambda s, a, w, t: drafts.start_draft(
            s, a, drafts.Change(task_id=t.task), w.programme, NOW
        ),
        says=("refused-not-allowed",),
    ),
    "drafts.change_draft": Row(
        lambda s, a, w, t: drafts.change_draft(s, a, t.draft, MINUTES, w.programme, NOW), SELF
    ),
    "drafts.discard": Row(lambda s, a, w, t: drafts.discard(s, a, t.draft, NOW), SELF),
    "files.unreadable_file": own(lambda s, a, w, t: files.unreadable_file(s, a, t.media)),
    "journal.submit": Row(lambda s, a, w, t: journal.submit(s, a, t.draft, w.programme, NOW), SELF),
    "journal.withdraw": Row(lambda s, a, w, t: journal.withdraw(s, a, t.submitted, NOW), SELF),
    "journal.mend": Row(lambda s, a, w, t: journal.mend(s, a, t.returned, NOW), SELF),
    "journal.versions": Row(lambda s, a, w, t: journal.versions(s, a, t.returned), SELF),
    "journal.own_entries": own(lambda s, a, w, t: journal.own_entries(s, a, w.programme, NOW)),
    "journal.own_entry_seen": Row(
        lambda s, a, w, t: journal.own_entry_seen(s, a, t.submitted, w.programme, NOW), SELF
    ),
    "journal.last_employer": own(lambda s, a, w, t: journal.last_employer(s, a)),
    "employers.employer_link": Row(
        lambda s, a, w, t: employers.employer_link(s, a, t.work, w.programme, NOW), SELF
    ),
    "employers.work_of_link": Row(
        lambda s, a, w, t: employers.work_of_link(s, a, w.links["employer"], NOW),
        EVERYONE - SELF,
        says=("employer-self",),
        shows=frozenset({"active"}),
        recorded=False,
    ),
    "employers.answer_link": Row(
        lambda s, a, w, t: employers.answer_link(
            s, a, w.links["employer"], NOW, confirmed=True, name="Наубайшы"
        ),
        EVERYONE - SELF,
        says=("employer-self",),
    ),
}
