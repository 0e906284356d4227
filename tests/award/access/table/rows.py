"""Who calls the operations of award/, and what a row of the table of programme.md §7 says."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from award.access.acting import Acting
from tests.award.access.table.world import MINE, SIGNED, Things, World

Call = Callable[[Acting, World, Things], Awaitable[Any]]

# Who calls, and of which participants they may see something (programme.md §7). "self" is the one
# whom the operation is about; "former" the mentor after that role has ended.
COLUMNS: dict[str, frozenset[str]] = {
    "self": frozenset(),
    "other": frozenset({"other"}),
    "rep": SIGNED - {"other"},
    "rep2": frozenset({"other"}),
    "mentor": MINE,
    "mentor2": frozenset({"other"}),
    "former": frozenset(),
    "expert": MINE,
    "expert2": frozenset({"other"}),
    "coordinator": SIGNED,
    "coordinator2": frozenset(),
    "head": SIGNED,
    "head2": frozenset(),
    "operator": SIGNED,
    "unknown": frozenset(),
    # Who sits in a commission that has one of them before it, in another, or does no more.
    "seat": frozenset({"candidate"}),
    "seat2": frozenset(),
    "seat_former": frozenset(),
}
STAFF = tuple(COLUMNS)[4 : tuple(COLUMNS).index("unknown")]

EVERYONE = frozenset(COLUMNS)
NOBODY: frozenset[str] = frozenset()
SELF = frozenset({"self"})
MENTOR = frozenset({"mentor"})
MENTORS = frozenset({"mentor", "mentor2"})
READERS = frozenset({"self", "rep", "mentor", "expert", "coordinator", "head", "operator"})
OF_JOURNALS = frozenset({"mentor", "expert", "operator"})
IN_OFFICE = frozenset(STAFF) - {"former"}
OF_CENTRE = frozenset({"head", "operator"})
HEADS = frozenset({"head", "head2", "operator"})
OPERATOR = frozenset({"operator"})
# A representative's link is for a grown-up who will not decide on the application.
SIGNERS = EVERYONE - {"self", "other", "mentor", "expert", "coordinator", "head", "operator"}


@dataclass(frozen=True)
class Row:
    """Who may call an operation.

    `of`: the participant whose ids it is called with. `own`: it takes no ids and is about whoever
    calls, whom the rules may refuse, but never their scope. `says`: the words of a refusal of scope
    besides NotAllowed. `but`: the refusal of rules that even who may call it meets here. `also`:
    who else's rows it changes. `shows`: whom it shows to all who may call it. `recorded`: a look by
    staff is on the record (programme.md §7). `staff`: it is about staff, centres, partners.
    """

    call: Call
    may: frozenset[str]
    of: str = "active"
    own: bool = False
    says: tuple[str, ...] = ()
    but: str | None = None
    also: frozenset[str] = frozenset()
    shows: frozenset[str] = frozenset()
    recorded: bool = True
    staff: bool = False

    @property
    def about_one(self) -> bool:
        """It is called with the ids of one participant."""
        return not self.own and not self.staff and self.may <= READERS


def own(call: Call, of: str = "active", **other: Any) -> Row:
    return Row(call, EVERYONE, of, own=True, **other)
