"""Filters of system calls, in the language that Linux takes them in (seccomp, man 2 seccomp).

A filter reads the number and the arguments of each call and lets it through or not. It stays as
long as the process; others can only be added to it.
"""

import platform
import struct
import sys
from collections.abc import Collection, Iterator, Mapping
from ctypes import CDLL, Structure, byref, c_char_p, c_ulong, c_ushort
from errno import ENOSYS, EPERM

# linux/filter.h: an instruction is a code, two distances to jump, and a number.
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_Instruction = tuple[int, int, int, int]
# linux/seccomp.h: where things stand in what a filter reads, and what it can answer.
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
_REFUSE, _UNKNOWN = _FAIL | EPERM, _FAIL | ENOSYS
_SET_FILTER, _ALL_THREADS = 1, 1
_PROT_EXEC, _CLONE_THREAD = 4, 0x00010000
_X32 = 0x40000000  # numbers from here on are the same calls once more

# linux/audit.h and asm/unistd.h of each machine that is known.
_MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
_CALLS: Mapping[str, tuple[int, int]] = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "lseek": (8, 62),
    "pread64": (17, 67),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "clone": (56, 220),
    "clone3": (435, 435),
    "set_robust_list": (273, 99),
    "rseq": (334, 293),
    "futex": (202, 98),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115),
    "clock_gettime": (228, 113),
    "gettimeofday": (96, 169),
    "getitimer": (36, 102),
    "setitimer": (38, 103),
    "restart_syscall": (219, 128),
    "getrandom": (318, 278),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getrusage": (98, 165),
    "prlimit64": (302, 261),
    "exit": (60, 93),
    "exit_group": (231, 94),
    "seccomp": (317, 277),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "bpf": (321, 280),
    "setns": (308, 268),
    "unshare": (272, 97),
    "mount": (165, 40),
    "socket": (41, 198),
    "landlock_create_ruleset": (444, 444),
    "landlock_restrict_self": (446, 446),
}
# What of a call's arguments is looked at: which, by what test, and whether it is to hold.
_ONLY = {
    "mmap": (2, _ANY_BIT, _PROT_EXEC, False),  # no memory that can be run
    "mprotect": (2, _ANY_BIT, _PROT_EXEC, False),
    "clone": (0, _ANY_BIT, _CLONE_THREAD, True),  # no process
    "prlimit64": (0, _EQUAL, 0, True),  # its own limits: the bot is of the same user
}


class _Program(Structure):
    _fields_ = (("length", c_ushort), ("instructions", c_char_p))


def call(name: str, *arguments: object) -> int:
    """A system call that the C library has no function for; -1 where it fails, or is not known."""
    number = _number(name)
    return -1 if number is None else int(CDLL(None, use_errno=True).syscall(number, *arguments))


def allow_only(names: Collection[str]) -> bool:
    """From now on this process can do these calls alone; others fail (EPERM). Whether it is so."""
    return _install([*(each for name in names for each in _judged(name)), _answer(_REFUSE)])


def refuse(names: Collection[str]) -> bool:
    """From now on these calls fail (EPERM), of this process and all it starts. Whether it is so."""
    numbers = [number for name in names if (number := _number(name)) is not None]
    refused = [each for number in numbers for each in _if_number(number, [_answer(_REFUSE)])]
    twice = [(_AT_LEAST, 0, 1, _X32), _answer(_REFUSE)]
    return _install([*twice, *refused, _answer(_ALLOW)])


def _install(rules: list[_Instruction]) -> bool:
    machine = _machine()
    if machine is None:
        return False
    native = [(_LOAD, 0, 0, _ARCHITECTURE), (_EQUAL, 1, 0, machine[0]), _answer(_REFUSE)]
    program = [*native, (_LOAD, 0, 0, _NUMBER), *rules]
    packed = b"".join(struct.pack("=HBBI", *each) for each in program)
    given = _Program(len(program), c_char_p(packed))
    return call("seccomp", c_ulong(_SET_FILTER), c_ulong(_ALL_THREADS), byref(given)) == 0


def _judged(name: str) -> Iterator[_Instruction]:
    number = _number(name)
    if number is None:
        return
    if name == "clone3":  # its flags cannot be seen: whoever uses it then uses `clone`
        yield from _if_number(number, [_answer(_UNKNOWN)])
        return
    if name not in _ONLY:
        yield from _if_number(number, [_answer(_ALLOW)])
        return
    argument, test, value, holds = _ONLY[name]
    # The lower half of the argument, on machines that begin with it, as both do.
    read = (_LOAD, 0, 0, _ARGUMENTS + 8 * argument)
    if_so, if_not = (0, 1) if holds else (1, 0)
    yield from _if_number(
        number, [read, (test, if_so, if_not, value), _answer(_ALLOW), _answer(_REFUSE)]
    )


def _if_number(number: int, then: list[_Instruction]) -> list[_Instruction]:
    return [(_EQUAL, 0, len(then), number), *then]


def _answer(what: int) -> _Instruction:
    return _RETURN, 0, 0, what


def _machine() -> tuple[int, int] | None:
    return _MACHINES.get(platform.machine()) if sys.platform == "linux" else None


def _number(name: str) -> int | None:
    machine = _machine()
    return _CALLS[name][machine[1]] if machine is not None else None
