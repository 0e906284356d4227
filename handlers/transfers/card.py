"""The card of a transfer, with what its reader can do (§7.8)."""

from markupsafe import Markup

from award.transfers.transfers import REFUSALS
from award.transfers.views import TransferSeen, transfer_seen
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import card_button, menu_button
from handlers.ui.shown import Buttons, Shown, button, quoted
from handlers.ui.taps import CardDo, TransferDo, TransferTap
from handlers.wording.names import level_name, staff_name
from locales import Texts
from storage.tables import OPEN_TRANSFERS, TransferState


async def card_of(at: RequestContext, transfer_id: int, said: Markup | None = None) -> Shown:
    """A transfer as it stands now, below a word on what was done."""
    return transfer_shown(at, await transfer_seen(at, transfer_id), said)


def transfer_shown(at: Speaking, seen: TransferSeen, said: Markup | None = None) -> Shown:
    """Who goes from where to where, why, how it stands."""
    say = at.say
    lines = [said] if said else []
    level = level_name(at.programme.find_level(seen.level), say)
    lines.append(say("transfer-head", name=seen.name, level=level))
    if seen.age is not None:
        lines.append(say("transfer-who", age=seen.age, place=seen.place or "–"))
    lines.append(say("transfer-from", mentor=_mentor(seen.from_mentor, say), at=seen.from_centre))
    to = "transfer-to-mentor" if seen.to_mentor else "transfer-to-centre"
    lines.append(say(to, mentor=_mentor(seen.to_mentor, say), at=seen.to_centre))
    if seen.words:
        lines += [say(f"transfer-words-{seen.asked_as.value}"), quoted(seen.words)]
    if seen.waiting and (seen.may_pull or seen.may_give or seen.mine):
        lines.append(say("transfer-waiting", count=seen.waiting))
    lines.append(say(f"transfer-state-{seen.state.value}", day=seen.due))
    if seen.reason is not None and seen.state is TransferState.REFUSED:
        lines.append(say(f"transfer-reason-{seen.reason}"))
    return Shown(Markup("\n").join(lines), (), _buttons(say, seen))


def _mentor(name: str, say: Texts) -> str:
    return staff_name(name, say) if name else "–"


def _buttons(say: Texts, seen: TransferSeen) -> Buttons:
    doing: list[TransferDo] = []
    doing += [TransferDo.AGREE, TransferDo.DECLINE] if seen.may_answer else []
    doing += [TransferDo.PULL] if seen.may_pull else []
    doing += [TransferDo.CHOOSE] if seen.may_give else []
    doing += [TransferDo.REFUSE] if seen.may_pull or seen.may_give else []
    doing += [TransferDo.WITHDRAW] if seen.may_withdraw else []
    rows = [
        [button(say.plain(f"transfer-button-{do}"), TransferTap(do=do, id=seen.id).pack())]
        for do in doing
    ]
    if seen.mine and seen.state not in OPEN_TRANSFERS:
        rows.append([card_button("button-card", CardDo.OPEN, seen.enrolment_id, say)])
    return [*rows, [menu_button(say)]]


def reasons_shown(at: Speaking, seen: TransferSeen) -> Shown:
    """The usual reasons not to take somebody, each a button."""
    back = button(at.say.plain("button-back"), TransferTap(do=TransferDo.SHOW, id=seen.id).pack())
    rows = [
        [
            button(
                at.say.plain(f"transfer-reason-{code}.short"),
                TransferTap(do=TransferDo.WHY, id=seen.id, value=code).pack(),
            )
        ]
        for code in REFUSALS
    ]
    return Shown(at.say("transfer-ask-why", name=seen.name), (), [*rows, [back]])
