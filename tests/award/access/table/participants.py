"""Who may call what a participant's way is made of: from the application to the journal."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from award.absence import absences
from award.absence.absences import PauseReason
from award.access import scope
from award.access.acting import Acting
from award.centres import offers
from award.consent import ending, mending, representatives, search, signing
from award.consent import views as consent_views
from award.evidence import examination
from award.journal import capture, drafts, employer, entries
from award.mentoring import assignment
from award.mentoring import views as mentoring_views
from award.plan import first_contact, plans, views
from award.portfolio import orders, photos
from award.profile import enrolment, next_step
from award.progress import asked, current, participation
from award.registration import application, choices
from award.registration import views as registration_views
from award.registration.application import Question
from storage.tables import EnrolmentState, Role, RoleKind
from tests.award.access.table.rows import (
    EVERYONE,
    MENTOR,
    NOBODY,
    OF_CENTRE,
    OPERATOR,
    READERS,
    SELF,
    SIGNERS,
    Row,
    own,
)
from tests.award.access.table.world import SIGNED, TODAY, Things, World, marker
from tests.award.journal.diary import message


async def _capture(at: Acting, w: World, t: Things) -> Any:
    theirs = await participation.participation(replace(at, actor=w.actors["active"]))
    return await capture.capture(at, theirs, message("жүгіру"), capture.Guess())


async def _role(at: Acting, t: Things) -> int:
    found = await at.session.scalar(
        select(Role.id).where(Role.kind == RoleKind.REPRESENTATIVE, Role.ward_id == t.person)
    )
    return found or 0


async def _share(at: Acting, w: World, t: Things) -> Any:
    return await ending.share(at, await _role(at, t), shared=True)


async def _end_by_own_wish(at: Acting, w: World, t: Things) -> Any:
    return await ending.end_by_own_wish(at, await _role(at, t))


async def _end_representative(at: Acting, w: World, t: Things) -> Any:
    return await ending.end_representative(at, await _role(at, t), ending.EndReason.COURT)


async def _ended(at: Acting, w: World, t: Things) -> Any:
    return await ending.ended(at, await _role(at, t))


async def _activate(at: Acting, w: World, t: Things) -> Any:
    await first_contact.note_first_contact(
        at, t.enrolment, spoken=True, residence="Алматы", health=None
    )
    return await plans.activate(at, t.enrolment)


def _hash(w: World) -> str:
    return w.programme.agreement.text_hash("kk")


ACTIVITY = plans.ItemChange(minutes=45)
MINUTES = drafts.Change(minutes=45)
LINKED = ("refused-own-link", "refused-minor-represents", "refused-staff-represents")
WARDS = SIGNED - {"other"}
MENDING = frozenset({"mentor", "head", "coordinator", "operator"})


# "module.operation", with "/case" behind it where one operation needs several rows.
OF_PARTICIPANTS: dict[str, Row] = {
    # --- what every operation stands on
    "access.scope.own_enrolment": Row(lambda at, w, t: scope.own_enrolment(at, t.enrolment), SELF),
    "access.scope.mentored": Row(
        lambda at, w, t: scope.mentored(at, t.enrolment), MENTOR, recorded=False
    ),
    "access.scope.visible": Row(
        lambda at, w, t: scope.visible(at, t.enrolment), READERS, recorded=False
    ),
    "access.scope.own_entry": Row(lambda at, w, t: scope.own_entry(at, t.submitted), SELF),
    "access.scope.mentored_entry": Row(
        lambda at, w, t: scope.mentored_entry(at, t.submitted), MENTOR, recorded=False
    ),
    # --- the portfolio
    "portfolio.orders.own_begun": own(lambda at, w, t: orders.own_begun(at)),
    "portfolio.orders.whose_portfolio": Row(
        lambda at, w, t: orders.whose_portfolio(at, t.enrolment), READERS
    ),
    "portfolio.orders.may_read": own(lambda at, w, t: orders.may_read(at, t.enrolment)),
    "portfolio.orders.ask": Row(lambda at, w, t: orders.ask(at, t.enrolment), READERS),
    "portfolio.orders.ask_for_hours": Row(
        lambda at, w, t: orders.ask_for_hours(at, t.enrolment), READERS
    ),
    "portfolio.photos.to_choose": Row(lambda at, w, t: photos.to_choose(at, t.enrolment), SELF),
    "portfolio.photos.choice": Row(
        lambda at, w, t: photos.choice(at, t.enrolment, "sport", 0), SELF
    ),
    "portfolio.photos.choose": Row(
        lambda at, w, t: photos.choose(at, t.enrolment, t.media, chosen=True),
        SELF,
        but="portfolio-photo-gone",
    ),
    # --- the application
    "registration.application.begin": own(lambda at, w, t: application.begin(at), "draft"),
    "registration.application.application": own(
        lambda at, w, t: application.application(at), "draft"
    ),
    "registration.application.own_draft": own(lambda at, w, t: application.own_draft(at), "draft"),
    "registration.application.send": own(
        lambda at, w, t: application.send(at),
        "draft",
        but="refused-unanswered",
    ),
    "registration.choices.choose_level": own(
        lambda at, w, t: choices.choose_level(at, "bronze"), "draft"
    ),
    "registration.choices.choose_directions": own(
        lambda at, w, t: choices.choose_directions(at, ("work",)), "draft"
    ),
    "registration.choices.choose_option": own(
        lambda at, w, t: choices.choose_option(at, "heritage", "months_3"),
        "draft",
    ),
    "registration.choices.choose_partner": own(
        lambda at, w, t: choices.choose_partner(at, "trips", w.partner),
        "draft",
    ),
    "registration.choices.choose_centre": own(
        lambda at, w, t: choices.choose_centre(at, w.centre), "draft"
    ),
    "registration.choices.choose_mentor": own(
        lambda at, w, t: choices.choose_mentor(at, w.people["mentor"]), "draft"
    ),
    "registration.choices.leave_open": own(
        lambda at, w, t: choices.leave_open(at, Question.MENTOR), "draft"
    ),
    "centres.offers.suggest_centres": own(lambda at, w, t: offers.suggest_centres(at)),
    "mentoring.assignment.unassigned": Row(
        lambda at, w, t: assignment.unassigned(at, t.enrolment),
        OF_CENTRE,
        "unassigned",
        recorded=False,
    ),
    "mentoring.assignment.assign_mentor": Row(
        lambda at, w, t: assignment.assign_mentor(at, t.enrolment, w.people["mentor2"]),
        OF_CENTRE,
        "unassigned",
    ),
    # --- signing
    "consent.signing.sign": own(lambda at, w, t: signing.sign(at, "kk", _hash(w)), "draft"),
    "consent.representatives.representative_link": own(
        lambda at, w, t: representatives.representative_link(at), "unsigned"
    ),
    "consent.representatives.take_back": own(
        lambda at, w, t: representatives.take_back(at), "unsigned"
    ),
    "consent.representatives.consent_asked": Row(
        lambda at, w, t: representatives.consent_asked(at, w.links["representative"]),
        SIGNERS,
        "unsigned",
        says=LINKED,
        shows=frozenset({"unsigned"}),
    ),
    "consent.representatives.check_signer": Row(
        lambda at, w, t: representatives.check_signer(at, w.links["representative"], "Ана Аты"),
        SIGNERS,
        "unsigned",
        says=LINKED,
    ),
    "consent.representatives.consent": Row(
        lambda at, w, t: representatives.consent(
            at, w.links["representative"], "Ана Аты", "+77010000000", "kk", _hash(w)
        ),
        SIGNERS,
        "unsigned",
        says=LINKED,
        shows=frozenset({"unsigned"}),
    ),
    "consent.representatives.decline": Row(
        lambda at, w, t: representatives.decline(at, w.links["representative"]),
        SIGNERS,
        "unsigned",
        says=LINKED,
    ),
    "consent.representatives.withdraw_consent": Row(
        lambda at, w, t: representatives.withdraw_consent(at, t.enrolment),
        frozenset({"rep"}),
    ),
    "consent.ending.own_representatives": own(lambda at, w, t: ending.own_representatives(at)),
    "consent.ending.is_of_age": own(lambda at, w, t: ending.is_of_age(at)),
    "consent.ending.representatives_of": Row(
        lambda at, w, t: ending.representatives_of(at, t.person), SELF | OPERATOR, recorded=False
    ),
    "consent.ending.share": Row(_share, SELF, but="refused-not-of-age"),
    "consent.ending.end_by_own_wish": Row(
        _end_by_own_wish, SELF, but="refused-not-of-age", says=("refused-not-of-age",)
    ),
    "consent.ending.end_representative": Row(
        _end_representative, OPERATOR, also=frozenset({"rep"})
    ),
    "consent.ending.ended": own(_ended),
    "consent.search.found_by_name": Row(
        lambda at, w, t: search.found_by_name(at, marker("active")), OPERATOR, staff=True
    ),
    "consent.search.represented": Row(
        lambda at, w, t: search.represented(at, t.enrolment), OPERATOR
    ),
    "consent.mending.birth_date_to_mend": Row(
        lambda at, w, t: mending.birth_date_to_mend(at, t.enrolment), MENDING
    ),
    "consent.mending.mend_birth_date": Row(
        lambda at, w, t: mending.mend_birth_date(at, t.enrolment, date(2010, 2, 15)), MENDING
    ),
    "plan.first_contact.contact_to_make": Row(
        lambda at, w, t: first_contact.contact_to_make(at, t.enrolment), MENTOR, "agreed"
    ),
    "plan.first_contact.note_first_contact": Row(
        lambda at, w, t: first_contact.note_first_contact(
            at, t.enrolment, spoken=True, residence="Алматы", health=None
        ),
        MENTOR,
        "agreed",
    ),
    "consent.representatives.wards_of": own(lambda at, w, t: representatives.wards_of(at)),
    "consent.signing.signatures": own(lambda at, w, t: signing.signatures(at)),
    # --- the plan
    "plan.views.plans_of": Row(lambda at, w, t: views.plans_of(at, t.enrolment), READERS),
    "plan.views.plan_of": Row(lambda at, w, t: views.plan_of(at, t.plan), READERS),
    "plan.views.plan_of/of the mentor alone": Row(
        lambda at, w, t: views.plan_of(at, t.plan), MENTOR, "drafting"
    ),
    "plan.views.options_of": Row(
        lambda at, w, t: views.options_of(at, t.enrolment, "sport"),
        READERS,
    ),
    "plan.views.own_plan": own(lambda at, w, t: views.own_plan(at)),
    "plan.plans.take_up": Row(lambda at, w, t: plans.take_up(at, t.enrolment), MENTOR, "new"),
    "plan.plans.draft_plan": Row(
        lambda at, w, t: plans.draft_plan(at, t.enrolment), MENTOR, "agreed"
    ),
    "plan.plans.set_item": Row(
        lambda at, w, t: plans.set_item(at, t.plan, "sport", ACTIVITY),
        MENTOR,
        "drafting",
    ),
    "plan.plans.propose": Row(lambda at, w, t: plans.propose(at, t.plan), MENTOR, "drafting"),
    "plan.plans.agree": Row(lambda at, w, t: plans.agree(at, t.plan), SELF, "proposed"),
    "plan.plans.agree/to what was not shown": Row(
        lambda at, w, t: plans.agree(at, t.plan), NOBODY, "drafting"
    ),
    "plan.plans.wish": Row(lambda at, w, t: plans.wish(at, t.plan, "Жүзу"), SELF, "proposed"),
    "plan.plans.activate": Row(_activate, MENTOR, "agreed"),
    "plan.plans.activate/without a word to the representative": Row(
        lambda at, w, t: plans.activate(at, t.enrolment), MENTOR, "agreed", but="refused-not-spoken"
    ),
    # --- what is told of an application and its mentor, to whom it still concerns
    "mentoring.views.new_application": own(
        lambda at, w, t: mentoring_views.new_application(at, t.enrolment), "new", recorded=False
    ),
    "mentoring.views.days_to_answer": own(
        lambda at, w, t: mentoring_views.days_to_answer(at, [t.enrolment]), "new"
    ),
    "mentoring.views.application_to_give": own(
        lambda at, w, t: mentoring_views.application_to_give(at, t.enrolment),
        "unassigned",
        recorded=False,
    ),
    "mentoring.views.choose_mentor": Row(
        lambda at, w, t: mentoring_views.choose_mentor(at, t.enrolment), OF_CENTRE, "unassigned"
    ),
    "mentoring.views.mentor_given": Row(
        lambda at, w, t: mentoring_views.mentor_given(at, t.enrolment), READERS, recorded=False
    ),
    "mentoring.views.participant_in": own(
        lambda at, w, t: mentoring_views.participant_in(at, t.enrolment, EnrolmentState.ACTIVE),
        recorded=False,
    ),
    "mentoring.views.reason_of_refusal": own(
        lambda at, w, t: mentoring_views.reason_of_refusal(at, t.enrolment)
    ),
    "plan.views.is_activated": own(lambda at, w, t: views.is_activated(at, t.enrolment)),
    "registration.views.chosen_places": own(
        lambda at, w, t: registration_views.chosen_places(at), "draft"
    ),
    "mentoring.views.own_mentor": own(lambda at, w, t: mentoring_views.own_mentor(at, t.enrolment)),
    # --- what a participant is told of the representative's answer
    "consent.views.answer_awaited": Row(
        lambda at, w, t: consent_views.answer_awaited(at, t.enrolment), SELF, "new"
    ),
    "consent.views.signature_awaited": Row(
        lambda at, w, t: consent_views.signature_awaited(at, t.enrolment), SELF
    ),
    # --- the way through a level
    "profile.enrolment.pause": Row(
        lambda at, w, t: enrolment.pause(at, t.enrolment, PauseReason.ILLNESS),
        SELF,
    ),
    "profile.enrolment.resume": Row(
        lambda at, w, t: enrolment.resume(at, t.enrolment), SELF, "paused"
    ),
    "profile.enrolment.withdraw": Row(lambda at, w, t: enrolment.withdraw(at, t.enrolment), SELF),
    "progress.participation.participation": own(lambda at, w, t: participation.participation(at)),
    "progress.participation.open_journal": own(lambda at, w, t: participation.open_journal(at)),
    "progress.current.situation": Row(lambda at, w, t: current.situation(at, t.enrolment), READERS),
    "progress.current.situation/own": own(lambda at, w, t: current.situation(at)),
    "progress.asked.latest_enrolment": own(lambda at, w, t: asked.latest_enrolment(at)),
    "profile.next_step.where_it_stands": own(
        lambda at, w, t: next_step.where_it_stands(at), "proposed"
    ),
    # --- absence
    "absence.absences.report": own(
        lambda at, w, t: absences.report(at, PauseReason.ILLNESS, TODAY, TODAY),
        but="absence-overlaps",
    ),
    "absence.absences.may_report": own(lambda at, w, t: absences.may_report(at)),
    "absence.absences.own_absences": own(lambda at, w, t: absences.own_absences(at)),
    "absence.absences.own_absence": Row(lambda at, w, t: absences.own_absence(at, t.excuse), SELF),
    "absence.absences.withdraw": Row(lambda at, w, t: absences.withdraw(at, t.excuse), SELF),
    "absence.absences.shorten": Row(
        lambda at, w, t: absences.shorten(at, t.excuse, TODAY),
        SELF,
        but="absence-shorten-wrong",
    ),
    "absence.absences.answer": Row(
        lambda at, w, t: absences.answer(at, t.excuse, "Иә"),
        SELF,
        but="absence-already-asked",
    ),
    "absence.absences.look": Row(lambda at, w, t: absences.look(at, t.excuse), MENTOR),
    "absence.absences.accept": Row(lambda at, w, t: absences.accept(at, t.excuse), MENTOR),
    "absence.absences.question": Row(
        lambda at, w, t: absences.question(at, t.excuse, "Неге?"), MENTOR
    ),
    "absence.absences.refuse": Row(lambda at, w, t: absences.refuse(at, t.excuse, "Жоқ"), MENTOR),
    # --- the journal
    "journal.capture.capture": Row(_capture, SELF),
    "journal.capture.attach": Row(
        lambda at, w, t: capture.attach(at, t.draft, message("тағы")), SELF
    ),
    "journal.capture.captured_before": own(lambda at, w, t: capture.captured_before(at, 2)),
    "journal.drafts.draft": Row(lambda at, w, t: drafts.draft(at, t.draft), SELF),
    "journal.drafts.start_draft": own(
        lambda at, w, t: drafts.start_draft(at, drafts.Change(task_id=t.task)),
        says=("refused-not-allowed",),
    ),
    "journal.drafts.change_draft": Row(
        lambda at, w, t: drafts.change_draft(at, t.draft, MINUTES), SELF
    ),
    "journal.drafts.discard": Row(lambda at, w, t: drafts.discard(at, t.draft), SELF),
    "evidence.examination.unreadable_file": own(
        lambda at, w, t: examination.unreadable_file(at, t.media)
    ),
    "journal.entries.submit": Row(lambda at, w, t: entries.submit(at, t.draft), SELF),
    "journal.entries.withdraw": Row(lambda at, w, t: entries.withdraw(at, t.submitted), SELF),
    "journal.entries.mend": Row(lambda at, w, t: entries.mend(at, t.returned), SELF),
    "journal.entries.versions": Row(lambda at, w, t: entries.versions(at, t.returned), SELF),
    "journal.entries.own_entries": own(lambda at, w, t: entries.own_entries(at)),
    "journal.entries.own_entry_seen": Row(
        lambda at, w, t: entries.own_entry_seen(at, t.submitted), SELF
    ),
    "journal.entries.last_employer": own(lambda at, w, t: entries.last_employer(at)),
    "journal.employer.employer_link": Row(
        lambda at, w, t: employer.employer_link(at, t.work), SELF
    ),
    "journal.employer.work_of_link": Row(
        lambda at, w, t: employer.work_of_link(at, w.links["employer"]),
        EVERYONE - SELF,
        says=("employer-self",),
        shows=frozenset({"active"}),
        recorded=False,
    ),
    "journal.employer.answer_link": Row(
        lambda at, w, t: employer.answer_link(
            at, w.links["employer"], confirmed=True, name="Наубайшы"
        ),
        EVERYONE - SELF,
        says=("employer-self",),
    ),
}
