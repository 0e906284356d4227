"""What is told about commissions: seats, candidates, sittings, decisions, protocols, appeals."""

from markupsafe import Markup

from award.commission.outcome import (
    Decision,
    decision_seen,
    own_seat,
    short_seen,
    taken_back_seen,
)
from award.commission.terms import appeal_due, candidate_due
from award.commission.views import desk, seat_seen
from award.errors import NotAllowed, TooLate
from award.outbox import NoticeKind
from award.paging import PAGE
from handlers.commission.appeals import appeal_shown
from handlers.commission.desk import desk_shown
from handlers.commission.protocol import protocol_shown
from handlers.commission.words import commission_name, reason_words, seat_name, short_words
from handlers.ui.navigation import menu_button
from handlers.ui.notice_lists import left_out, stage_line, told
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import (
    AppealDo,
    AppealTap,
    CommissionDo,
    CommissionTap,
    WayTap,
)
from handlers.wording.names import level_name, staff_name
from storage.tables import DossierState


@notice(NoticeKind.SEAT_TAKEN)
async def _taken(at: Notice) -> Shown | None:
    """To the operator who made the link."""
    try:
        seat, commission = await seat_seen(at, at.details["member"])
    except TooLate:
        return None
    say = at.say
    opens = CommissionTap(do=CommissionDo.SHOW, id=commission.id).pack()
    words = say(
        "seat-told-taken",
        name=staff_name(seat.name, say),
        seat=seat_name(seat.member.seat, say),
        commission=commission_name(commission, at.programme, say),
    )
    rows = [[button(say.plain("commission-button-open-card"), opens)], [menu_button(say)]]
    return Shown(words, (), rows)


@notice(NoticeKind.SEAT_ENDED)
async def _ended(at: Notice) -> Shown | None:
    """To whom it was."""
    member, commission = await own_seat(at, at.details["member"])
    if member.until is None:
        return None
    name = commission_name(commission, at.programme, at.say)
    return Shown(at.say("seat-told-ended", commission=name), (), [[menu_button(at.say)]])


@notice(NoticeKind.CANDIDATES_PUT)
async def _put(at: Notice) -> Shown | None:
    """To a member: how many there are to look at, or that none of them is theirs to see."""
    number = at.details["commission"]
    seen = await desk(at, number)
    if not seen.left and (seen.before or not seen.hidden):
        return None
    return await desk_shown(at, number, at.say("candidates-told-put"))


@notice(NoticeKind.SITTING_OPENED)
async def _sits(at: Notice) -> Shown | None:
    """To a member who is not there yet."""
    number = at.details["commission"]
    seen = await desk(at, number)
    if not seen.sits or seen.here:
        return None
    return await desk_shown(at, number, at.say("sitting-told-opened"))


@notice(NoticeKind.AWARD_DECIDED)
async def _decided(at: Notice) -> Shown | None:
    """To the participant, or the representative."""
    seen = await decision_seen(at, at.details["candidacy"])
    say, rows = at.say, []
    lines = [*_outcome(seen, at)]
    if seen.outcome is DossierState.AWARDED:
        lines += [Markup(""), say("decision-gives", gives=at.programme.award.gives[say.language])]
        if seen.candidacy.to_ceremony:
            lines += [Markup(""), say("decision-ceremony")]
    if seen.appeal_until is not None:
        lines += [Markup(""), say("decision-appeal", until=seen.appeal_until)]
        make = AppealTap(do=AppealDo.MAKE, id=seen.dossier_id).pack()
        rows.append([button(say.plain("appeal-button-make"), make)])
    elif seen.own and seen.outcome is DossierState.DECLINED:
        lines += [Markup(""), say("way-next-declined")]
    way = WayTap(enrolment=seen.enrolment_id).pack()
    rows.append([button(say.plain("button-way"), way)])
    return Shown(Markup("\n").join(lines), (), [*rows, [menu_button(say)]])


@notice(NoticeKind.AWARD_DECIDED_STAFF)
async def _decided_staff(at: Notice) -> Shown | None:
    """To the mentor, or a head."""
    seen = await decision_seen(at, at.details["candidacy"])
    return Shown(Markup("\n").join(_outcome(seen, at)), (), [[menu_button(at.say)]])


@notice(NoticeKind.CANDIDATE_TAKEN_BACK)
async def _gave_up(at: Notice) -> Shown | None:
    """To the participant, the representative, the mentor, a head; until they are put to others."""
    try:
        seen = await taken_back_seen(at, at.details["candidacy"])
    except TooLate:
        return None
    words = at.say(
        "candidate-told-taken-back-own" if seen.own else "candidate-told-taken-back",
        name=seen.name,
        level=level_name(at.programme.find_level(seen.level), at.say),
        interview="yes" if at.details["interview"] else "no",
    )
    way = WayTap(enrolment=seen.enrolment_id).pack()
    rows = [[button(at.say.plain("button-way"), way)], [menu_button(at.say)]]
    return Shown(words, (), rows)


@notice(NoticeKind.COMMISSION_SHORT)
async def _short(at: Notice) -> Shown | None:
    """To operators, while too few members of a commission may decide on somebody."""
    commission, short = await short_seen(at, at.details["commission"])
    if not short or commission.closed_at is not None:
        return None
    name = commission_name(commission, at.programme, at.say)
    head = at.say("commission-head", name=name)
    opens = CommissionTap(do=CommissionDo.SEATS, id=commission.id).pack()
    rows = [[button(at.say.plain("commission-button-seats"), opens)], [menu_button(at.say)]]
    return Shown(Markup("\n").join([head, short_words(short, at.say)]), (), rows)


def _outcome(seen: Decision, at: Notice) -> list[Markup]:
    say = at.say
    whose = "own" if seen.own else "theirs"
    level = level_name(at.programme.find_level(seen.level), say)
    lines = [say(f"decision-{whose}-{seen.outcome.value}", name=seen.name, level=level)]
    if words := reason_words(seen.candidacy, say):
        lines += [say("decision-why"), quoted(words, 1000)]
    return lines


@notice(NoticeKind.PROTOCOL_ISSUED)
async def _protocol(at: Notice) -> Shown | None:
    """To members and operators: the file itself."""
    return await protocol_shown(at, at.details["protocol"])


@notice(NoticeKind.APPEAL_MADE)
async def _appeal(at: Notice) -> Shown | None:
    """To operators, until one has given it to others."""
    number = at.details["appeal"]
    try:
        facts = await appeal_due(at, number)
    except TooLate:
        return None
    if facts.commission is not None:
        return None
    return await appeal_shown(at, number, at.say("appeal-told"))


@notice(NoticeKind.DECISIONS_DUE)
async def _decisions_due(at: Notice) -> Shown | None:
    """To chair and secretary: candidates on whom a decision is due."""
    lines, commissions = [], {}
    for number, stage, _ in at.details["items"]:
        try:
            facts = await candidate_due(at, number)
        except (NotAllowed, TooLate):
            continue
        what = at.say.plain("decision-due-line", number=str(facts.dossier))
        lines.append(stage_line(at, what, stage, facts.due))
        if facts.commission is not None:
            commissions[facts.commission.id] = commission_name(
                facts.commission, at.programme, at.say
            )
    rows = [
        [
            button(
                name,
                CommissionTap(do=CommissionDo.DESK, id=number).pack(),
            )
        ]
        for number, name in commissions.items()
    ]
    head = at.say("decisions-due")
    return told(head, lines, left_out(at, lines), [*rows[:PAGE], [menu_button(at.say)]])


@notice(NoticeKind.APPEALS_DUE)
async def _appeals_due(at: Notice) -> Shown | None:
    """To operators: appeals that nobody hears yet, or that were not answered in time."""
    lines, rows = [], []
    for number, stage, _ in at.details["items"]:
        try:
            facts = await appeal_due(at, number)
        except (NotAllowed, TooLate):
            continue
        label = str(facts.dossier)
        what = at.say.plain("appeal-due-line", number=label)
        lines.append(stage_line(at, what, stage, facts.due))
        opens = AppealTap(do=AppealDo.SHOW, id=number).pack()
        rows.append([button(at.say.plain("appeal-button-show", number=label), opens)])
    head = at.say("appeals-due")
    return told(head, lines, left_out(at, lines), [*rows[:PAGE], [menu_button(at.say)]])
