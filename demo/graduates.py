"""Who has completed a level: somebody at each step from there to the certificate, by what is due.

They lived their weeks before the sandbox's photos begin: those entries are plain rows, and all that
comes after them is done by the operations that the bot itself uses.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from award.access.acting import Acting
from award.calendar import DAY, WEEK, week_of
from award.commission import deciding, marks, putting, seats, sittings
from award.interviews.offering import offer
from award.interviews.series import Series
from award.mentoring.marks import mark_direction, mark_norm
from award.plan import plans
from award.plan.first_contact import contact_to_make, note_first_contact
from award.programme import Measure
from award.programme.requirements import Requirement
from award.progress.asked import asked_of
from award.recommendation.notes import DIRECTION, GROWTH, STRENGTHS, say_part, send_note
from award.recommendation.recommendations import recommend
from demo import notes
from demo.essays import HABITS_KK, PRINCE_KK, QOZHA_KK, ZHIBEK_KK
from demo.notes import Note
from demo.people import ERMEK, GREEN_CITY, HEAD, NATALIA, OPERATOR, Reached, Someone, Youth
from demo.stage import Stage
from storage.tables import (
    Candidacy,
    Dossier,
    DossierState,
    Enrolment,
    Entry,
    EntryState,
    Seat,
)

WEEKS_AGO = 24  # when they began
_BOOKS = (QOZHA_KK, PRINCE_KK, HABITS_KK, ZHIBEK_KK)
_WORDS = {
    "sport": notes.RUNNING_KK,
    "talent": notes.DOMBRA_KK,
    "heritage": notes.TOGYZ_KK,
    "volunteering": notes.TREES_KK,
    "trips": notes.HIKE_KK,
}
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


AWARDED = _graduate(
    34,
    "Дархан",
    "Мұсаев (төсбелгі иегері)",
    "Дархан Асылбекұлы Мұсаев",
    face="boy",
    mentor=ERMEK,
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
    mentor=ERMEK,
    stands=DossierState.COMPLETE,
)
GRADUATES = (AWARDED, CANDIDATE, RECOMMENDED, NOTED, COMPLETE)
# In the order in which they get ahead: each state is reached by who comes before it too.
_ORDER = (
    DossierState.COMPLETE,
    DossierState.NOTED,
    DossierState.RECOMMENDED,
    DossierState.CANDIDATE,
    DossierState.AWARDED,
)


async def graduate_all(stage: Stage) -> None:
    """Bring each as far as they have come, and the commission together."""
    commission = await _commission(stage)
    for youth in GRADUATES:
        await _live(stage, youth)
        far = _ORDER.index(youth.stands)
        days = 3 + far * 8  # since the last mark
        if far >= 1:
            await _note(stage, youth, days - 1)
        if far >= 2:
            await _recommend(stage, youth, days - 3)
        if far >= 3:
            await putting.put(await _acting(stage, OPERATOR, days - 5), commission)
        if youth.stands is DossierState.AWARDED:
            await _award(stage, youth, commission, days - 8)
    day = stage.today + DAY * 2
    series = Series(day, dt.time(15), 20, 10, 6)
    await offer(
        await _acting(stage, SECRETARY, 1), commission, series, "https://meet.example/award"
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
        session.add_all(_entries(stage, youth, asked, start))
    await session.flush()
    days = 3 + _ORDER.index(youth.stands) * 8
    last = await _acting(stage, youth.mentor, days)
    await mark_norm(last, enrolment_id, "sport")
    for asked in asked_of(programme, enrolment):
        await mark_direction(last, enrolment_id, asked.direction)


def _entries(stage: Stage, youth: Graduate, asked: Requirement, start: dt.date) -> Iterator[Entry]:
    """Approved entries that are all of what a direction asks."""
    books = [essay for essay in _BOOKS if (essay is ZHIBEK_KK) == (asked.direction == "heritage")]
    for number in range(asked.amount):
        day = start + WEEK * number + DAY * (youth.number % 5)
        sent = stage.at(day, 18)
        entry = Entry(
            enrolment_id=stage.enrolments[youth],
            state=EntryState.APPROVED,
            direction=asked.direction,
            happened_on=day,
            sent_at=sent,
            received_at=sent,
            submitted_at=sent,
            decided_at=sent + DAY,
            note="",
            is_final=asked.final_video and number == asked.amount - 1,
        )
        if asked.measure is Measure.books:
            entry.book, entry.note = books[number].book, books[number].words
        else:
            entry.minutes = 60 if asked.measure is Measure.weeks else None
            entry.days = 1 if asked.measure is Measure.days else None
            theme = _WORDS[asked.direction].notes
            _write(entry, theme[number % len(theme)])
        yield entry


def _write(entry: Entry, words: Note) -> None:
    if isinstance(words, tuple):
        entry.action, entry.result = words
    else:
        entry.note = words


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


async def _recommend(stage: Stage, youth: Graduate, days: int) -> None:
    await recommend(await _acting(stage, HEAD, days), await _dossier(stage, youth))


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


async def _award(stage: Stage, youth: Graduate, commission: int, days: int) -> None:
    """All three mark and vote alike; the chair signs, and the sitting ends with its protocol."""
    dossier = await _dossier(stage, youth)
    found = await stage.session.scalars(select(Candidacy.id).where(Candidacy.dossier_id == dossier))
    candidacy = found.one()
    members = [await _acting(stage, someone, days) for someone in COMMISSION]
    await sittings.open_sitting(members[0], commission)
    for member in members[1:]:
        await sittings.arrive(member, commission)
    for place, member in enumerate(members):
        for criterion in stage.programme.award.criteria:
            if not criterion.of_interview:
                await marks.mark(member, candidacy, criterion.code, 9 - place % 2)
    for member in members:
        await deciding.vote(member, candidacy, DossierState.AWARDED)
    await deciding.decide(members[0], candidacy, reason="met")
    await sittings.close_sitting(members[0], commission)


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
