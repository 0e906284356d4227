"""The end of the application: all answers at a glance, the agreement, signing and sending."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.consent.signing import sign
from award.profile.next_step import where_it_stands
from award.programme import Programme
from award.programme.coded import by_code
from award.registration.application import Application, Asked, Question, open_choices, send, taken
from award.registration.views import ChosenPlaces, chosen_places
from handlers.consent.agreement import agreement_page, read_hash, read_through, reading
from handlers.consent.link import send_link
from handlers.registration.steps import QUESTIONS, form_of, refuse_other, step
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import back_to
from handlers.ui.previews import TODAY, demands, example, level, region_of, story
from handlers.ui.questions import shortened
from handlers.ui.states import Registration
from handlers.ui.taps import number
from handlers.ui.widgets import Label, Mistake, Say, menu
from handlers.wording.names import direction_name, mentor_name
from handlers.wording.next_step import where_words
from locales import Texts
from storage.tables import EnrolmentState

# --- all answers


async def _summary(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    form, places = await form_of(dialog_manager), await chosen_places(at)
    lines = [
        at.say(
            "summary-line",
            question=_title(form, asked, at.programme, at.say),
            answer=_answer(form, places, asked, at.programme, at.say),
        )
        for asked in form.questions
    ]
    return await step(dialog_manager) | {
        "lines": Markup("\n").join(lines),
        "missing": len(form.unanswered),
        "complete": not form.unanswered,
    }


def _title(form: Application, asked: Asked, programme: Programme, say: Texts) -> str:
    subject = asked.subject or ""
    if asked.question is Question.PARTNER:
        return say.plain("title-partner", sign=programme.direction(subject).emoji)
    if asked.question is Question.CHOICE:
        choice = by_code(open_choices(form, programme), subject)
        signs = [d.emoji for d in programme.directions if d.code in choice.directions]
        return say.plain("title-choice", sign="".join(signs))
    return say.plain(f"title-{asked.question.replace('_', '-')}")


def _answer(
    form: Application, places: ChosenPlaces, asked: Asked, programme: Programme, say: Texts
) -> str:
    """The answer to one question as the person reads it."""
    if not asked.answered:
        return say.plain("answer-none")
    answers = {
        Question.BIRTH_DATE: lambda: say.plain("answer-day", day=form.person.birth_date),
        Question.REGION: lambda: programme.region(form.person.region or "").name[say.language],
        Question.PHOTO: lambda: say.plain("answer-photo"),
        Question.LEVEL: lambda: form.level.name[say.language] if form.level else "",
        Question.DIRECTIONS: lambda: ", ".join(
            direction_name(programme.direction(code), say) for code in taken(form, programme)
        ),
        Question.CHOICE: lambda: _option(form, asked, programme, say),
    }
    if asked.question in answers:
        return answers[asked.question]()
    if asked.question in (Question.PARTNER, Question.CENTRE, Question.MENTOR):
        return _place(places, asked, say)
    return shortened(str(getattr(form.person, asked.question)))


def _option(form: Application, asked: Asked, programme: Programme, say: Texts) -> str:
    choice = by_code(open_choices(form, programme), asked.subject or "")
    return choice.option(form.choices.answers[choice.code]).name[say.language]


def _place(places: ChosenPlaces, asked: Asked, say: Texts) -> str:
    if asked.question is Question.PARTNER:
        return places.partners.get(asked.subject or "") or say.plain("answer-partner-later")
    if asked.question is Question.CENTRE:
        return places.centre or say.plain("answer-centre-later")
    if places.mentor is None:
        return say.plain("answer-mentor-later")
    number, name = places.mentor
    return mentor_name(name, number, say)


def _answered(say: Texts, programme: Programme) -> dict[str, Any]:
    her, titles = story(say), dict(_titles(say))
    directions = ", ".join(
        direction_name(programme.direction(each.direction), say) for each in demands(programme)
    )
    answers = {
        Question.FULL_NAME: her.participant,
        Question.BIRTH_DATE: say.plain("answer-day", day=TODAY.replace(year=TODAY.year - 16)),
        Question.REGION: region_of(programme).name[say.language],
        Question.PLACE: her.place,
        Question.STUDY: her.study,
        Question.PHOTO: say.plain("answer-photo"),
        Question.ABOUT: her.about,
        Question.HOBBIES: her.hobbies,
        Question.PHONE: "+77011234567",
        Question.LEVEL: level(programme).name[say.language],
        Question.DIRECTIONS: directions,
        Question.CENTRE: her.centre,
        Question.MENTOR: say.plain("answer-mentor-later"),
    }
    lines = [
        say("summary-line", question=titles[asked], answer=answer)
        for asked, answer in answers.items()
    ]
    return {"lines": Markup("\n").join(lines), "missing": 0, "complete": True}


def _titles(say: Texts) -> list[tuple[Question, str]]:
    """The questions that are asked whatever the level."""
    kept = (each for each in Question if each not in (Question.PARTNER, Question.CHOICE))
    return [(each, say.plain(f"title-{each.replace('_', '-')}")) for each in kept]


async def _fill(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("later", None)
    await QUESTIONS.go_on(manager)


summary = Window(
    Multi(
        Say("application-step"),
        Mistake(),
        Say("summary"),
        Say("summary-missing", when="missing"),
        sep="\n\n",
    ),
    SwitchTo(
        Label("button-read-agreement"), id="read", state=Registration.agreement, when="complete"
    ),
    Button(Label("button-fill-missing"), id="fill", on_click=_fill, when="missing"),
    SwitchTo(Label("button-change-answer"), id="change", state=Registration.change),
    MessageInput(refuse_other),
    QUESTIONS.back(),
    state=Registration.summary,
    getter=_summary,
    preview_data=[step, example(_answered)],
)


async def _answers(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    form = await form_of(dialog_manager)
    return {
        "items": [
            (number, _title(form, asked, at.programme, at.say))
            for number, asked in enumerate(form.questions)
        ]
    }


async def _change(_tap: CallbackQuery, _select: Any, manager: DialogManager, place: int) -> None:
    questions = (await form_of(manager)).questions
    if place < len(questions):
        await QUESTIONS.ask_again(manager, questions[place])


change = Window(
    Mistake(),
    Say("change-answer"),
    Group(
        Select(
            Format("{item[1]}"),
            "answer",
            lambda item: item[0],
            "items",
            type_factory=number,
            on_click=_change,
        ),
        width=2,
    ),
    MessageInput(refuse_other),
    back_to(Registration.summary),
    state=Registration.change,
    getter=_answers,
    preview_data=example(
        lambda say, _: {"items": [(n, title) for n, (_, title) in enumerate(_titles(say))]}
    ),
)


# --- the agreement, signed and sent by one tap at its end


async def _sign_and_send(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, language = context_of(manager), context_of(manager).say.language
    await sign(at, language, read_hash(manager))
    enrolment = await send(at)
    if enrolment.state is EnrolmentState.AWAITING_REPRESENTATIVE:
        await manager.reset_stack()
        await send_link(at)
    else:
        await manager.switch_to(Registration.sent)


agreement = Window(
    Multi(
        Format("{page}"),
        Mistake(),
        Say("agreement-to-the-end", when="unread"),
        Say("agreement-sign", when="read"),
        sep="\n\n",
    ),
    reading(),
    Button(Label("button-sign-and-send"), id="sign", on_click=_sign_and_send, when="read"),
    MessageInput(refuse_other),
    back_to(Registration.summary),
    state=Registration.agreement,
    getter=agreement_page,
    preview_data=read_through,
)


async def _sent(at: RequestContext, **_: Any) -> dict[str, Any]:
    where = await where_it_stands(at)
    return {"where": where_words(where, at.programme, at.say)}


sent = Window(
    Say("application-sent"),
    menu(),
    state=Registration.sent,
    getter=_sent,
    preview_data=example(
        lambda say, _: {"where": say("where-mentor-answers", who=story(say).mentor)}
    ),
)

windows = (summary, change, agreement, sent)
