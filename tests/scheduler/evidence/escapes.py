"""What a process would try that was taken over by a picture; a module that its worker has."""

import ctypes
import mmap
import os
import resource
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from gc import get_objects
from multiprocessing.connection import Connection
from pathlib import Path

from evidence import wall
from evidence.confinement import confine
from evidence.system_calls import call, refuse
from evidence.wall import Layer

FILE = "file"
_bot = 0


def begin() -> None:
    global _bot  # noqa: PLW0603 - its last look around
    confine()
    _bot = os.getppid()


def begin_where_it_is_forbidden() -> None:
    """As a container may have it."""
    begin()
    wall._no_new_privileges()
    refuse(("landlock_create_ruleset", "seccomp"))


def _peer(port: int) -> None:
    socket.socket().connect(("127.0.0.1", port))


def _execute() -> None:
    os.execv("/bin/true", ["true"])


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _read_memory() -> None:
    if call("process_vm_readv", _bot, None, 0, None, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), "")


def _trace() -> None:
    if call("ptrace", 16, _bot, None, None) < 0:  # PTRACE_ATTACH
        raise OSError(ctypes.get_errno(), "")


def _ring() -> None:
    if call("io_uring_setup", 1, ctypes.create_string_buffer(120)) < 0:
        raise OSError(ctypes.get_errno(), "")


# Each in a folder that has a file.
ESCAPES: dict[str, Callable[[Path], object]] = {
    "a socket": lambda _: socket.socket(),
    "a local socket": lambda _: socket.socket(socket.AF_UNIX),
    "a datagram": lambda _: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)),
    "a pair of sockets": lambda _: socket.socketpair(),
    "a connection": lambda _: _peer(5432),
    "a pipe": lambda _: os.pipe(),
    "reading a file": lambda folder: (folder / FILE).read_bytes(),
    "reading a folder": os.listdir,
    "looking for a file": lambda folder: (folder / FILE).stat(),
    "writing a file": lambda folder: (folder / "written").write_bytes(b"x"),
    "changing a file": lambda folder: (folder / FILE).open("ab"),
    "removing a file": lambda folder: (folder / FILE).unlink(),
    "renaming a file": lambda folder: (folder / FILE).rename(folder / "renamed"),
    "changing rights": lambda folder: (folder / FILE).chmod(0o777),
    "a temporary file": lambda folder: os.open(folder, os.O_TMPFILE | os.O_RDWR),
    "a file in memory": lambda _: os.memfd_create("x"),
    "the bot's environment": lambda _: Path(f"/proc/{_bot}/environ").read_bytes(),
    "the bot's memory": lambda _: os.open(f"/proc/{_bot}/mem", os.O_RDONLY),
    "the bot's files": lambda _: os.listdir(f"/proc/{_bot}/fd"),  # noqa: PTH208
    "the environment it had": lambda _: Path("/proc/self/environ").read_bytes(),
    "a program in its place": lambda _: _execute(),
    "a program": lambda _: subprocess.run(["/bin/true"], check=False),
    "a program, by the system": lambda _: os.posix_spawn("/bin/true", ["true"], {}),
    "a process": lambda _: _fork(),
    "a signal to the bot": lambda _: os.kill(_bot, signal.SIGCONT),
    "reading the bot's memory": lambda _: _read_memory(),
    "tracing the bot": lambda _: _trace(),
    "limits of the bot": lambda _: resource.prlimit(_bot, resource.RLIMIT_CORE, (0, 0)),
    "a ring of calls": lambda _: _ring(),
    "memory that can be run": lambda _: mmap.mmap(-1, 4096, prot=mmap.PROT_EXEC | mmap.PROT_READ),
    "more files": lambda _: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)),
    "more memory": lambda _: bytearray(3_000_000_000),
}
# What would do harm without a wall, or depends on the machine.
NOT_TO_BE_TRIED = {
    "a connection",
    "a program in its place",
    "reading the bot's memory",
    "tracing the bot",
    "a ring of calls",
    "more memory",
}
# What Landlock sees to, should there be no filter of system calls.
OF_LANDLOCK = (
    "a connection",
    "reading a file",
    "reading a folder",
    "writing a file",
    "changing a file",
    "removing a file",
    "renaming a file",
    "a temporary file",
    "the bot's environment",
    "the bot's memory",
    "a program in its place",
    "a program",
)


def attempt(name: str, folder: Path) -> str:
    """Why it fails; "done" if it does not."""
    try:
        ESCAPES[name](folder)
    except (OSError, MemoryError, ValueError) as error:
        return type(error).__name__
    return "done"


def left() -> list[int]:
    """How much it has of an environment; the limits of its files."""
    return [len(os.environ), *resource.getrlimit(resource.RLIMIT_NOFILE)]


def say(message: bytes) -> None:
    """Answer this instead of what was asked for, and wait to be asked again."""
    _pipe().send_bytes(message)
    time.sleep(60)


def say_raw(message: bytes) -> None:
    """The same, of bytes that may be no message."""
    os.write(_pipe().fileno(), message)
    time.sleep(60)


def go_on_for_ever() -> None:
    """Without the alarms that it was given."""
    for timer in (signal.ITIMER_REAL, signal.ITIMER_PROF):
        signal.setitimer(timer, 0)
    while True:
        pass


def no_wall(_pipe: int) -> list[Layer]:
    return []


def landlock_alone(_pipe: int) -> list[Layer]:
    wall._no_new_privileges()
    return [] if wall._no_files() else [Layer.LANDLOCK]


def lacking_landlock(_pipe: int) -> list[Layer]:
    """A kernel that was built without it."""
    return [Layer.LANDLOCK]


def _pipe() -> Connection:
    return next(each for each in get_objects() if isinstance(each, Connection))
