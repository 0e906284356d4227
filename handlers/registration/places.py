"""The application's choices of where and with whom: partner organisations, centre, mentor."""

from typing import Any

from aiogram.types import CallbackQuery, ContentType
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.api.entities import MediaAttachment, MediaId
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import Format, Multi

from award.cards.centres import CentreSeen, offered_centre
from award.cards.staff import PublicCard, offered_mentor
from award.centres.offers import mentors_of, partners_for, suggest_centres
from award.programme import Programme
from award.registration import choices
from award.registration.application import Application, Question
from handlers.cards.shown import centre_words, mentor_words
from handlers.registration.steps import LAST_STEP, QUESTIONS, STEPS, form_of, refuse_other, step
from handlers.ui.context import RequestContext, context_of
from handlers.ui.paging import paged
from handlers.ui.previews import example, region_of, story
from handlers.ui.searching import Searched
from handlers.ui.states import Registration
from handlers.ui.taps import number
from handlers.ui.widgets import Label, Say, menu
from handlers.wording.names import centre_label, direction_name, mentor_name
from locales import Texts

SEARCH = Searched("centre")

# --- partner organisations


async def _partners(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    form = await form_of(dialog_manager)
    code = dialog_manager.dialog_data["subject"]
    offers = await partners_for(at.session, code, form.person.region)
    chosen = form.partners.get(code)
    return await step(dialog_manager) | {
        "direction": direction_name(at.programme.direction(code), at.say),
        "items": [(offer.id, offer.name) for offer in offers],
        "current": next((offer.name for offer in offers if offer.id == chosen), ""),
    }


def _a_partner(say: Texts, programme: Programme) -> dict[str, Any]:
    code = next(each.code for each in programme.directions if each.needs_partner)
    return {
        "direction": direction_name(programme.direction(code), say),
        "items": [(1, story(say).partner)],
    }


async def _choose_partner(
    _tap: CallbackQuery, _select: Any, manager: DialogManager, partner: str
) -> None:
    at = context_of(manager)
    code = manager.dialog_data["subject"]
    await choices.choose_partner(at, code, number(partner))
    await QUESTIONS.go_on(manager)


def _leave(question_: Question) -> Any:
    async def leave(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        at = context_of(manager)
        subject = manager.dialog_data.get("subject")
        await choices.leave_open(at, question_, subject)
        await QUESTIONS.go_on(manager)

    return leave


partner = Window(
    QUESTIONS.words("ask-partner"),
    paged("partner", _choose_partner),
    Button(Label("button-partner-later"), id="later", on_click=_leave(Question.PARTNER)),
    MessageInput(refuse_other),
    QUESTIONS.foot(),
    state=Registration.partner,
    getter=_partners,
    preview_data=[step, example(_a_partner)],
)


# --- centre and mentor


async def _centres(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    form = await form_of(dialog_manager)
    search = dialog_manager.dialog_data.get("search", "")
    offers = await suggest_centres(at, search)
    chosen = next((o.name for o in offers if o.id == form.enrolment.centre_id), "")
    return await step(dialog_manager) | {
        "items": [(offer.id, centre_label(offer, at.programme, at.say)) for offer in offers],
        "found": len(offers),
        "search": search,
        "current": chosen,
    }


def _a_centre(say: Texts, _programme: Programme) -> dict[str, Any]:
    her = story(say)
    label = say.plain("centre-near", name=her.centre, place=her.place)
    return {"items": [(1, label)], "found": 1, "search": ""}


async def _choose_centre(
    _tap: CallbackQuery, _select: Any, manager: DialogManager, centre_id: str
) -> None:
    """A centre that tells of itself is shown before it is chosen."""
    at = context_of(manager)
    if (await offered_centre(at, number(centre_id))).tells:
        manager.dialog_data["looked_at"] = number(centre_id)
        await manager.switch_to(Registration.centre_card)
        return
    await choices.choose_centre(at, number(centre_id))
    await QUESTIONS.go_on(manager)


async def _centre_card(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    seen = await offered_centre(at, dialog_manager.dialog_data.get("looked_at", 0))
    return _of_centre(seen, at.programme, at.say)


def _of_centre(seen: CentreSeen, programme: Programme, say: Texts) -> dict[str, Any]:
    words = centre_words(seen, programme, say)
    return {"step": STEPS[Question.CENTRE], "steps": LAST_STEP, "words": words}


def _a_centre_card(say: Texts, programme: Programme) -> dict[str, Any]:
    her, region = story(say), region_of(programme).code
    seen = CentreSeen(1, her.centre, region, her.place, None, None, None)
    return _of_centre(seen, programme, say)


async def _this_centre(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await choices.choose_centre(context_of(manager), manager.dialog_data.get("looked_at", 0))
    await QUESTIONS.go_on(manager)


centre_card = Window(
    Multi(Say("application-step"), Format("{words}"), sep="\n\n"),
    Button(Label("button-choose-centre"), id="choose", on_click=_this_centre),
    Row(SwitchTo(Label("button-back"), id="centres", state=Registration.centre), menu()),
    MessageInput(refuse_other),
    state=Registration.centre_card,
    getter=_centre_card,
    preview_data=example(_a_centre_card),
)


centre = Window(
    QUESTIONS.words("ask-centre", Say("centre-search", when="search")),
    paged("centre", _choose_centre),
    Button(Label("button-all-centres"), id="all", on_click=SEARCH.no_more, when="search"),
    Button(Label("button-centre-later"), id="later", on_click=_leave(Question.CENTRE)),
    MessageInput(SEARCH.typed, content_types=ContentType.TEXT),
    MessageInput(refuse_other),
    QUESTIONS.foot(),
    state=Registration.centre,
    getter=_centres,
    preview_data=[step, example(_a_centre)],
)


async def _mentors(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    form: Application = await form_of(dialog_manager)
    offers = await mentors_of(at.session, form.enrolment.centre_id, at.now, participant=at.actor.id)
    names = {o.id: mentor_name(o.name, o.id, at.say) for o in offers}
    return await step(dialog_manager) | {
        "items": list(names.items()),
        "found": len(offers),
        "current": names.get(form.enrolment.mentor_id or 0, ""),
    }


async def _choose_mentor(
    _tap: CallbackQuery, _select: Any, manager: DialogManager, mentor_id: str
) -> None:
    """A mentor who tells of themself is shown before they are chosen."""
    at = context_of(manager)
    if (await offered_mentor(at, number(mentor_id))).tells:
        manager.dialog_data["looked_at"] = number(mentor_id)
        await manager.switch_to(Registration.mentor_card)
        return
    await choices.choose_mentor(at, number(mentor_id))
    await QUESTIONS.go_on(manager)


async def _mentor_card(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    seen = await offered_mentor(at, dialog_manager.dialog_data.get("looked_at", 0))
    return _of_mentor(seen, at.say)


def _of_mentor(seen: PublicCard, say: Texts) -> dict[str, Any]:
    photo = MediaAttachment(ContentType.PHOTO, file_id=MediaId(seen.photo)) if seen.photo else None
    words = mentor_words(seen, say)
    return {"step": STEPS[Question.MENTOR], "steps": LAST_STEP, "words": words, "photo": photo}


def _a_mentor_card(say: Texts, _programme: Programme) -> dict[str, Any]:
    return _of_mentor(PublicCard(1, story(say).mentor, None, story(say).about), say)


async def _this_mentor(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await choices.choose_mentor(context_of(manager), manager.dialog_data.get("looked_at", 0))
    await QUESTIONS.go_on(manager)


mentor_card = Window(
    DynamicMedia("photo", when="photo"),
    Multi(Say("application-step"), Format("{words}"), sep="\n\n"),
    Button(Label("button-choose-mentor"), id="choose", on_click=_this_mentor),
    Row(SwitchTo(Label("button-back"), id="mentors", state=Registration.mentor), menu()),
    MessageInput(refuse_other),
    state=Registration.mentor_card,
    getter=_mentor_card,
    preview_data=example(_a_mentor_card),
)


mentor = Window(
    QUESTIONS.words("ask-mentor"),
    paged("mentor", _choose_mentor),
    Button(Label("button-mentor-later"), id="later", on_click=_leave(Question.MENTOR)),
    MessageInput(refuse_other),
    QUESTIONS.foot(),
    state=Registration.mentor,
    getter=_mentors,
    preview_data=[
        step,
        example(lambda say, _: {"items": [(1, story(say).mentor)], "found": 1}),
    ],
)


windows = (partner, centre, centre_card, mentor, mentor_card)
