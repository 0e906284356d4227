"""Tell systemd that the service is up and its event loop turns; one that stands still is killed.

The protocol is that of sd_notify(3): a datagram to a socket that systemd names in the environment.
"""

import asyncio
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

# Of the time after which systemd takes the service for hung.
PART = 3


def tell(state: str) -> None:
    """Tell a state, such as READY=1; nothing where the service was not started by systemd."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    if address.startswith("@"):  # an abstract socket
        address = "\0" + address[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as to:
        try:
            to.sendto(state.encode(), address)
        except OSError:
            return  # told again soon, or nobody listens


@contextmanager
def watched() -> Iterator[None]:
    """The service is up from here on, and alive as long as the event loop turns."""
    tell("READY=1")
    telling = asyncio.create_task(_tell_again(), name="tell systemd")
    try:
        yield
    finally:
        telling.cancel()


async def _tell_again() -> None:
    patience = int(os.environ.get("WATCHDOG_USEC", "0")) / 1e6
    while True:
        tell("WATCHDOG=1")
        await asyncio.sleep(patience / PART or 60)
