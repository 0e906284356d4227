"""What windows show on the preview page: people who do not exist, in the programme at hand.

A preview has no database: `bot.preview` gives a language, the programme and a moment.
"""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from award.mentoring.participants import ParticipantCard
from award.plan.defaults import READING_MINUTES, WEEKDAYS
from award.plan.views import PlannedDirection, PlanView
from award.programme import Demand, Level, Measure, Programme, Region
from award.progress.rules import DirectionProgress
from handlers.ui.context import Speaking
from locales import Texts
from storage.tables import EnrolmentState, PlanState

TODAY = dt.date(2026, 3, 5)
PERCENT = 40


def example(
    make: Callable[[Texts, Programme], dict[str, Any]],
) -> Callable[..., Awaitable[dict[str, Any]]]:
    """A window's `preview_data`: what `make` makes of a language and the programme."""

    async def data(at: Speaking, **_: Any) -> dict[str, Any]:
        return make(at.say, at.programme)

    return data


@dataclass(frozen=True)
class Story:
    """A participant and those around her, as a speaker of one language writes them."""

    participant: str
    first_name: str
    representative: str
    mentor: str
    place: str
    study: str
    about: str
    hobbies: str
    centre: str
    partner: str
    employer: str
    report: str
    wish: str
    task: str


_STORIES = {
    "kk": Story(
        participant="Сәрсен Айгерім Болатқызы",
        first_name="Айгерім",
        representative="Сәрсенова Гүлнар Асқарқызы",
        mentor="Серікова Айгүл Маратқызы",
        place="Талғар қаласы",
        study="№ 12 мектеп, 9 «Б» сынып",
        about="Тарихты жақсы көремін, шешен сөйлеуді үйренгім келеді.",
        hobbies="волейбол, домбыра",
        centre="Алматы облысының жастар орталығы",
        partner="«Жас ерікті» қоғамдық қоры",
        employer="«Нұр» наубайханасы",
        report="Нан пісіруге және сөрелерді жинауға көмектестім.",
        wish="Сейсенбіде үйірмем бар, сәрсенбіге ауыстырсақ.",
        task="Домбырада «Аққу» күйін тартып, видеосын жіберіңіз.",
    ),
    "ru": Story(
        participant="Сарсен Айгерим Болатовна",
        first_name="Айгерим",
        representative="Сарсенова Гульнар Аскаровна",
        mentor="Серикова Айгуль Маратовна",
        place="город Талгар",
        study="школа № 12, 9 «Б» класс",
        about="Люблю историю, хочу научиться выступать.",
        hobbies="волейбол, домбра",
        centre="Молодёжный центр Алматинской области",
        partner="Фонд «Юный волонтёр»",
        employer="пекарня «Нур»",
        report="Я помогала печь хлеб и убирать полки.",
        wish="По вторникам у меня кружок, давайте перенесём на среду.",
        task="Сыграйте на домбре кюй «Аққу» и пришлите видео.",
    ),
    "en": Story(
        participant="Aigerim Sarsen",
        first_name="Aigerim",
        representative="Gulnar Sarsenova",
        mentor="Aigul Serikova",
        place="Talgar",
        study="School No. 12, grade 9B",
        about="I love history and want to learn to speak in public.",
        hobbies="volleyball, dombra",
        centre="Youth Centre of Almaty Region",
        partner="Young Volunteer Foundation",
        employer="Nur bakery",
        report="I helped to bake bread and tidy the shelves.",
        wish="I have a club on Tuesdays, could we move it to Wednesday?",
        task="Play the kui “Aqqu” on the dombra and send a video.",
    ),
}


def story(say: Texts) -> Story:
    """The example's people, by the reader's language."""
    return _STORIES[say.language]


def region_of(programme: Programme) -> Region:
    """The region she lives in."""
    return programme.find_region("KZ-19") or programme.regions[0]


def level(programme: Programme) -> Level:
    """The level that the example's participant is in."""
    return programme.levels[0]


def demands(programme: Programme) -> tuple[Demand, ...]:
    """What it asks of her, in the programme's order: the first of each choice."""
    firm = [demand for demand in level(programme).requires if not demand.optional]
    chosen = [demand for choice in level(programme).choices for demand in choice.one_of[0].requires]
    order = [direction.code for direction in programme.directions]
    return tuple(sorted([*firm, *chosen], key=lambda demand: order.index(demand.direction)))


def plan(say: Texts, programme: Programme, state: PlanState = PlanState.PROPOSED) -> PlanView:
    """Her plan, ready to be agreed to."""
    items = tuple(_planned(say, programme, demand) for demand in demands(programme))
    return PlanView(1, 1, 2, state, story(say).participant, items, (), None, None)


def _planned(say: Texts, programme: Programme, demand: Demand) -> PlannedDirection:
    direction = programme.direction(demand.direction)
    weekdays = WEEKDAYS[demand.measure]
    weekly = programme.minutes_per_week // len(weekdays)
    return PlannedDirection(
        direction=direction.code,
        measure=demand.measure,
        activity=direction.activities[0].code if direction.activities else "",
        weekdays=weekdays,
        minutes=weekly if demand.measure is Measure.weeks else READING_MINUTES,
        starts_on=TODAY,
        partner=story(say).partner if direction.needs_partner else None,
        a_week=programme.minutes_per_week,
        problem=None,
    )


def card(say: Texts, programme: Programme) -> ParticipantCard:
    """What her mentor knows of her, some weeks into the level."""
    her = story(say)
    return ParticipantCard(
        enrolment_id=1,
        state=EnrolmentState.ACTIVE,
        level=level(programme).code,
        mine=True,
        name=her.participant,
        age=16,
        region=region_of(programme).code,
        place=her.place,
        study=her.study,
        about=her.about,
        hobbies=her.hobbies,
        phone="+77011234567",
        photo=None,
        directions=tuple(_progress(demand) for demand in demands(programme)),
        percent=PERCENT,
        agreed=plan(say, programme, PlanState.AGREED),
        under_way=None,
        signatures=(),
        answer_due=None,
        started_on=TODAY,
        waiting=2,
    )


def _progress(demand: Demand) -> DirectionProgress:
    done = demand.amount * PERCENT // 100
    return DirectionProgress(
        direction=demand.direction,
        measure=demand.measure,
        required=demand.amount,
        done=done,
        percent=done * 100 // demand.amount,
        weeks=(),
        minutes_this_week=20,
        minutes_needed=40,
        streak=3,
        complete=False,
        projected_end=None,
        missing=(str(demand.measure),),
    )
