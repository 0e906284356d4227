"""The menu: where a person stands and what they can do next, by what they are here (§4, §7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup

from award.access.actor import STAFF, Actor
from award.cards.scope import is_staff
from award.cards.staff import card_is_owed
from award.ceremonies.ceremonies import MAKERS
from award.ceremonies.guests import invitations
from award.certificates.views import certificates_held, ward_certificates
from award.commission.scope import sits
from award.consent.representatives import Ward, wards_of
from award.directory.places import READERS
from award.disputes.waiting import ARBITERS
from award.findings.overview import OVERSEERS
from award.mentoring.workload import Workload, workload
from award.profile.next_step import Step, WhereItStands, where_it_stands
from award.programme import Programme
from award.recommendation.recommendations import RECOMMENDERS
from award.recommendation.views import NOTHING_OWED, Owed, owed
from award.recommendation.views import OVERSEERS as OVERSEERS_OF_NOTES
from award.registration.next_level import begin_next, next_level
from award.staff.invitations import may_invite
from award.transfers.views import RECEIVERS
from handlers.consent.children import Wards
from handlers.registration.dialog import apply
from handlers.ui.context import RequestContext
from handlers.ui.lasting_buttons import FACTORY, LASTING, Lasting
from handlers.ui.navigation import open_above_menu
from handlers.ui.previews import example, level, story
from handlers.ui.shown import button
from handlers.ui.states import Menu, Start
from handlers.ui.taps import GoTap, ProgressTap, RepresentativeLink, ReviewQueue, Screen, TakeBack
from handlers.ui.widgets import Dialog
from handlers.wording.next_step import where_words
from locales import Texts
from storage.tables import BEGUN_STATES, DossierState, RoleKind

Rows = list[list[InlineKeyboardButton]]

router = Router(name="home")

WARDS_SHOWN = 5
# What each step of a participant's way offers, a row a pair; the names are those of `Screen`.
_WAYS: dict[Step, tuple[tuple[str, ...], ...]] = {
    Step.APPLY: (("apply",), ("about", "centre")),
    Step.GO_ON: (("continue",), ("about", "card")),
    Step.REPRESENTATIVE: (("link",), ("take-back",), ("card",)),
    Step.NEW_LINK: (("link",), ("take-back",), ("card",)),
    Step.MENTOR_ANSWERS: (("card", "about"),),
    Step.CENTRE_CHOOSES: (("card", "about"),),
    Step.OPERATOR_CHOOSES: (("card", "about"),),
    Step.PLAN: (("plan", "card"),),
    Step.CONFIRM_PLAN: (("confirm",), ("card",)),
    Step.ACTIVATE: (("plan", "card"),),
    Step.JOURNAL: (
        ("add", "entries"),
        ("progress", "plan"),
        ("absence",),
        ("rating", "olzha"),
        ("portfolio", "card"),
    ),
    Step.PAUSED: (
        ("resume",),
        ("progress", "entries"),
        ("rating", "olzha"),
        ("portfolio", "card"),
    ),
    Step.COMPLETE: (
        ("way",),
        ("next-level",),
        ("progress", "entries"),
        ("rating", "olzha"),
        ("portfolio", "card"),
    ),
    Step.REFUSED: (("apply",), ("about", "card")),
    Step.WITHDRAWN: (("apply",), ("about", "card")),
}
# Buttons that lead where another one leads, in other words.
_SAME = {"continue": Screen.APPLY, "confirm": Screen.PLAN}


@dataclass(frozen=True)
class Standing:
    """What a person is here: participant or applicant, representative, staff; any of them."""

    actor: Actor
    where: WhereItStands
    wards: tuple[Ward, ...]
    workload: Workload
    certificates: int = 0
    ward_certificates: int = 0
    invited: bool = False  # to a ceremony, or a child is
    owed: Owed = NOTHING_OWED
    sits: bool = False  # in a commission
    card_owed: bool = False  # one's own as staff is to be filled in

    @property
    def reads_notes(self) -> bool:
        """Reads the closing notes of others' participants."""
        return any(self.actor.has(kind) for kind in OVERSEERS_OF_NOTES)

    @property
    def recommends(self) -> bool:
        """Recommends participants, or does where their centre's head cannot."""
        return any(self.actor.has(kind) for kind in RECOMMENDERS)

    @property
    def is_staff(self) -> bool:
        return any(self.actor.has(kind) for kind in STAFF)

    @property
    def oversees(self) -> bool:
        """Sees what was sent before, of others' participants."""
        return any(self.actor.has(kind) for kind in OVERSEERS)

    @property
    def arbitrates(self) -> bool:
        """Answers disputes."""
        return any(self.actor.has(kind) for kind in ARBITERS)

    @property
    def is_participant(self) -> bool:
        """Has, or had, a way of their own; or may begin one, being nothing else here."""
        else_ = self.is_staff or self.wards or self.sits
        return self.where.enrolment_id is not None or not else_


async def standing_of(at: RequestContext) -> Standing:
    """Everything that the menu and the help go by."""
    wards = await wards_of(at) if at.actor.has(RoleKind.REPRESENTATIVE) else ()
    where = await where_it_stands(at)
    may_be_invited = wards or (where.way is not None and where.way.state is DossierState.INVITED)
    return Standing(
        at.actor,
        where,
        wards,
        await workload(at),
        certificates=await certificates_held(at),
        ward_certificates=len(await ward_certificates(at)) if wards else 0,
        invited=bool(await invitations(at)) if may_be_invited else False,
        owed=await owed(at),
        sits=await sits(at),
        card_owed=await card_is_owed(at),
    )


def situation_words(standing: Standing, programme: Programme, say: Texts) -> Markup:
    """One line or two for each of what a person is here."""
    return Markup("\n\n").join(_situation(standing, programme, say))


def _situation(standing: Standing, programme: Programme, say: Texts) -> Iterable[Markup]:
    if standing.is_participant:
        yield where_words(standing.where, programme, say)
    if standing.wards:
        yield say("menu-representative", children=len(standing.wards))
    counts = standing.workload
    if standing.actor.has(RoleKind.MENTOR):
        yield say("menu-mentor", entries=counts.entries, newcomers=counts.newcomers)
    absent = {role.instead_of for role in standing.actor.roles} - {None}
    if absent:
        yield say("menu-standing-in", colleagues=len(absent))
    if may_invite(standing.actor):
        yield say("menu-head", unassigned=counts.unassigned)
    elif standing.is_staff and not standing.actor.has(RoleKind.MENTOR):
        yield say("menu-staff")
    if standing.sits:
        yield say("menu-commission")
    if standing.card_owed:
        yield say("menu-card-owed")


def _rows(standing: Standing, programme: Programme, say: Texts) -> Rows:
    rows: Rows = [[_way("invitation", say)]] if standing.invited else []
    if standing.is_participant:
        hidden = {Screen.OLZHA} if programme.olzha is None else set()
        ways = ([name for name in row if name not in hidden] for row in _WAYS[standing.where.step])
        rows += [[_way(name, say) for name in row] for row in ways]
    if standing.where.levels:
        rows.append([_way("levels", say)])
    rows += _of_representative(standing.wards, say)
    if standing.ward_certificates:
        rows.append([_way("ward-certificates", say)])
    rows += _of_staff(standing, say)
    has_card = any(_go(Screen.CARD) == b.callback_data for row in rows for b in row)
    if standing.actor.name and not has_card:
        rows.append([_way("card", say)])
    if standing.is_staff or standing.where.enrolment_id is not None:
        rows.append([_way("wishes", say)])
    if standing.certificates:
        rows.append([_way("certificates", say)])
    if not standing.is_staff and standing.where.enrolment_id is None and not standing.wards:
        rows.append([_way("verify", say)])
    rows.append([_way("language", say), _way("help", say)])
    return rows


def _of_representative(wards: tuple[Ward, ...], say: Texts) -> Rows:
    shown = [ward for ward in wards if ward.state in BEGUN_STATES][:WARDS_SHOWN]
    rows = [
        [
            button(
                say.plain("menu-button-ward", name=ward.name),
                ProgressTap(enrolment=ward.enrolment_id).pack(),
            )
        ]
        for ward in shown
    ]
    return [*rows, [_way("wards", say)]] if wards else rows


def _of_staff(standing: Standing, say: Texts) -> Rows:
    counts, rows = standing.workload, []
    if standing.actor.has(RoleKind.MENTOR):
        entries = say.plain("menu-button-reviews", entries=counts.entries)
        rows.append([button(entries, ReviewQueue().pack())])
        newcomers = say.plain("menu-button-newcomers", newcomers=counts.newcomers)
        mine = say.plain("menu-button-participants", participants=counts.participants)
        to = _go(Screen.PARTICIPANTS)
        if counts.newcomers:
            rows.append([button(newcomers, to)])
        rows.append([button(mine, to)])
    rows += _of_award(standing, say)
    rows += _of_people(standing, say)
    if standing.sits or standing.actor.has(RoleKind.OPERATOR):
        rows.append([_way("commission", say)])
    if standing.actor.has(RoleKind.OPERATOR):
        rows.append([_way("broadcast", say), _way("certificate-desk", say)])
    if any(standing.actor.has(kind) for kind in (*MAKERS, RoleKind.CENTRE_HEAD)):
        rows.append([_way("ceremonies", say)])
    if standing.is_staff:
        rows += _of_accompanying(standing, say)
    own = [_way("staff-card", say)] if is_staff(standing.actor) else []
    if standing.is_staff or standing.sits:
        rows.append([*own, _way("household", say)])
    return rows


def _of_accompanying(standing: Standing, say: Texts) -> Rows:
    """What staff look at and answer besides reviewing, a row a pair."""
    rows: Rows = [[_way("digest", say), _way("ratings", say)]]
    honesty = [_way("honesty", say)] if standing.oversees else []
    disputes = [_way("disputes", say)] if standing.arbitrates else []
    if pair := [*honesty, *disputes]:
        rows.append(pair)
    if any(standing.actor.has(kind) for kind in RECEIVERS):
        rows.append([_way("transfers", say)])
    return [*rows, [_way("away", say)]]


def _of_people(standing: Standing, say: Texts) -> Rows:
    """Everybody in the scope, but for a mentor, who has a list of their own; who invites whom."""
    rows: Rows = []
    if any(standing.actor.has(kind) for kind in READERS if kind is not RoleKind.MENTOR):
        rows.append([_way("directory", say)])
    if may_invite(standing.actor):
        waiting = standing.workload.unassigned
        label = say.plain("menu-button-applications", unassigned=waiting)
        rows.append([button(label, _go(Screen.APPLICATIONS))])
        rows.append([_way("staff", say)])
    return rows


def _of_award(standing: Standing, say: Texts) -> Rows:
    """Notes and recommendations: those that are owed, and those that are read."""
    owes, rows = standing.owed, []
    if owes.notes:
        notes = say.plain("menu-button-notes", count=owes.notes)
        rows.append([button(notes, _go(Screen.NOTES))])
    if standing.recommends:
        waiting = say.plain("menu-button-recommendations", count=owes.recommendations)
        rows.append([button(waiting, _go(Screen.RECOMMENDATIONS))])
    if standing.reads_notes:
        rows.append([_way("notes-read", say)])
    return rows


def _way(name: str, say: Texts) -> InlineKeyboardButton:
    label = say.plain(f"menu-button-{name}")
    if name == "link":
        return button(label, RepresentativeLink().pack())
    if name == "take-back":
        return button(label, TakeBack().pack())
    return button(label, _go(_SAME.get(name) or Screen(name)))


def _go(to: Screen) -> str:
    return GoTap(to=to).pack()


# --- the window


async def _home(at: RequestContext, **_: Any) -> dict[str, Any]:
    standing = await standing_of(at)
    return _shown(standing, at.programme, at.say)


def _shown(standing: Standing, programme: Programme, say: Texts) -> dict[str, Any]:
    title = say("menu-title", name=standing.actor.name or programme.name[say.language])
    words = Markup("\n\n").join([title, situation_words(standing, programme, say)])
    return {"words": words, LASTING: _rows(standing, programme, say)}


def _of_participant(say: Texts, programme: Programme) -> dict[str, Any]:
    where = WhereItStands(Step.JOURNAL, enrolment_id=1, level=level(programme).code)
    standing = Standing(Actor(1, 1, None, story(say).participant), where, (), Workload())
    return _shown(standing, programme, say)


dialog = Dialog(
    Window(
        Format("{words}"),
        Lasting(),
        state=Menu.home,
        markup_factory=FACTORY,
        getter=_home,
        preview_data=example(_of_participant),
    )
)


# --- ways to it, and from it


@router.message(Command("menu"))
async def open_menu(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


@router.callback_query(GoTap.filter(F.to == Screen.MENU))
async def go_to_menu(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


@router.message(Command("cancel"))
async def stop(message: Message, at: RequestContext, dialog_manager: DialogManager) -> None:
    """Stop whatever was begun; what was answered so far is kept where its journey keeps it."""
    begun = dialog_manager.has_context() and (
        dialog_manager.current_context().state.group is not Menu
    )
    words = at.say("cancel-stopped" if begun else "cancel-nothing")
    at.reply.put_away_keyboard(words)
    dialog_manager.current_stack().last_reply_keyboard = False
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


@router.callback_query(GoTap.filter(F.to == Screen.APPLY))
async def go_to_application(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await apply(dialog_manager)


@router.callback_query(GoTap.filter(F.to == Screen.NEXT_LEVEL))
async def go_to_next_level(
    tap: CallbackQuery, dialog_manager: DialogManager, at: RequestContext
) -> None:
    """Who holds a level applies for the next with all that is known; others begin the form."""
    if await next_level(at) is None or not (await begin_next(at)).sent:
        await apply(dialog_manager)
        return
    at.reply.note(at.say.plain("next-level-sent"))
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


@router.callback_query(GoTap.filter(F.to.in_({Screen.ABOUT, Screen.LANGUAGE, Screen.WARDS})))
async def go_elsewhere(
    tap: CallbackQuery, callback_data: GoTap, dialog_manager: DialogManager
) -> None:
    to = {Screen.ABOUT: Start.cards, Screen.LANGUAGE: Start.language, Screen.WARDS: Wards.home}
    data = {"back": True} if callback_data.to is Screen.LANGUAGE else None
    await open_above_menu(dialog_manager, to[callback_data.to], data)
