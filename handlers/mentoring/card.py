"""A participant's card, which stands in the chat for days: who, how far, what can be done."""

from collections.abc import Collection

from aiogram.types import InlineKeyboardButton
from markupsafe import Markup

from award.access.actor import STAFF, Actor
from award.calendar.zones import today_in
from award.directory.places import READERS as IN_DIRECTORY
from award.findings.overview import OVERSEERS
from award.journal.reading import READERS
from award.mentoring.participants import ParticipantCard
from award.plan.first_contact import Contact
from award.programme import Programme
from handlers.portfolio.taps import PortfolioDo, PortfolioTap
from handlers.ui.navigation import card_button, menu_button
from handlers.ui.shown import Attached, Shown, button, quoted, shortened
from handlers.ui.taps import (
    CardDo,
    DocumentsTap,
    ExcuseDo,
    ExcuseTap,
    GoTap,
    ObservationDo,
    ObservationTap,
    OpenMarks,
    OpenTasks,
    ProgressTap,
    ReviewQueue,
    Screen,
    TransferDo,
    TransferTap,
    WayTap,
)
from handlers.wording.names import direction_name, level_name, staff_name
from handlers.wording.progress import done
from locales import Texts
from storage.tables import (
    PLANNED_STATES,
    SIGNED_STATES,
    EnrolmentState,
    MediaKind,
    PlanState,
    RoleKind,
)

SHORT = 150  # characters of what a person wrote about themselves: the caption holds 1024
NOTED = 90  # of what the mentor noted


def photo_of(card: ParticipantCard) -> tuple[Attached, ...]:
    """The participant's photo, if there is one."""
    return (Attached(MediaKind.PHOTO, card.photo),) if card.photo else ()


def card_shown(
    card: ParticipantCard, say: Texts, programme: Programme, reader: Actor | None = None
) -> Shown:
    """The whole card: photo, words within a caption's length, what the reader can do.

    `reader`: one of the staff, who may open the journal and what else their roles show.
    """
    parts = [_who(card, say, programme), _state(card, say)]
    if card.instead_of is not None:
        mentor = staff_name(card.instead_of, say)
        parts.append(say("participant-instead-of", mentor=mentor))
    if card.directions:
        parts.append(_directions(card, say, programme))
    if card.about or card.hobbies:
        parts.append(_about(card))
    if card.characterisation:
        parts.append(
            Markup("\n").join([say("characterisation-title"), quoted(card.characterisation)])
        )
    parts.append(_signatures(card, say, programme))
    if card.contact is not None:
        parts.append(_contact(card.contact, card.region, say, programme))
    words = Markup("\n\n").join(part for part in parts if part)
    return Shown(words, photo_of(card), _buttons(card, say, reader))


def _who(card: ParticipantCard, say: Texts, programme: Programme) -> Markup:
    region = programme.find_region(card.region)
    area, place = region.name[say.language] if region else "", card.place or ""
    places = (area, "" if place in area else place)
    lines = [
        say(
            "participant-who",
            name=card.name,
            age=card.age or 0,
            level=level_name(programme.find_level(card.level), say),
        ),
        say("participant-where", place=", ".join(filter(None, places)), study=card.study or ""),
    ]
    if card.phone:
        lines.append(say("participant-phone", phone=card.phone))
    lines += [say("participant-born-before", day=day) for day in card.earlier]
    return Markup("\n").join(lines)


def _state(card: ParticipantCard, say: Texts) -> Markup:
    if card.state is EnrolmentState.SUBMITTED and card.answer_due is not None:
        return say("participant-state-submitted", day=card.answer_due)
    if card.state is EnrolmentState.PLANNING:
        return say(f"participant-plan-{_plan_step(card)}")
    return say(f"participant-state-{card.state.value}", percent=card.percent)


def _plan_step(card: ParticipantCard) -> PlanState:
    """How far the first plan is."""
    if card.under_way is not None:
        return card.under_way.state
    return PlanState.AGREED if card.agreed is not None else PlanState.DRAFT


def _directions(card: ParticipantCard, say: Texts, programme: Programme) -> Markup:
    begun = card.started_on is not None
    return Markup("\n").join(
        say(
            "participant-direction" if begun else "participant-direction-asked",
            direction=direction_name(programme.direction(each.direction), say),
            percent=each.percent,
            done=done(each, say),
            asked=say.plain(f"asked-{each.measure}", count=each.required),
        )
        for each in card.directions
    )


def _about(card: ParticipantCard) -> Markup:
    return quoted("\n".join(_short(words) for words in (card.about, card.hobbies) if words))


def _short(words: str, limit: int = SHORT) -> str:
    return shortened(" ".join(words.split()), limit)


def _signatures(card: ParticipantCard, say: Texts, programme: Programme) -> Markup:
    return Markup("\n").join(
        say(
            f"participant-signed-{signed.kind.value}",
            name=signed.name,
            day=today_in(programme, card.region, signed.at),
            phone=signed.phone or "–",
        )
        for signed in card.signatures
    )


def _contact(contact: Contact, region: str | None, say: Texts, programme: Programme) -> Markup:
    lines = []
    if contact.spoken_at is not None:
        day = today_in(programme, region, contact.spoken_at)
        lines.append(say("participant-spoken", day=day))
    if contact.residence is not None:
        lines.append(say("participant-residence", words=_short(contact.residence, NOTED)))
    if contact.health is not None:
        lines.append(say("participant-health", words=_short(contact.health, NOTED)))
    return Markup("\n").join(lines)


def _buttons(
    card: ParticipantCard, say: Texts, reader: Actor | None
) -> list[list[InlineKeyboardButton]]:
    number = card.enrolment_id
    rows: list[list[InlineKeyboardButton]] = []
    if card.mine:
        rows += _of_mentor(card, say)
    rows += _to_read(card, say, reader)
    if card.started_on is not None:
        progress = ProgressTap(enrolment=number).pack()
        portfolio = PortfolioTap(do=PortfolioDo.SHOW, enrolment=number).pack()
        rows.append(
            [
                button(say.plain("button-their-progress"), progress),
                button(say.plain("portfolio-button"), portfolio),
            ]
        )
    if card.state in SIGNED_STATES:
        papers = DocumentsTap(enrolment=number).pack()
        rows.append([button(say.plain("documents-button"), papers)])
    if card.state is EnrolmentState.COMPLETE:
        rows.append([button(say.plain("button-way"), WayTap(enrolment=number).pack())])
    if card.notes:
        to = ObservationTap(do=ObservationDo.READ, id=number).pack()
        rows.append([button(say.plain("observation-button-open"), to)])
    if card.may_transfer:
        to = TransferTap(do=TransferDo.ASK, id=number).pack()
        rows.append([button(say.plain("transfer-button-ask"), to)])
    if card.mine:
        if card.state in (*PLANNED_STATES, EnrolmentState.COMPLETE):
            rows.append([card_button("button-characterise", CardDo.CHARACTERISE, number, say)])
        rows.append([card_button("button-mend-birth-date", CardDo.BIRTH_DATE, number, say)])
        rows.append(
            [card_button("button-participants", CardDo.LIST, number, say), menu_button(say)]
        )
    elif reader is not None and _has(reader, IN_DIRECTORY):
        to_list = button(say.plain("directory-button-list"), GoTap(to=Screen.DIRECTORY).pack())
        rows.append([to_list, menu_button(say)])
    else:
        rows.append([menu_button(say)])
    return rows


def _to_read(
    card: ParticipantCard, say: Texts, reader: Actor | None
) -> list[list[InlineKeyboardButton]]:
    """The journal for who reads journals, the plan for who does not make it, what was found."""
    if reader is None or not _has(reader, STAFF):
        return []
    number, row = card.enrolment_id, []
    if card.started_on is not None and _has(reader, READERS):
        row.append(card_button("button-read-journal", CardDo.JOURNAL, number, say))
    if not card.mine:
        row.append(card_button("button-plan", CardDo.READ_PLAN, number, say))
    found = [card_button("button-found-before", CardDo.FOUND, number, say)]
    return [row, found] if not card.mine and _has(reader, OVERSEERS) else [row]


def _has(reader: Actor, kinds: Collection[RoleKind]) -> bool:
    return any(reader.has(kind) for kind in kinds)


def _of_mentor(card: ParticipantCard, say: Texts) -> list[list[InlineKeyboardButton]]:
    number = card.enrolment_id
    plan = card_button("button-plan", CardDo.PLAN, number, say)
    match card.state:
        case EnrolmentState.SUBMITTED:
            return [
                [card_button("button-take-up", CardDo.TAKE_UP, number, say)],
                [card_button("button-decline-application", CardDo.DECLINE, number, say)],
            ]
        case EnrolmentState.PLANNING:
            activate = card_button("button-activate", CardDo.ACTIVATE, number, say)
            return [
                *([[activate]] if card.agreed is not None else []),
                [card_button("button-first-contact", CardDo.CONTACT, number, say)],
                [plan],
            ]
        case EnrolmentState.ACTIVE | EnrolmentState.PAUSED | EnrolmentState.COMPLETE:
            waiting = say.plain("button-entries-waiting", count=card.waiting)
            absence = ExcuseTap(do=ExcuseDo.SHOW, excuse=card.absence or 0).pack()
            return [
                *([[button(say.plain("excuse-button-show"), absence)]] if card.absence else []),
                *([[button(waiting, ReviewQueue().pack())]] if card.waiting else []),
                [
                    button(say.plain("button-marks"), OpenMarks(enrolment=number).pack()),
                    button(say.plain("button-task"), OpenTasks(enrolment=number).pack()),
                ],
                [plan],
            ]
        case _:
            return []
