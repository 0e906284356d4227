"""What buttons of standing cards carry, where more than one journey makes or reads them.

It is a claim by the client, never a permission: every operation checks the acting person itself.
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from award.errors import NotFound

# A row of ours. What no table can hold is no button of ours either.
Id = Annotated[int, Field(ge=0, le=2**31 - 1)]


class DraftDo(StrEnum):
    """What a tap on a draft's card asks for. A question is named by the tap that answers it."""

    DIRECTION = "dir"
    MINUTES = "min"
    DAYS = "days"
    DAY = "day"
    FINAL = "final"
    NEW = "new"
    SHOW = "show"
    ASK = "ask"
    TELL = "tell"
    FILL = "fill"
    SEND = "ok"
    DROP = "drop"


class DraftTap(CallbackData, prefix="d"):
    """Something to do with a draft's card; `value` is the answer, or what to ask for."""

    do: DraftDo
    entry: Id
    value: str = ""


class EntryDo(StrEnum):
    """What a tap on an own entry asks for."""

    SHOW = "show"
    WITHDRAW = "withdraw"
    MEND = "mend"
    MEDIA = "media"
    VERSIONS = "versions"
    EMPLOYER = "employer"


class EntryTap(CallbackData, prefix="e"):
    """Something to do with an own entry."""

    do: EntryDo
    entry: Id


class DisputeDo(StrEnum):
    """What a tap asks for: begin a dispute of an entry, a task or a dossier; or do with one."""

    ENTRY = "entry"
    TASK = "task"
    DOSSIER = "dossier"
    SHOW = "show"
    FILES = "files"
    WHOLE = "whole"
    ANNUL = "annul"
    CONFIRM = "confirm"
    APPEAL = "appeal"
    WITHDRAW = "withdraw"


class DisputeTap(CallbackData, prefix="dp"):
    """Begin a dispute of an entry, a task or a dossier, by its id; or do with one, by its own."""

    do: DisputeDo
    id: Id


class TransferDo(StrEnum):
    """What a tap on a transfer asks for: to ask for one of an enrolment, or do with one."""

    ASK = "ask"
    LIST = "list"
    SHOW = "show"
    AGREE = "yes"
    DECLINE = "no"
    PULL = "pull"
    CHOOSE = "choose"
    GIVE = "give"
    REFUSE = "refuse"
    WHY = "why"
    WITHDRAW = "back"


class TransferTap(CallbackData, prefix="tf"):
    """Ask for a transfer, by the enrolment's id; or do with one, by its own.

    `value`: a page, a mentor's id, a reason's code.
    """

    do: TransferDo
    id: Id = 0
    value: str = Field("", max_length=20)


class ObservationDo(StrEnum):
    """What a tap on notes on a participant asks for: to read, turn, write, or take one away."""

    READ = "read"
    TURN = "turn"
    WRITE = "write"
    REMOVE = "drop"


class ObservationTap(CallbackData, prefix="ob"):
    """Something to do with notes on a participant, by the enrolment; to remove, by the note's."""

    do: ObservationDo
    id: Id
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


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


class Screen(StrEnum):
    """What can be opened from anywhere; each has its handler."""

    MENU = "menu"
    APPLY = "apply"
    ABOUT = "about"
    CARD = "card"
    WISHES = "wishes"
    LANGUAGE = "language"
    HELP = "help"
    WARDS = "wards"
    ADD = "add"
    ENTRIES = "entries"
    RESUME = "resume"
    PROGRESS = "progress"
    OLZHA = "olzha"
    PLAN = "plan"
    ABSENCE = "absence"
    CENTRE = "centre"
    CENTRE_APPLICATIONS = "centre-applications"
    PARTICIPANTS = "participants"
    APPLICATIONS = "applications"
    STAFF = "staff"
    AWAY = "away"
    BROADCAST = "broadcast"
    HONESTY = "honesty"
    DISPUTES = "disputes"
    DIGEST = "digest"
    WEEK = "week"
    TODAY = "today"
    REPRESENTATIVES = "representatives"
    RATING = "rating"
    RATINGS = "ratings"
    CERTIFICATES = "certificates"
    CERTIFICATE_DESK = "certificate-desk"
    WARD_CERTIFICATES = "ward-certificates"
    VERIFY = "verify"
    PORTFOLIO = "portfolio"
    CEREMONIES = "ceremonies"
    INVITATION = "invitation"
    NOTES = "notes"
    RECOMMENDATIONS = "recommendations"
    NOTES_READ = "notes-read"
    HOUSEHOLD = "household"
    WAY = "way"
    LEVELS = "levels"
    NEXT_LEVEL = "next-level"
    COMMISSION = "commission"
    TRANSFERS = "transfers"
    STAFF_CARD = "staff-card"
    DIRECTORY = "directory"


class GoTap(CallbackData, prefix="go"):
    """Open another screen from a card or the menu."""

    to: Screen


class ReviewQueue(CallbackData, prefix="rq"):
    """Open the mentor's queue of entries that wait, from a menu or a card."""


class FindingsTap(CallbackData, prefix="fs"):
    """Open what of an entry was seen before, and is not judged yet."""

    entry: Id


class StaffCardTap(CallbackData, prefix="sc"):
    """Show the card of one of the staff."""

    person: Id


class DocumentsTap(CallbackData, prefix="dc"):
    """Open the documents of one of the staff, or else of an enrolment."""

    person: Id = 0
    enrolment: Id = 0


class OpenMarks(CallbackData, prefix="mk"):
    """Open a participant's marks: norms met, directions complete."""

    enrolment: Id


class OpenTasks(CallbackData, prefix="tk"):
    """Open a participant's extra tasks."""

    enrolment: Id


class OpenMenu(CallbackData, prefix="menu"):
    """To the menu, from a message that stands in the chat."""


class Newcomer(CallbackData, prefix="new"):
    """A mentor opens the card of a new participant."""

    enrolment: Id


class ChooseMentor(CallbackData, prefix="mentors"):
    """The mentors to choose from for an application that has none; `page` begins with 0."""

    enrolment: Id
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class RepresentativeLink(CallbackData, prefix="rlink"):
    """A new link for the representative of the person who taps."""


class TakeBack(CallbackData, prefix="rback"):
    """Change the application that waits for the representative."""


class CardDo(StrEnum):
    """What a tap on a participant's card asks for."""

    OPEN = "open"
    TAKE_UP = "take"
    DECLINE = "decline"
    HAND_BACK = "hand"
    OWN_WORDS = "words"
    PLAN = "plan"
    ACTIVATE = "activate"
    LIST = "list"
    CONTACT = "contact"
    BIRTH_DATE = "born"
    CHARACTERISE = "char"
    JOURNAL = "journal"
    READ_PLAN = "rplan"
    FOUND = "found"


class CardTap(CallbackData, prefix="pc"):
    """A button of a participant's card, or one that opens it."""

    do: CardDo
    enrolment: Id


def number(item: str) -> int:
    """The number that a button carries; raises NotFound for what no button of ours does."""
    if not (item.isdecimal() and len(item) < 10):
        raise NotFound
    return int(item)


class ProgressTap(CallbackData, prefix="progress"):
    """Show how an enrolment stands; without one: the person's own."""

    enrolment: Id | None = None


class ExcuseDo(StrEnum):
    """What a tap on an absence asks for: first what its participant may, then the mentor."""

    OWN = "own"
    ANSWER = "answer"
    SHOW = "show"
    ACCEPT = "ok"
    ASK = "ask"
    REFUSE = "refuse"


class ExcuseTap(CallbackData, prefix="ex"):
    """Something to do with a participant's absence."""

    do: ExcuseDo
    excuse: Id


class JournalTap(CallbackData, prefix="jr"):
    """Read the journal of an own level, an earlier one too."""

    enrolment: Id


class NoteTap(CallbackData, prefix="nt"):
    """Write the closing note of a complete level, by its dossier."""

    dossier: Id


class DossierDo(StrEnum):
    """What a tap on a dossier asks for: read it; then the centre head's word on it."""

    SHOW = "show"
    WHOLE = "whole"
    RECOMMEND = "yes"
    ASK = "ask"
    REFUSE = "no"


class DossierTap(CallbackData, prefix="ds"):
    """Read the mentor's note on a complete level, or decide on it."""

    do: DossierDo
    dossier: Id


class WayTap(CallbackData, prefix="wy"):
    """How far a complete level is on its way to the badge."""

    enrolment: Id


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


class CandidateDo(StrEnum):
    """What a tap on a candidate's card asks for."""

    SHOW = "show"
    PROGRESS = "progress"
    JOURNAL = "journal"
    NOTE = "note"
    PORTFOLIO = "portfolio"
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
