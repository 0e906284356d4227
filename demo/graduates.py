"""Who has completed a level: somebody at each step from there to the certificate, by what is due.

They lived their weeks before the sandbox's photos begin: those entries are plain rows, and all that
comes after them is done by the operations that the bot itself uses.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select

from award.access.acting import Acting
from award.calendar import DAY, WEEK, week_of
from award.ceremonies import ceremonies, guests, inviting
from award.commission import deciding, marks, putting, seats, sittings
from award.interviews.offering import offer
from award.interviews.series import Series
from award.mentoring.marks import mark_direction, mark_norm
from award.plan import plans
from award.plan.first_contact import contact_to_make, note_first_contact
from award.progress.asked import asked_of
from award.recommendation.notes import DIRECTION, GROWTH, STRENGTHS, say_part, send_note
from award.recommendation.recommendations import recommend
from demo.journals import approved, each_week
from demo.people import ERMEK, GREEN_CITY, HEAD, MAIRA, NATALIA, OPERATOR, Reached, Someone, Youth
from demo.stage import Stage
from storage.tables import (
    Candidacy,
    Dossier,
    DossierState,
    Enrolment,
    Entry,
    Seat,
)

WEEKS_AGO = 24  # when they began
_SAID = {
    STRENGTHS: "Бастағанын аяғына жеткізеді, айтқан уақытында келеді, басқаға көмектеседі.",
    GROWTH: "Алғашында көптің алдында ұялатын, қазір еріктілерге өзі бас болып жүр.",
}
_OF_A_DIRECTION = "Апта сайын тұрақты айналысты, нәтижесі бастапқысынан әлдеқайда жақсы."

CHAIR = Someone(31, "Қанат", "Исабеков (комиссия төрағасы)", "Қанат Оразұлы Исабеков")
SECRETARY = Someone(32, "Салтанат", "Ермекова (хатшы)", "Салтанат Ғалымқызы Ермекова")
AUTHORITY = Someone(33, "Олег", "Руденко (білім басқармасы)", "Олег Петрович Руденко", "ru")
COMMISSION = (CHAIR, SECRETARY, AUTHORITY)
_SEATS = {CHAIR: Seat.CHAIR, SECRETARY: Seat.SECRETARY, AUTHORITY: Seat.MEMBER}


@dataclass(frozen=True, eq=False)
class Graduate(Youth):
    """`stands`: how far the dossier has come."""

    stands: DossierState = DossierState.COMPLETE


def _graduate(number: int, first: str, last: str, name: str, **more: object) -> Graduate:
    return Graduate(
        number,
        first,
        last,
        name,
        age=19,
        study="Алматы педагогикалық колледжі",
        about="Еріктілермен бірге ағаш отырғызамын, домбыра тартамын.",
        hobbies="домбыра, жүгіру",
        answers={"heritage": "book"},
        partner=GREEN_CITY,
        reached=Reached.ACTIVE,
        **more,  # type: ignore[arg-type]
    )


INVITED = _graduate(
    34,
    "Дархан",
    "Мұсаев (салтанатқа шақырылған)",
    "Дархан Асылбекұлы Мұсаев",
    face="boy",
    mentor=MAIRA,
    stands=DossierState.AWARDED,
)
COMES = _graduate(
    39,
    "Аяулым",
    "Серікбаева (салтанатқа келеді)",
    "Аяулым Нұрболқызы Серікбаева",
    mentor=MAIRA,
    stands=DossierState.AWARDED,
)
CANNOT = _graduate(
    40,
    "Ислам",
    "Тәжібаев (салтанатқа келе алмайды)",
    "Ислам Ержанұлы Тәжібаев",
    face="boy",
    mentor=NATALIA,
    stands=DossierState.AWARDED,
)
CANDIDATE = _graduate(
    35,
    "Камила",
    "Оразбаева (үміткер)",
    "Камила Ержанқызы Оразбаева",
    mentor=NATALIA,
    stands=DossierState.CANDIDATE,
)
RECOMMENDED = _graduate(
    36,
    "Нұрсұлтан",
    "Ахатов (ұсынылған)",
    "Нұрсұлтан Еркінұлы Ахатов",
    face="boy",
    mentor=ERMEK,
    stands=DossierState.RECOMMENDED,
)
NOTED = _graduate(
    37,
    "Томирис",
    "Жүнісова (жазбасы дайын)",
    "Томирис Бақытқызы Жүнісова",
    mentor=NATALIA,
    stands=DossierState.NOTED,
)
COMPLETE = _graduate(
    38,
    "Әлихан",
    "Сағынтаев (деңгейі аяқталған)",
    "Әлихан Маратұлы Сағынтаев",
    face="boy",
    mentor=MAIRA,
    stands=DossierState.COMPLETE,
)
WINNERS = (INVITED, COMES, CANNOT)
GRADUATES = (*WINNERS, CANDIDATE, RECOMMENDED, NOTED, COMPLETE)
# In the order in which they get ahead: each state is reached by who comes before it too.
_ORDER = (
    DossierState.COMPLETE,
    DossierState.NOTED,
    DossierState.RECOMMENDED,
    DossierState.CANDIDATE,
    DossierState.AWARDED,
)


async def graduate_all(stage: Stage) -> None:
    """Bring each as far as they have come, the commission together, the winners to a ceremony."""
    commission = await _commission(stage)
    for youth in WINNERS:
        await _go_on(stage, youth)
    await putting.put(await _acting(stage, OPERATOR, _since(INVITED) - 5), commission)
    await _award(stage, WINNERS, commission, _since(INVITED) - 8)
    await _invite(stage, _since(INVITED) - 15)
    for youth in (CANDIDATE, RECOMMENDED, NOTED, COMPLETE):
        await _go_on(stage, youth)
        if youth is CANDIDATE:
            await putting.put(await _acting(stage, OPERATOR, _since(youth) - 5), commission)
    day = stage.today + DAY * 2
    series = Series(day, dt.time(15), 20, 10, 6)
    await offer(
        await _acting(stage, SECRETARY, 1), commission, series, "https://meet.example/award"
    )


def _since(youth: Graduate) -> int:
    """Days since their last mark."""
    return 3 + _ORDER.index(youth.stands) * 8


async def _go_on(stage: Stage, youth: Graduate) -> None:
    """Up to the recommendation, as far as they have come."""
    await _live(stage, youth)
    if youth.stands is not DossierState.COMPLETE:
        await _note(stage, youth, _since(youth) - 1)
        if youth.stands is not DossierState.NOTED:
            await recommend(
                await _acting(stage, HEAD, _since(youth) - 3), await _dossier(stage, youth)
            )


async def _live(stage: Stage, youth: Graduate) -> None:
    """Apply, plan, live the weeks, and have the directions marked."""
    assert youth.mentor is not None
    session, programme = stage.session, stage.programme
    start = week_of(stage.today) - WEEK * WEEKS_AGO
    await stage.apply(youth, stage.at(start - DAY * 9, 18))
    enrolment_id = stage.enrolments[youth]
    met = await _at(stage, youth.mentor, start - DAY * 6)
    plan = await plans.take_up(met, enrolment_id)
    await plans.propose(met, plan.id)
    await plans.agree(await _at(stage, youth, start - DAY * 5), plan.id)
    begin = await _at(stage, youth.mentor, start)
    lives = (await contact_to_make(begin, enrolment_id)).place or ""
    await note_first_contact(begin, enrolment_id, spoken=True, residence=lives, health=None)
    await plans.activate(begin, enrolment_id)
    enrolment = await session.get_one(Enrolment, enrolment_id)
    for asked in asked_of(programme, enrolment):
        rows = approved(asked, each_week(start, youth.number), stage.at)
        await session.execute(
            insert(Entry), [{"enrolment_id": enrolment_id, **row} for row in rows]
        )
    last = await _acting(stage, youth.mentor, _since(youth))
    await mark_norm(last, enrolment_id, "sport")
    for asked in asked_of(programme, enrolment):
        await mark_direction(last, enrolment_id, asked.direction)


async def _note(stage: Stage, youth: Graduate, days: int) -> None:
    assert youth.mentor is not None
    at = await _acting(stage, youth.mentor, days)
    enrolment = await stage.session.get_one(Enrolment, stage.enrolments[youth])
    number = await _dossier(stage, youth)
    codes = [asked.direction for asked in asked_of(stage.programme, enrolment)]
    for part, words in {
        **_SAID,
        **{f"{DIRECTION}{code}": _OF_A_DIRECTION for code in codes},
    }.items():
        await say_part(at, number, part, words=words)
    await send_note(at, number, recommends=True)


async def _commission(stage: Stage) -> int:
    """A commission of three, one of them of the authorised body of education, and open."""
    days = 3 + len(_ORDER) * 8
    operator = await _acting(stage, OPERATOR, days)
    made = await seats.make_commission(operator, operator.now.year)
    for someone, seat in _SEATS.items():
        member = await seats.add_seat(operator, made.id, seat, of_authority=someone is AUTHORITY)
        link = await seats.seat_link(operator, member.id)
        me = await stage.join_named(someone, operator.now)
        await seats.take_seat(Acting(stage.session, me, stage.programme, operator.now), link)
    await seats.open_commission(operator, made.id)
    return made.id


async def _award(stage: Stage, winners: Sequence[Graduate], commission: int, days: int) -> None:
    """All three mark and vote alike; the chair signs, and the sitting ends with its protocol."""
    dossiers = [await _dossier(stage, youth) for youth in winners]
    members = [await _acting(stage, someone, days) for someone in COMMISSION]
    await sittings.open_sitting(members[0], commission)
    for member in members[1:]:
        await sittings.arrive(member, commission)
    candidacies = select(Candidacy.id).where(Candidacy.dossier_id.in_(dossiers))
    for candidacy in (await stage.session.scalars(candidacies.order_by(Candidacy.id))).all():
        for place, member in enumerate(members):
            for criterion in stage.programme.award.criteria:
                if not criterion.of_interview:
                    await marks.mark(member, candidacy, criterion.code, 9 - place % 2)
        for member in members:
            await deciding.vote(member, candidacy, DossierState.AWARDED)
    await deciding.decide_undisputed(members[0], commission)
    await sittings.close_sitting(members[0], commission)


async def _invite(stage: Stage, days: int) -> None:
    """A ceremony in Astana: one winner comes with family, one had to change their mind."""
    operator = await _acting(stage, OPERATOR, days)
    held = await ceremonies.make(
        operator,
        ceremonies.Plan(
            starts_at=stage.future(stage.today + DAY * 16, 15),
            place="Астана, Тәуелсіздік сарайы",
            address="Тәуелсіздік даңғылы, 52",
            guests=2,
            bring="жеке куәлік",
        ),
    )
    await inviting.invite(operator, held.id)
    for who, day, comes, more in (
        (COMES, days - 2, True, 2),
        (CANNOT, days - 2, True, 1),
        (CANNOT, 4, False, 0),
    ):
        at = await _acting(stage, who, day)
        [theirs] = await guests.invitations_to(at, held.id)
        await guests.answer(at, theirs.guest_id, comes=comes, guests=more)


async def _dossier(stage: Stage, youth: Graduate) -> int:
    found = await stage.session.scalars(
        select(Dossier.id).where(Dossier.enrolment_id == stage.enrolments[youth])
    )
    return found.one()


async def _acting(stage: Stage, someone: Someone, days: int) -> Acting:
    """The person so many days ago."""
    return await _at(stage, someone, stage.today - DAY * days)


async def _at(stage: Stage, someone: Someone, day: dt.date) -> Acting:
    now = stage.at(day, 12)
    return Acting(stage.session, await stage.actor(someone, now), stage.programme, now)
