"""A candidate in one card: dossier, marks, votes, the decision; the next in its place (§8.6)."""

from collections.abc import Iterable

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup

from award.commission.deciding import REASONS, decide, vote
from award.commission.dossier import DossierSeen, dossier_seen
from award.commission.marks import close_marks, mark, step_back
from award.commission.rules import FEWEST
from award.commission.views import next_candidate
from award.errors import NotAllowed, Refusal, TooLate
from award.interviews.choosing import Standing, interview_of
from award.interviews.offering import TRIES
from handlers.commission.words import outcome_name
from handlers.interviews.taps import MeetDo, MeetTap
from handlers.interviews.words import local, place_words
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import menu_button
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import CandidateDo, CandidateTap, CommissionDo, CommissionTap
from handlers.wording.names import direction_name, level_name, region_name, staff_name
from locales import Texts
from storage.tables import DossierState, Seat

router = Router(name="candidates")

Rows = list[list[InlineKeyboardButton]]
IN_A_ROW = 6  # marks
WORDS_ROOM = 1500  # letters of all words beside marks: many members fit into one message
VOTES = (DossierState.AWARDED, DossierState.DECLINED, DossierState.DEFERRED)


# --- the card


async def card(
    at: Speaking, number: int, said: Markup | None = None, again: str | None = None
) -> Shown:
    """The candidate as they stand; `again`: the criterion that is to be marked anew."""
    seen = await dossier_seen(at, number)
    meets = await interview_of(at, seen.candidate)
    commission = seen.candidate.commission.id
    _, left = await next_candidate(at, commission, number)
    lines = [said] if said else []
    lines += [*_facts(seen, at), _interview(meets, at.say), *_said_of(seen, at.say), Markup("")]
    lines += [*_marks(seen, at.say), *_votes(seen, at.say)]
    rows = [
        *_look_rows(seen, meets, at.say),
        *_act_rows(seen, at, again),
        *_way_rows(seen, left, at.say),
    ]
    return Shown(Markup("\n").join(lines), (), rows)


def _facts(seen: DossierSeen, at: Speaking) -> Iterable[Markup]:
    say, programme = at.say, at.programme
    yield say(
        "candidate-head",
        number=str(seen.candidate.dossier.id),
        name=seen.name,
        age=seen.age or 0,
        level=level_name(programme.find_level(seen.level), say),
    )
    yield say(
        "candidate-place",
        region=region_name(programme, seen.region, say),
        centre=seen.centre or say.plain("candidate-no-centre"),
    )
    if seen.appeal is not None:
        yield say("candidate-appeal")
        yield quoted(seen.appeal)
    done = sum(1 for each in seen.progress.directions if each.complete)
    yield say(
        "candidate-progress",
        percent=int(seen.progress.rating),
        finished=done,
        all=len(seen.progress.directions),
    )
    if seen.norms:
        names = [direction_name(programme.direction(code), say) for code in seen.norms]
        yield say("candidate-norms", directions=", ".join(names))
    yield say("candidate-reused", reused=seen.reused, entries=seen.entries)


def _interview(meets: Standing, say: Texts) -> Markup:
    """When and where it is or was; else whether there will be one."""
    time = meets.held or meets.taken
    if time is None:
        tries = "none" if meets.tries == TRIES else "again" if meets.tries > 0 else "without"
        return say(f"candidate-interview-{tries}")
    return say(
        "candidate-interview-held" if meets.held else "candidate-interview-taken",
        when=local(time.starts_at, meets.zone),
        place=place_words(time.place, say),
    )


def _said_of(seen: DossierSeen, say: Texts) -> Iterable[Markup]:
    """What staff say of the candidate."""
    if seen.recommended is not None:
        name, day = seen.recommended
        yield say("candidate-recommended", name=staff_name(name, say), day=day)
    if seen.characterisation:
        yield say("candidate-characterisation")
        yield quoted(seen.characterisation, 500)


def _marks(seen: DossierSeen, say: Texts) -> Iterable[Markup]:
    marks = seen.marks
    if not seen.sits and not marks.closed:
        yield say("marks-in-sitting")
    elif not marks.closed:
        yield say("marks-hidden", ready=marks.done, present=marks.present)
        if marks.done == marks.present > 0 and not seen.votes.quorum:
            yield say("votes-no-quorum", need=seen.votes.members // 2 + 1)
    elif marks.seen:
        yield say("marks-opened")
    for each in marks.criteria:
        name = each.name[say.language]
        if each.code in marks.seen:
            all_ = marks.seen[each.code]
            spread = {"median": all_.median, "least": all_.least, "most": all_.most}
            yield say("marks-all", name=name, **spread)
        elif each.code in marks.mine:
            yield say("marks-mine", name=name, points=marks.mine[each.code])
    said = marks.words or ((marks.my_words,) if marks.my_words else ())
    for words in said:
        yield quoted(words, min(300, WORDS_ROOM // len(said)))


def _votes(seen: DossierSeen, say: Texts) -> Iterable[Markup]:
    votes = seen.votes
    if votes.members < FEWEST:
        yield say("votes-one-left")
    if not seen.marks.closed:
        return
    yield say(
        "votes-cast",
        **{each.value: votes.cast[each] for each in VOTES},
        present=votes.present,
        members=votes.members,
    )
    if votes.mine is not None:
        yield say("votes-mine", outcome=outcome_name(votes.mine, say))
    if not votes.quorum and votes.members >= FEWEST:
        yield say("votes-no-quorum", need=votes.members // 2 + 1)
    elif votes.verdict is not None:
        by = "casting" if votes.verdict.by_casting_vote else "majority"
        yield say("votes-verdict", outcome=outcome_name(votes.verdict.outcome, say), by=by)


def _look_rows(seen: DossierSeen, meets: Standing, say: Texts) -> Rows:
    number = seen.candidate.candidacy.id
    rows = [
        [
            _do(CandidateDo.PROGRESS, number, say.plain("candidate-button-progress")),
            _do(CandidateDo.JOURNAL, number, say.plain("candidate-button-journal"), "0"),
        ],
        [
            _do(CandidateDo.NOTE, number, say.plain("candidate-button-note")),
            _do(CandidateDo.PORTFOLIO, number, say.plain("portfolio-button")),
        ],
    ]
    if meets.taken is not None:
        opens = MeetTap(do=MeetDo.SHOW, id=meets.taken.id).pack()
        rows.append([button(say.plain("interview-button-show"), opens)])
    return rows


def _act_rows(seen: DossierSeen, at: Speaking, again: str | None) -> Rows:
    """What the member can do now; nothing of it before they are there."""
    say, marks, votes = at.say, seen.marks, seen.votes
    number, commission = seen.candidate.candidacy.id, seen.candidate.commission.id
    if not seen.here:
        if not seen.sits:
            return []
        here = CommissionTap(do=CommissionDo.HERE, id=commission).pack()
        return [[button(say.plain("desk-button-here"), here)]]
    if not marks.closed:
        rows = _mark_rows(seen, at, again)
        if len(marks.mine) == len(marks.criteria):
            rows.insert(0, _look_again(number, say))
        if seen.candidate.member.seat is Seat.SECRETARY and marks.done:
            label = say.plain("marks-button-close")
            rows.append([_do(CandidateDo.CLOSE_MARKS, number, label)])
        return rows
    rows = [
        [_do(CandidateDo.VOTE, number, say.plain(f"vote-{each.value}"), each.value)]
        for each in VOTES
    ]
    if votes.signs and votes.quorum and votes.verdict is not None:
        label = say.plain("votes-button-sign", outcome=outcome_name(votes.verdict.outcome, say))
        rows.insert(0, [_do(CandidateDo.SIGN, number, label)])
    elif votes.mine is not None:
        rows.append(_look_again(number, say))
    return rows


def _look_again(number: int, say: Texts) -> list[InlineKeyboardButton]:
    """For who has done their part, and waits for the others: the card does not change by itself."""
    return [_do(CandidateDo.SHOW, number, say.plain("candidate-button-look-again"))]


def _mark_rows(seen: DossierSeen, at: Speaking, again: str | None) -> Rows:
    """The criterion that comes next with all its marks; those marked already, to be changed."""
    say, marks, number = at.say, seen.marks, seen.candidate.candidacy.id
    unmarked = [each for each in marks.criteria if each.code not in marks.mine]
    asked = next((each for each in marks.criteria if each.code == again), None)
    asked = asked or (unmarked[0] if unmarked else None)
    rows = Rows()
    if asked is not None:
        name = asked.name[say.language]
        rows.append([_do(CandidateDo.AGAIN, number, f"👇 {name}", asked.code)])
        points = [
            _do(CandidateDo.MARK, number, str(each), f"{asked.code}.{each}")
            for each in range(at.programme.award.most_points + 1)
        ]
        rows += [points[start : start + IN_A_ROW] for start in range(0, len(points), IN_A_ROW)]
    rows += [
        [
            _do(
                CandidateDo.AGAIN,
                number,
                say.plain(
                    "marks-button-again",
                    name=each.name[say.language],
                    points=marks.mine[each.code],
                ),
                each.code,
            )
        ]
        for each in marks.criteria
        if each.code in marks.mine and each is not asked
    ]
    rows.append([_do(CandidateDo.WORD, number, say.plain("marks-button-word"))])
    return rows


def _way_rows(seen: DossierSeen, left: int, say: Texts) -> Rows:
    number, commission = seen.candidate.candidacy.id, seen.candidate.commission.id
    back = [_do(CandidateDo.ASK_BACK, number, say.plain("candidate-button-step-back"))]
    first, last = _on_rows(commission, number, left, say)
    return [first, back, last]


def _on_rows(commission: int, number: int, left: int, say: Texts) -> Rows:
    """On to the next candidate, or to the desk behind the last; the list."""
    do, label = CommissionDo.NEXT, say.plain("candidate-button-next", left=left)
    if not left:
        do, label = CommissionDo.DESK, say.plain("commission-button-desk")
    on = CommissionTap(do=do, id=commission, value=number).pack()
    to_list = CommissionTap(do=CommissionDo.CANDIDATES, id=commission).pack()
    listed = [button(say.plain("candidate-button-list"), to_list), menu_button(say)]
    return [[button(label, on)], listed]


def _do(do: CandidateDo, number: int, label: str, value: str = "") -> InlineKeyboardButton:
    return button(label, CandidateTap(do=do, id=number, value=value).pack())


# --- taps


@router.callback_query(CandidateTap.filter(F.do.in_({CandidateDo.SHOW, CandidateDo.AGAIN})))
async def show(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    at.reply.put(await card(at, callback_data.id, again=callback_data.value or None))


@router.callback_query(
    CandidateTap.filter(F.do.in_({CandidateDo.MARK, CandidateDo.CLOSE_MARKS, CandidateDo.VOTE}))
)
async def act(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    """A mark, a vote, or marks shown to all; the card then says how it stands."""
    number, value = callback_data.id, callback_data.value
    with answering(at, {TooLate: None, Refusal: None}):
        match callback_data.do:
            case CandidateDo.MARK:
                criterion, _, points = value.rpartition(".")
                await mark(at, number, criterion, int(points) if points.isdecimal() else -1)
            case CandidateDo.VOTE:
                await vote(at, number, _outcome(value))
            case _:
                await close_marks(at, number)
    at.reply.put(await _or_gone(at, number))


def _outcome(value: str) -> DossierState:
    if value not in set(VOTES):
        raise NotAllowed
    return DossierState(value)


async def _or_gone(at: RequestContext, number: int) -> Shown:
    """The card; where the candidate was decided on meanwhile, that it is so."""
    try:
        return await card(at, number)
    except TooLate as late:
        return Shown(at.say(late.key), (), [[menu_button(at.say)]])


@router.callback_query(CandidateTap.filter(F.do == CandidateDo.ASK_BACK))
async def ask_back(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    number, say = callback_data.id, at.say
    seen = await dossier_seen(at, number)
    rows = [
        [_do(CandidateDo.STEP_BACK, number, say.plain("candidate-button-surely-back"))],
        [_do(CandidateDo.SHOW, number, say.plain("button-back")), menu_button(say)],
    ]
    at.reply.put(Shown(say("candidate-ask-back", name=seen.name), (), rows))


@router.callback_query(CandidateTap.filter(F.do == CandidateDo.STEP_BACK))
async def back(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    number = callback_data.id
    commission = await step_back(at, number)
    _, left = await next_candidate(at, commission, number)
    rows = _on_rows(commission, number, left, at.say)
    at.reply.put(Shown(at.say("candidate-stepped-back"), (), rows))


# --- the decision


@router.callback_query(CandidateTap.filter(F.do == CandidateDo.SIGN))
async def sign(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    """Why, by a tap or in own words; of an award, whether they are invited to the ceremony."""
    number, say = callback_data.id, at.say
    seen = await dossier_seen(at, number)
    if not seen.votes.signs or seen.votes.verdict is None:
        at.reply.put(await card(at, number))
        return
    outcome = seen.votes.verdict.outcome
    rows = [
        [_do(CandidateDo.DECIDE, number, say.plain(f"decision-reason-{code}"), f"{code}.yes")]
        for code in REASONS[outcome]
    ]
    if outcome is DossierState.AWARDED:
        label = say.plain("decision-button-no-ceremony")
        rows.append([_do(CandidateDo.DECIDE, number, label, f"{REASONS[outcome][0]}.no")])
    rows.append([_do(CandidateDo.OWN_WORDS, number, say.plain("decision-button-own-words"))])
    rows.append([_do(CandidateDo.SHOW, number, say.plain("button-back")), menu_button(say)])
    words = say("decision-ask", name=seen.name, outcome=outcome_name(outcome, say))
    at.reply.put(Shown(words, (), rows))


@router.callback_query(CandidateTap.filter(F.do == CandidateDo.DECIDE))
async def decided(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    reason, _, ceremony = callback_data.value.partition(".")
    with answering(at, {Refusal: None}) as answered:
        candidacy = await decide(at, callback_data.id, reason=reason, to_ceremony=ceremony == "yes")
    if answered.refusal is not None:
        at.reply.put(await _or_gone(at, callback_data.id))
        return
    at.reply.put(await decided_shown(at, candidacy.id, candidacy.commission_id))


async def decided_shown(at: Speaking, number: int, commission: int) -> Shown:
    """That it is signed, and the way to the next."""
    _, left = await next_candidate(at, commission, number)
    return Shown(at.say("decision-signed"), (), _on_rows(commission, number, left, at.say))
