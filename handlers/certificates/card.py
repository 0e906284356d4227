"""A certificate's card: the paper, and what a representative and an operator do with it (§8.5)."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager, ShowMode
from markupsafe import Markup

from award.certificates.issuing import replace
from award.certificates.naming import let_name, may_name
from award.certificates.views import (
    Seen,
    badge_of,
    certificate_seen,
    own_certificates,
    paper,
    ward_certificates,
)
from award.outbox import NoticeKind
from handlers.certificates.reason import Revoking
from handlers.certificates.taps import CertificateDo, CertificateTap
from handlers.certificates.verify import VERIFY
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.deep_links import deep_link, share_button
from handlers.ui.navigation import menu_button
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Attached, Shown, button, quoted
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import open_anew
from handlers.wording.names import level_name
from storage.tables import CertificateState, MediaKind, RoleKind

router = Router(name="certificates")


async def card(at: RequestContext, certificate_id: int, said: Markup | None = None) -> Shown:
    """A certificate for who may see it, with what they may do."""
    seen = await certificate_seen(at, certificate_id)
    lines = [said, Markup("")] if said else []
    lines += [facts(at, seen)]
    valid = seen.state is CertificateState.VALID
    doing = [CertificateDo.PAPER] if seen.is_made else []
    if valid and seen.has_badge and seen.person_id == at.actor.id:
        doing.append(CertificateDo.BADGE)
    if valid and await may_name(at, certificate_id):
        lines += [
            Markup(""),
            at.say("certificate-named" if seen.is_named else "certificate-initials"),
        ]
        doing.append(CertificateDo.UNNAME if seen.is_named else CertificateDo.NAME)
    if valid and seen.name_now is not None:
        reader = "own" if seen.is_own else "other"
        lines += [Markup(""), at.say("certificate-name-now", name=seen.name_now, reader=reader)]
    if valid and seen.name and at.actor.has(RoleKind.OPERATOR):
        if seen.name_now is not None:
            doing.append(CertificateDo.REPLACE)
        doing.append(CertificateDo.REVOKE)
    rows = [[button(at.say.plain(f"certificate-button-{do}"), _tap(do, seen.id))] for do in doing]
    if valid and seen.is_made and (seen.is_own or at.actor.has(RoleKind.REPRESENTATIVE)):
        rows.append([await _link(at, seen)])
    return Shown(Markup("\n").join(lines), (), [*rows, [menu_button(at.say)]])


async def _link(at: RequestContext, seen: Seen) -> InlineKeyboardButton:
    """To whomever is to verify it: the number, and where it is asked; the surname they know."""
    words = at.say.plain("certificate-verify-words", number=seen.number)
    link = await deep_link(at.bot, VERIFY)
    return share_button(at.say.plain("certificate-button-link"), link, words)


def facts(at: Speaking, seen: Seen) -> Markup:
    """What a certificate says, and whether it holds."""
    level = level_name(at.programme.find_level(seen.level), at.say)
    words = at.say(
        "certificate-card",
        level=level or seen.level,
        number=seen.number,
        name=seen.name or "–",
        state=at.say.plain(f"certificate-state-{seen.state}"),
    )
    if seen.reason:
        words += "\n" + quoted(seen.reason)
    if seen.state is CertificateState.VALID and not seen.is_made:
        reader = "own" if seen.is_own else "other"
        words += "\n\n" + at.say("certificate-being-made", reader=reader)
    return words


def _tap(do: CertificateDo, number: int) -> str:
    return CertificateTap(do=do, certificate=number).pack()


async def _with_paper(at: Speaking, number: int, words: Markup) -> Shown:
    """Words below the file that was kept, the same at every look."""
    printed, pdf = await paper(at, number)
    file = Attached(MediaKind.DOCUMENT, pdf, f"{printed}.pdf")
    return Shown(words, (file,), [[menu_button(at.say)]])


# --- taps


@router.callback_query(GoTap.filter(F.to == Screen.CERTIFICATES))
async def show_own(tap: CallbackQuery, at: RequestContext) -> None:
    """The person's own, each with a button to it; the only one at once."""
    await _show_all(at, await own_certificates(at), "certificates-own")


@router.callback_query(GoTap.filter(F.to == Screen.WARD_CERTIFICATES))
async def show_of_wards(tap: CallbackQuery, at: RequestContext) -> None:
    """Those of whom the person represents, in the same way."""
    await _show_all(at, await ward_certificates(at), "certificates-wards")


async def _show_all(at: RequestContext, found: Sequence[Seen], key: str) -> None:
    if len(found) == 1:
        at.reply.send(await card(at, found[0].id))
        return
    rows = [
        [button(f"{level_name(at.programme.find_level(each.level), at.say)} · {each.number}",
                _tap(CertificateDo.SHOW, each.id))]
        for each in found
    ]  # fmt: skip
    words = at.say(key if found else "certificates-none")
    at.reply.send(Shown(words, (), [*rows, [menu_button(at.say)]]))


@router.callback_query(CertificateTap.filter(F.do == CertificateDo.SHOW))
async def show(tap: CallbackQuery, callback_data: CertificateTap, at: RequestContext) -> None:
    at.reply.send(await card(at, callback_data.certificate))


@router.callback_query(CertificateTap.filter(F.do == CertificateDo.PAPER))
async def show_paper(tap: CallbackQuery, callback_data: CertificateTap, at: RequestContext) -> None:
    seen = await certificate_seen(at, callback_data.certificate)
    words = at.say("certificate-paper", reader="own" if seen.is_own else "other")
    at.reply.send(await _with_paper(at, seen.id, words))


@router.callback_query(CertificateTap.filter(F.do == CertificateDo.BADGE))
async def show_badge(tap: CallbackQuery, callback_data: CertificateTap, at: RequestContext) -> None:
    """As a file: in a photo Telegram would leave out the credential."""
    number, png = await badge_of(at, callback_data.certificate)
    file = Attached(MediaKind.DOCUMENT, png, f"{number}.png")
    at.reply.send(Shown(at.say("certificate-badge"), (file,), [[menu_button(at.say)]]))


@router.callback_query(CertificateTap.filter(F.do.in_({CertificateDo.NAME, CertificateDo.UNNAME})))
async def name(tap: CallbackQuery, callback_data: CertificateTap, at: RequestContext) -> None:
    named = callback_data.do is CertificateDo.NAME
    await let_name(at, callback_data.certificate, named=named)
    at.reply.put(await card(at, callback_data.certificate))


@router.callback_query(CertificateTap.filter(F.do == CertificateDo.REPLACE))
async def replace_it(tap: CallbackQuery, callback_data: CertificateTap, at: RequestContext) -> None:
    new = await replace(at, callback_data.certificate)
    at.reply.put(await card(at, new.id, at.say("certificate-replaced-now")))


@router.callback_query(CertificateTap.filter(F.do == CertificateDo.REVOKE))
async def ask_reason(
    tap: CallbackQuery,
    callback_data: CertificateTap,
    at: RequestContext,
    dialog_manager: DialogManager,
) -> None:
    at.actor.require(RoleKind.OPERATOR)
    data = {"certificate": callback_data.certificate}
    await open_anew(dialog_manager, Revoking.reason, data, ShowMode.SEND)


# --- notices


@notice(NoticeKind.CERTIFICATE_READY)
async def _ready(at: Notice) -> Shown | None:
    number = at.details["certificate"]
    seen = await certificate_seen(at, number)
    if seen.state is not CertificateState.VALID or not seen.is_made:
        return None
    level = level_name(at.programme.find_level(seen.level), at.say)
    gives = at.programme.award.gives[at.say.language]
    key = "notice-certificate-replaced" if seen.is_replacement else "notice-certificate-ready"
    words = at.say(key, level=level, number=seen.number, gives=gives)
    return await _with_paper(at, number, words)


@notice(NoticeKind.CERTIFICATE_REVOKED)
async def _revoked(at: Notice) -> Shown | None:
    seen = await certificate_seen(at, at.details["certificate"])
    reader = "own" if seen.is_own else "other"
    lines = [at.say("notice-certificate-revoked", number=seen.number, reader=reader)]
    if seen.reason:
        lines.append(at.say("way-reason") + "\n" + quoted(seen.reason))
    lines.append(at.say("notice-certificate-revoked-means", reader=reader))
    return Shown(Markup("\n\n").join(lines), (), [[menu_button(at.say)]])
