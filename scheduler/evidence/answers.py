"""What a process beside the bot's may answer: JSON of a known shape and a bounded length.

Such a process may have opened a picture that was made to take it over. So nothing that it says is
unpickled, believed beyond its shape, or put into the log.
"""

import builtins
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from types import GenericAlias
from typing import Any, Generic, ParamSpec, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from scheduler.evidence.serving import DONE, FAILED

P = ParamSpec("P")
T_co = TypeVar("T_co", covariant=True)

SHORT = 10_000  # bytes: plenty for some numbers and words
_STRICT = ConfigDict(strict=True, val_json_bytes="base64", allow_inf_nan=False, extra="forbid")
_FAILURES = frozenset(
    name
    for name, each in vars(builtins).items()
    if isinstance(each, type) and issubclass(each, Exception)
)


class Misanswered(Exception):
    """What came is no answer."""


class WorkFailed(Exception):
    """The work raised an error; `failure` is the nearest of Python's own, and all that is told."""

    def __init__(self, failure: str) -> None:
        super().__init__(failure)
        self.failure = failure


@dataclass(frozen=True)
class Work(Generic[P, T_co]):
    """Something that a process beside can be asked for; its answer is a `shape`, as JSON, of at
    most so many bytes. Bytes in it are in base64."""

    do: Callable[P, T_co]
    shape: Any  # a type of T_co, with its bounds: pydantic's
    most: int = SHORT

    def understood(self, said: bytes) -> T_co:
        """What was answered; raises WorkFailed where that is a failure, and Misanswered."""
        tag, words = said[:1], said[1:]
        if tag == FAILED and (failure := words.decode("ascii", "replace")) in _FAILURES:
            raise WorkFailed(failure)
        if tag != DONE:
            raise Misanswered
        try:
            (answer,) = self._known.validate_json(words)
        except ValidationError:
            raise Misanswered from None  # its words are the process's
        return answer

    @cached_property
    def _known(self) -> TypeAdapter[tuple[T_co]]:
        # In a list: settings beside a dataclass that stands alone are not taken.
        return TypeAdapter(GenericAlias(tuple, self.shape), config=_STRICT)
