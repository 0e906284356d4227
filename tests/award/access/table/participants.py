"""Who may call what a participant's way is made of: from the application to the journal."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from award.absence import absences
from award.absence.absences import PauseReason
from award.access import scope
from award.access.actor import Actor
from award.centres import offers
from award.consent import representatives, signing
from award.evidence import examination
from award.journal import capture, drafts, employer, entries
from award.mentoring import assignment
from award.plan import plans, views
from award.profile import enrolment, next_step
from award.progress import asked, current, participation
from award.registration import application, choices
from award.registration.application import Question
from tests.award.access.table.rows import (
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
from tests.award.access.table.world import NOW, SIGNED, TODAY, Things, World
from tests.award.journal.diary import message


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
    "access.scope.own_enrolment": Row(
        lambda s, a, w, t: scope.own_enrolment(s, a, t.enrolment), SELF
    ),
    "access.scope.mentored": Row(
        lambda s, a, w, t: scope.mentored(s, a, t.enrolment), MENTOR, recorded=False
    ),
    "access.scope.visible": Row(
        lambda s, a, w, t: scope.visible(s, a, t.enrolment), READERS, recorded=False
    ),
    "access.scope.own_entry": Row(lambda s, a, w, t: scope.own_entry(s, a, t.submitted), SELF),
    "access.scope.mentored_entry": Row(
        lambda s, a, w, t: scope.mentored_entry(s, a, t.submitted), MENTOR, recorded=False
    ),
    # --- the application
    "registration.application.begin": own(lambda s, a, w, t: application.begin(s, a, NOW), "draft"),
    "registration.application.application": own(
        lambda s, a, w, t: application.application(s, a, w.programme, NOW), "draft"
    ),
    "registration.application.own_draft": own(
        lambda s, a, w, t: application.own_draft(s, a), "draft"
    ),
    "registration.application.send": own(
        lambda s, a, w, t: application.send(s, a, w.programme, NOW),
        "draft",
        but="refused-unanswered",
    ),
    "registration.choices.choose_level": own(
        lambda s, a, w, t: choices.choose_level(s, a, w.programme, "bronze", NOW), "draft"
    ),
    "registration.choices.choose_directions": own(
        lambda s, a, w, t: choices.choose_directions(s, a, w.programme, ("work",), NOW), "draft"
    ),
    "registration.choices.choose_option": own(
        lambda s, a, w, t: choices.choose_option(s, a, w.programme, "heritage", "months_3", NOW),
        "draft",
    ),
    "registration.choices.choose_partner": own(
        lambda s, a, w, t: choices.choose_partner(s, a, w.programme, "trips", w.partner, NOW),
        "draft",
    ),
    "registration.choices.choose_centre": own(
        lambda s, a, w, t: choices.choose_centre(s, a, w.centre, NOW), "draft"
    ),
    "registration.choices.choose_mentor": own(
        lambda s, a, w, t: choices.choose_mentor(s, a, w.people["mentor"], NOW), "draft"
    ),
    "registration.choices.leave_open": own(
        lambda s, a, w, t: choices.leave_open(s, a, Question.MENTOR, NOW), "draft"
    ),
    "centres.offers.suggest_centres": own(lambda s, a, w, t: offers.suggest_centres(s, a)),
    "mentoring.assignment.unassigned": Row(
        lambda s, a, w, t: assignment.unassigned(s, a, t.enrolment),
        OF_CENTRE,
        "unassigned",
        recorded=False,
    ),
    "mentoring.assignment.assign_mentor": Row(
        lambda s, a, w, t: assignment.assign_mentor(s, a, t.enrolment, w.people["mentor2"], NOW),
        OF_CENTRE,
        "unassigned",
    ),
    # --- signing
    "consent.signing.sign": own(
        lambda s, a, w, t: signing.sign(s, a, w.programme, "kk", _hash(w), NOW), "draft"
    ),
    "consent.representatives.representative_link": own(
        lambda s, a, w, t: representatives.representative_link(s, a, NOW), "unsigned"
    ),
    "consent.representatives.take_back": own(
        lambda s, a, w, t: representatives.take_back(s, a, NOW), "unsigned"
    ),
    "consent.representatives.consent_asked": Row(
        lambda s, a, w, t: representatives.consent_asked(
            s, a, w.programme, w.links["representative"], NOW
        ),
        SIGNERS,
        "unsigned",
        says=LINKED,
        shows=frozenset({"unsigned"}),
    ),
    "consent.representatives.consent": Row(
        lambda s, a, w, t: representatives.consent(
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
    "consent.representatives.decline": Row(
        lambda s, a, w, t: representatives.decline(
            s, a, w.programme, w.links["representative"], NOW
        ),
        SIGNERS,
        "unsigned",
        says=LINKED,
    ),
    "consent.representatives.withdraw_consent": Row(
        lambda s, a, w, t: representatives.withdraw_consent(s, a, w.programme, t.enrolment, NOW),
        frozenset({"rep"}),
    ),
    "consent.representatives.wards_of": own(lambda s, a, w, t: representatives.wards_of(s, a)),
    "consent.signing.signatures": own(lambda s, a, w, t: signing.signatures(s, a)),
    # --- the plan
    "plan.views.plans_of": Row(
        lambda s, a, w, t: views.plans_of(s, a, w.programme, t.enrolment, NOW), READERS
    ),
    "plan.views.plan_of": Row(
        lambda s, a, w, t: views.plan_of(s, a, w.programme, t.plan, NOW), READERS
    ),
    "plan.views.plan_of/of the mentor alone": Row(
        lambda s, a, w, t: views.plan_of(s, a, w.programme, t.plan, NOW), MENTOR, "drafting"
    ),
    "plan.views.options_of": Row(
        lambda s, a, w, t: views.options_of(s, a, w.programme, t.enrolment, "sport", NOW),
        READERS,
    ),
    "plan.views.own_plan": own(lambda s, a, w, t: views.own_plan(s, a, w.programme, NOW)),
    "plan.plans.take_up": Row(
        lambda s, a, w, t: plans.take_up(s, a, w.programme, t.enrolment, NOW), MENTOR, "new"
    ),
    "plan.plans.draft_plan": Row(
        lambda s, a, w, t: plans.draft_plan(s, a, w.programme, t.enrolment, NOW), MENTOR, "agreed"
    ),
    "plan.plans.set_item": Row(
        lambda s, a, w, t: plans.set_item(s, a, w.programme, t.plan, "sport", ACTIVITY, NOW),
        MENTOR,
        "drafting",
    ),
    "plan.plans.propose": Row(
        lambda s, a, w, t: plans.propose(s, a, w.programme, t.plan, NOW), MENTOR, "drafting"
    ),
    "plan.plans.agree": Row(lambda s, a, w, t: plans.agree(s, a, t.plan, NOW), SELF, "proposed"),
    "plan.plans.agree/to what was not shown": Row(
        lambda s, a, w, t: plans.agree(s, a, t.plan, NOW), NOBODY, "drafting"
    ),
    "plan.plans.wish": Row(
        lambda s, a, w, t: plans.wish(s, a, w.programme, t.plan, "Жүзу", NOW), SELF, "proposed"
    ),
    "plan.plans.activate": Row(
        lambda s, a, w, t: plans.activate(s, a, w.programme, t.enrolment, NOW), MENTOR, "agreed"
    ),
    # --- the way through a level
    "profile.enrolment.pause": Row(
        lambda s, a, w, t: enrolment.pause(
            s, a, w.programme, t.enrolment, PauseReason.ILLNESS, NOW
        ),
        SELF,
    ),
    "profile.enrolment.resume": Row(
        lambda s, a, w, t: enrolment.resume(s, a, w.programme, t.enrolment, NOW), SELF, "paused"
    ),
    "profile.enrolment.withdraw": Row(
        lambda s, a, w, t: enrolment.withdraw(s, a, w.programme, t.enrolment, NOW), SELF
    ),
    "progress.participation.participation": own(
        lambda s, a, w, t: participation.participation(s, a, w.programme, NOW)
    ),
    "progress.participation.open_journal": own(
        lambda s, a, w, t: participation.open_journal(s, a, w.programme, NOW)
    ),
    "progress.current.situation": Row(
        lambda s, a, w, t: current.situation(s, a, w.programme, NOW, t.enrolment), READERS
    ),
    "progress.current.situation/own": own(
        lambda s, a, w, t: current.situation(s, a, w.programme, NOW)
    ),
    "progress.asked.latest_enrolment": own(lambda s, a, w, t: asked.latest_enrolment(s, a)),
    "profile.next_step.where_it_stands": own(
        lambda s, a, w, t: next_step.where_it_stands(s, a, w.programme, NOW), "proposed"
    ),
    # --- absence
    "absence.absences.report": own(
        lambda s, a, w, t: absences.report(
            s, a, w.programme, PauseReason.ILLNESS, TODAY, TODAY, NOW
        ),
        but="absence-overlaps",
    ),
    "absence.absences.may_report": own(lambda s, a, w, t: absences.may_report(s, a)),
    "absence.absences.own_absences": own(
        lambda s, a, w, t: absences.own_absences(s, a, w.programme, NOW)
    ),
    "absence.absences.own_absence": Row(
        lambda s, a, w, t: absences.own_absence(s, a, t.excuse, w.programme, NOW), SELF
    ),
    "absence.absences.withdraw": Row(
        lambda s, a, w, t: absences.withdraw(s, a, t.excuse, NOW), SELF
    ),
    "absence.absences.shorten": Row(
        lambda s, a, w, t: absences.shorten(s, a, t.excuse, TODAY, NOW),
        SELF,
        but="absence-shorten-wrong",
    ),
    "absence.absences.answer": Row(
        lambda s, a, w, t: absences.answer(s, a, t.excuse, "Иә", NOW),
        SELF,
        but="absence-already-asked",
    ),
    "absence.absences.look": Row(
        lambda s, a, w, t: absences.look(s, a, t.excuse, w.programme, NOW), MENTOR
    ),
    "absence.absences.accept": Row(lambda s, a, w, t: absences.accept(s, a, t.excuse, NOW), MENTOR),
    "absence.absences.question": Row(
        lambda s, a, w, t: absences.question(s, a, t.excuse, "Неге?", NOW), MENTOR
    ),
    "absence.absences.refuse": Row(
        lambda s, a, w, t: absences.refuse(s, a, t.excuse, "Жоқ", NOW), MENTOR
    ),
    # --- the journal
    "journal.capture.capture": Row(_capture, SELF),
    "journal.capture.attach": Row(
        lambda s, a, w, t: capture.attach(s, a, t.draft, message("тағы"), NOW), SELF
    ),
    "journal.capture.captured_before": own(lambda s, a, w, t: capture.captured_before(s, a, 2)),
    "journal.drafts.draft": Row(
        lambda s, a, w, t: drafts.draft(s, a, t.draft, w.programme, NOW), SELF
    ),
    "journal.drafts.start_draft": own(
        lambda s, a, w, t: drafts.start_draft(
            s, a, drafts.Change(task_id=t.task), w.programme, NOW
        ),
        says=("refused-not-allowed",),
    ),
    "journal.drafts.change_draft": Row(
        lambda s, a, w, t: drafts.change_draft(s, a, t.draft, MINUTES, w.programme, NOW), SELF
    ),
    "journal.drafts.discard": Row(lambda s, a, w, t: drafts.discard(s, a, t.draft, NOW), SELF),
    "evidence.examination.unreadable_file": own(
        lambda s, a, w, t: examination.unreadable_file(s, a, t.media)
    ),
    "journal.entries.submit": Row(
        lambda s, a, w, t: entries.submit(s, a, t.draft, w.programme, NOW), SELF
    ),
    "journal.entries.withdraw": Row(
        lambda s, a, w, t: entries.withdraw(s, a, t.submitted, NOW), SELF
    ),
    "journal.entries.mend": Row(lambda s, a, w, t: entries.mend(s, a, t.returned, NOW), SELF),
    "journal.entries.versions": Row(lambda s, a, w, t: entries.versions(s, a, t.returned), SELF),
    "journal.entries.own_entries": own(
        lambda s, a, w, t: entries.own_entries(s, a, w.programme, NOW)
    ),
    "journal.entries.own_entry_seen": Row(
        lambda s, a, w, t: entries.own_entry_seen(s, a, t.submitted, w.programme, NOW), SELF
    ),
    "journal.entries.last_employer": own(lambda s, a, w, t: entries.last_employer(s, a)),
    "journal.employer.employer_link": Row(
        lambda s, a, w, t: employer.employer_link(s, a, t.work, w.programme, NOW), SELF
    ),
    "journal.employer.work_of_link": Row(
        lambda s, a, w, t: employer.work_of_link(s, a, w.links["employer"], NOW),
        EVERYONE - SELF,
        says=("employer-self",),
        shows=frozenset({"active"}),
        recorded=False,
    ),
    "journal.employer.answer_link": Row(
        lambda s, a, w, t: employer.answer_link(
            s, a, w.links["employer"], NOW, confirmed=True, name="Наубайшы"
        ),
        EVERYONE - SELF,
        says=("employer-self",),
    ),
}
