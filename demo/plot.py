"""What happened before the sandbox's first start, in order."""

import datetime as dt

from award.absence.absences import PauseReason
from award.access.acting import Acting
from award.access.actor import Actor
from award.calendar import DAY
from award.mentoring.marks import mark_direction, mark_norm
from award.mentoring.tasks import set_task
from award.plan import plans
from award.plan.first_contact import contact_to_make, note_first_contact
from award.profile.enrolment import pause
from award.review.decisions import approve, reject, return_
from demo.crowd import gather
from demo.diary import PAUSED_FOR, Fate, began, diary
from demo.graduates import GRADUATES, graduate_all
from demo.people import OPERATOR, PARTNERS, RESOURCE, SCHOOL, STAFF, Reached, Youth
from demo.shots import portrait_of
from demo.stage import Stage
from demo.youth import YOUTH
from storage.tables import Entry

LONG_AGO = DAY * 200
RETURNED = {
    "kk": "Жақсы басталыпты! Нақты не істегеніңізді бір-екі сөйлеммен толықтырып жіберіңізші.",
    "ru": "Хорошее начало! Допишите, пожалуйста, в двух предложениях, что именно делали.",
}


async def empty(stage: Stage) -> None:
    """Only an operator, who can invite everyone else."""
    await stage.employ(OPERATOR, stage.now)


async def demo(stage: Stage) -> None:
    """Two centres, their staff, participants at every step of the way, the commission, a crowd."""
    diaries = {youth: diary(youth, stage.today) for youth in YOUTH}
    pages = [fate.page for fates in diaries.values() for fate in fates]
    stage.camera.prepare(map(portrait_of, (*YOUTH, *GRADUATES)))
    stage.camera.prepare(page.shot for page in pages if page.shot)
    opening = stage.at(stage.today - LONG_AGO, 10)
    await stage.employ(OPERATOR, opening)
    for centre in (SCHOOL, RESOURCE):
        await stage.found(centre, opening)
    for partner in PARTNERS:
        await stage.ally(partner, opening)
    for staff in STAFF[1:]:
        await stage.employ(staff, opening)
    for youth in YOUTH:
        await _apply(stage, youth)
        if youth.reached >= Reached.PROPOSED:
            await _plan(stage, youth)
        if youth.reached >= Reached.ACTIVE:
            await _go_on(stage, youth, diaries[youth])
    await graduate_all(stage)
    await gather(stage)


def _applied(stage: Stage, youth: Youth) -> dt.date:
    match youth.reached:
        case Reached.ACTIVE | Reached.PAUSED:
            return began(youth, stage.today) - DAY * 12
        case Reached.PROPOSED:
            return stage.today - DAY * 8
        case _:
            return stage.today - DAY * 2


async def _apply(stage: Stage, youth: Youth) -> None:
    day = _applied(stage, youth)
    await stage.apply(youth, stage.at(day, 18))
    if youth.parent and youth.reached > Reached.AWAITING:
        await stage.represent(youth, stage.at(day + DAY, 20))


async def _plan(stage: Stage, youth: Youth) -> None:
    """Mentor and participant make the plan together; the mentor switches to active."""
    session, programme, enrolment = stage.session, stage.programme, stage.enrolments[youth]
    met = stage.at(_applied(stage, youth) + DAY * 6, 11)
    mentor = await _mentor(stage, youth, met)
    plan = await plans.take_up(Acting(session, mentor, programme, met), enrolment)
    await plans.propose(Acting(session, mentor, programme, met), plan.id)
    if youth.reached < Reached.ACTIVE:
        return
    await plans.agree(
        Acting(session, await stage.actor(youth, met), programme, met + dt.timedelta(hours=6)),
        plan.id,
    )
    monday = stage.at(began(youth, stage.today), 9)
    at = Acting(session, mentor, programme, monday)
    lives = (await contact_to_make(at, enrolment)).place or ""
    await note_first_contact(at, enrolment, spoken=True, residence=lives, health=None)
    await plans.activate(at, enrolment)


async def _go_on(stage: Stage, youth: Youth, fates: tuple[Fate, ...]) -> None:
    """The journal is kept and reviewed; then what the participant or the mentor does with it."""
    session, programme, enrolment = stage.session, stage.programme, stage.enrolments[youth]
    for fate in fates:
        sent = stage.at(fate.page.day, fate.page.hour, youth.number)
        entry = await stage.log(youth, fate.page, sent)
        await _review(stage, youth, fate, entry)
    mentor = await _mentor(stage, youth, stage.now)
    if youth.reached is Reached.PAUSED:
        me, ill = await stage.actor(youth, stage.now), stage.at(stage.today - PAUSED_FOR, 9)
        await pause(Acting(session, me, programme, ill), enrolment, PauseReason.ILLNESS)
    if youth.keeps_every_week:
        await _mark(stage, mentor, enrolment)
    if youth.task:
        set_at, due = stage.at(stage.today - DAY * 3, 13), stage.today + DAY * 4
        await set_task(Acting(session, mentor, programme, set_at), enrolment, *youth.task, due)


async def _review(stage: Stage, youth: Youth, fate: Fate, entry: Entry) -> None:
    now = stage.at(fate.page.day + DAY, 12)
    mentor = await _mentor(stage, youth, now)
    match fate.state:
        case "approved":
            await approve(Acting(stage.session, mentor, stage.programme, now), entry.id)
        case "returned":
            words = RETURNED[youth.language]
            await return_(
                Acting(stage.session, mentor, stage.programme, now), entry.id, comment=words
            )
        case "rejected":
            await reject(
                Acting(stage.session, mentor, stage.programme, now), entry.id, reason="reused"
            )


async def _mark(stage: Stage, mentor: Actor, enrolment: int) -> None:
    """The norm is met; every direction that waits for nothing else is complete."""
    session, programme = stage.session, stage.programme
    now = stage.at(stage.today - DAY, 22)
    sheet = await mark_norm(Acting(session, mentor, programme, now), enrolment, "sport")
    for direction in sheet.progress.directions:
        if direction.awaits_mark:
            await mark_direction(
                Acting(session, mentor, programme, now), enrolment, direction.direction
            )


async def _mentor(stage: Stage, youth: Youth, now: dt.datetime) -> Actor:
    assert youth.mentor is not None
    return await stage.actor(youth.mentor, now)
