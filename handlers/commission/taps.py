"""What buttons of a commission's cards carry; a claim by the client, never a permission."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.taps import Id


class CommissionDo(StrEnum):
    """What a tap on a commission asks for: first what an operator may, then its members."""

    LIST = "list"
    SHOW = "show"
    OPEN = "open"
    CLOSE = "close"
    PUT = "put"
    TAKE_BACK = "back"
    SEATS = "seats"
    DESK = "desk"
    SIT = "sit"
    HERE = "here"
    LEAVE = "leave"
    RISE = "rise"
    CANDIDATES = "cand"
    NEXT = "next"
    UNDISPUTED = "all"
    SIGN_ALL = "sign"


class CommissionTap(CallbackData, prefix="cm"):
    """Something to do with a commission; `value`: a page, or the candidate who was just seen."""

    do: CommissionDo
    id: Id = 0
    value: Id = 0


class NewCommission(CallbackData, prefix="cn"):
    """A commission is being made: what was chosen so far; `all` for the whole of it."""

    season: Id = 0
    region: str = Field("", max_length=8)
    level: str = Field("", max_length=20)
    page: Id = 0


class SeatDo(StrEnum):
    """What a tap on a seat asks for; those before LINK add one to a commission."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    AUTHORITY = "authority"
    LINK = "link"
    ASK_END = "ask"
    END = "end"


class SeatTap(CallbackData, prefix="cs"):
    """Add a seat to a commission, by its id; or do something with a seat, by its own."""

    do: SeatDo
    id: Id


class JoinTap(CallbackData, prefix="cj"):
    """Take the seat that a link gives, or let it be (an empty payload)."""

    payload: str = Field("", max_length=40)


class CandidateDo(StrEnum):
    """What a tap on a candidate's card asks for."""

    SHOW = "show"
    PROGRESS = "progress"
    JOURNAL = "journal"
    NOTE = "note"
    FILES = "files"
    MARK = "mark"
    AGAIN = "again"
    CLOSE_MARKS = "close"
    VOTE = "vote"
    ASK_BACK = "ask"
    STEP_BACK = "back"
    SIGN = "sign"
    DECIDE = "decide"
    WORD = "word"
    OWN_WORDS = "own"


class CandidateTap(CallbackData, prefix="cd"):
    """Something to do with a candidate; `value` is the answer: a page, an entry, a mark, a vote."""

    do: CandidateDo
    id: Id
    value: str = Field("", max_length=40)


class ProtocolDo(StrEnum):
    """What a tap on a protocol asks for."""

    SHOW = "show"
    CORRECT = "correct"


class ProtocolTap(CallbackData, prefix="cp"):
    """Look at a protocol, or correct it by another one."""

    do: ProtocolDo
    id: Id


class AppealDo(StrEnum):
    """What a tap on an appeal asks for: to make one against the decision on a dossier; or, of one
    that was made, to see it or give it to a commission.
    """

    MAKE = "make"
    LIST = "list"
    SHOW = "show"
    GIVE = "give"


class AppealTap(CallbackData, prefix="al"):
    """Something to do with an appeal; `commission`: who is to hear it."""

    do: AppealDo
    id: Id = 0
    commission: Id = 0
