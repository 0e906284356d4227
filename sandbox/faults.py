"""Failures ordered in advance: the next calls of a method fail, or are cut off once done."""

from dataclasses import asdict, dataclass
from typing import Any

from sandbox.errors import ApiError, too_many_requests

_WORDS = {
    400: "Bad Request: fault",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(slots=True)
class Fault:
    """The next `times` calls of `method` (or any, `*`) fail with `status`, or are dropped."""

    method: str
    status: int = 500
    description: str | None = None
    retry_after: int | None = None
    times: int = 1
    drop: bool = False

    def error(self) -> ApiError:
        """What the call is refused with."""
        if self.retry_after is not None and self.description is None:
            return too_many_requests(self.retry_after)
        parameters = None if self.retry_after is None else {"retry_after": self.retry_after}
        description = self.description or _WORDS.get(self.status, "Fault")
        return ApiError(self.status, description, parameters)


class Faults:
    """The failures still to come."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, wish: dict[str, Any]) -> None:
        """Orders a failure from JSON; raises TypeError or ValueError when it makes no sense."""
        wish = dict(wish)
        if wish.get("retry_after") is not None:
            wish.setdefault("status", 429)
            wish["retry_after"] = int(wish["retry_after"])
        fault = Fault(**wish)
        fault.status, fault.times = int(fault.status), int(fault.times)
        if not isinstance(fault.method, str) or not 400 <= fault.status <= 599:
            raise ValueError("a fault needs a method and a status from 400 to 599")
        self._waiting.append(fault)

    def take(self, method: str) -> Fault | None:
        """The failure this call has to suffer, counted down."""
        for fault in self._waiting:
            anything = fault.method == "*" and method != "getUpdates"
            if anything or fault.method.lower() == method.lower():
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Forgets all failures still to come."""
        self._waiting.clear()

    def as_json(self) -> list[dict[str, Any]]:
        """The failures still to come."""
        return [asdict(fault) for fault in self._waiting]
