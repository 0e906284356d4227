"""A wall around this process: from then on it can compute and answer, and next to nothing else.

Layers of Linux's, each there for the case that another one fails: limits, no new privileges,
Landlock (files, network, signals) and a filter of system calls. None of them needs root, none can
be taken down again. Where a kernel lacks one, the others stand.
"""

import os
import resource
import struct
from collections.abc import Collection
from contextlib import suppress
from ctypes import CDLL, c_char_p, c_int, c_size_t, c_ulong
from enum import StrEnum

from evidence.confinement import MOST_MEMORY, Memory
from evidence.system_calls import allow_only, call, refuse


class Layer(StrEnum):
    """What of the wall a kernel may lack."""

    NO_NEW_PRIVILEGES = "no_new_privs"
    LANDLOCK = "Landlock"
    SECCOMP = "seccomp"


_NO_NEW_PRIVILEGES = 38  # linux/prctl.h
# linux/landlock.h: the rights that each version of Landlock knows of, to be taken; by version.
_FILES = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
_NETWORK = {4: 0b11}  # to bind and to connect
_SCOPES = {6: 0b11}  # sockets without a file, and signals
_VERSION = 1  # the flag by which Landlock is asked for it
# What computing, memory, the pipe, the two timers and threads need: the decoder of HEIC has one,
# whatever it is told. Nothing opens, makes, finds or names a file, a socket or a process.
_ALLOWED = (
    "read",
    "write",
    "close",
    "lseek",
    "pread64",
    "mmap",
    "mprotect",
    "munmap",
    "brk",
    "mremap",
    "madvise",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sigaltstack",
    "clone",
    "clone3",
    "set_robust_list",
    "rseq",
    "futex",
    "sched_yield",
    "sched_getaffinity",
    "nanosleep",
    "clock_nanosleep",
    "clock_gettime",
    "gettimeofday",
    "getitimer",
    "setitimer",
    "restart_syscall",
    "getrandom",
    "getpid",
    "gettid",
    "getrusage",
    "prlimit64",
    "exit",
    "exit_group",
)
# What a process that searches a database has no need of.
_REFUSED = (
    "execve",
    "execveat",
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "pidfd_getfd",
    "io_uring_setup",
    "io_uring_enter",
    "bpf",
    "setns",
    "unshare",
    "mount",
)


def shut_in(pipe: int) -> list[Layer]:
    """Close this process in, for pictures that anyone may have sent; the layers that are lacking.

    `pipe`: the descriptor that stays. All that it will ever need must be imported by now.
    """
    os.environ.clear()
    memory = Memory.of_this_process()
    _close_all_but({pipe, memory.descriptor})
    built = {Layer.NO_NEW_PRIVILEGES: _no_new_privileges(), Layer.LANDLOCK: _no_files()}
    _limit(memory)
    built[Layer.SECCOMP] = allow_only(_ALLOWED)
    return [layer for layer, stands in built.items() if not stands]


def hold_back(_pipe: int, *, network: bool) -> list[Layer]:
    """For a process of our own code, that reads a database: it starts nothing and looks into no
    other process, and without `network` it has none. The layers that are lacking."""
    built = {
        Layer.NO_NEW_PRIVILEGES: _no_new_privileges(),
        Layer.SECCOMP: refuse(_REFUSED if network else (*_REFUSED, "socket")),
    }
    return [layer for layer, stands in built.items() if not stands]


def _close_all_but(kept: Collection[int]) -> None:
    """What decoders print goes nowhere: it may be words of whoever made the file."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    with suppress(OSError):  # no Linux
        for descriptor in map(int, os.listdir("/proc/self/fd")):  # noqa: PTH208 - it has no names
            if descriptor > 2 and descriptor not in kept:
                _close(descriptor)


def _close(descriptor: int) -> None:
    with suppress(OSError):  # that of the folder itself
        os.close(descriptor)


def _limit(memory: Memory) -> None:
    """For good: the memory that each work has (evidence/confinement.py) is well below."""
    for nothing in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE):
        resource.setrlimit(nothing, (0, 0))
    most = memory.reserved() + 2 * MOST_MEMORY
    with suppress(ValueError):  # less is allowed already
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _no_new_privileges() -> bool:
    with suppress(AttributeError):  # no Linux
        return bool(CDLL(None).prctl(_NO_NEW_PRIVILEGES, *map(c_ulong, (1, 0, 0, 0))) == 0)
    return False


def _no_files() -> bool:
    """All rights that this kernel's Landlock knows of are taken, and none is given."""
    version = call("landlock_create_ruleset", None, c_size_t(0), c_int(_VERSION))
    if version < 1:
        return False
    taken = [
        sum(rights for since, rights in known.items() if since <= version)
        for known in (_FILES, _NETWORK, _SCOPES)
    ]
    asked = struct.pack("=QQQ", *taken)[: 8 if version < 4 else 16 if version < 6 else 24]
    rules = call("landlock_create_ruleset", c_char_p(asked), c_size_t(len(asked)), c_int(0))
    if rules < 0:
        return False
    try:
        return call("landlock_restrict_self", c_int(rules), c_int(0)) == 0
    finally:
        os.close(rules)
