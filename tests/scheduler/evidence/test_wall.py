"""A worker that was taken over by a picture: it reaches nothing, and its words are not believed."""

import os
import pickle
import struct
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from evidence.inspect import Looked
from evidence.wall import Layer
from scheduler.evidence.answers import SHORT, Work
from scheduler.evidence.looked import LONGEST_ANSWER, Likely
from scheduler.evidence.worker import Worker, WorkerDied
from tests.evidence.memory import needs_proc
from tests.scheduler.evidence import escapes

ATTEMPT = Work(escapes.attempt, str)
NUMBER = Work(os.getpid, int)
NO_LIMIT = "ValueError"  # of Python, where a limit may not be raised
LEFT = Work(escapes.left, list[int])


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    worker = Worker(escapes.begin)
    yield worker
    worker.close()


# --- what it can reach


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / escapes.FILE).touch()
    return tmp_path


@pytest.mark.parametrize("name", escapes.ESCAPES)
async def test_it_reaches_nothing(worker: Worker, folder: Path, name: str) -> None:
    assert await worker.run(ATTEMPT, name, folder) in {"PermissionError", "MemoryError", NO_LIMIT}
    assert os.listdir(folder) == [escapes.FILE]  # noqa: PTH208


@pytest.mark.parametrize("name", sorted(escapes.ESCAPES.keys() - escapes.NOT_TO_BE_TRIED))
async def test_without_a_wall_it_would(folder: Path, name: str) -> None:
    """Or the test above says nothing."""
    bare = Worker(escapes.begin, wall=escapes.no_wall)
    assert await bare.run(ATTEMPT, name, folder) == "done"
    bare.close()


async def test_landlock_alone_keeps_files_and_network(worker: Worker, folder: Path) -> None:
    if Layer.LANDLOCK in await worker.lacks():
        pytest.skip("needs Landlock: Linux 5.13, and 6.7 for the network")
    alone = Worker(escapes.begin, wall=escapes.landlock_alone)
    told = {name: await alone.run(ATTEMPT, name, folder) for name in escapes.OF_LANDLOCK}
    alone.close()
    assert set(told.values()) == {"PermissionError"}, told


async def test_what_is_forbidden_is_said_and_the_rest_stands(folder: Path) -> None:
    worker = Worker(escapes.begin_where_it_is_forbidden)
    assert await worker.lacks() == [Layer.LANDLOCK, Layer.SECCOMP]
    assert await worker.run(ATTEMPT, "reading a file", folder) == "OSError"  # too many are open
    worker.close()


@needs_proc
@pytest.mark.usefixtures("anew")
async def test_it_has_an_empty_environment_and_no_files(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "a secret")
    assert await worker.run(LEFT) == [0, 0, 0]
    folder = Path("/proc") / str(await worker.run(NUMBER))
    assert b"secret" not in (folder / "environ").read_bytes()
    files = {int(each.name): str(each.readlink()) for each in (folder / "fd").iterdir()}
    assert [files.pop(standard) for standard in (0, 1, 2)] == [os.devnull] * 3
    kinds = sorted(each.partition(":")[0] for each in files.values())
    assert kinds == [f"{folder}/statm", "socket"]


@needs_proc
async def test_linux_says_that_the_wall_stands(worker: Worker) -> None:
    lacking = await worker.lacks()
    status = (Path("/proc") / str(await worker.run(NUMBER)) / "status").read_text("ascii")
    told = dict(line.split(":\t") for line in status.splitlines())
    assert (told["Seccomp"] == "2") is (Layer.SECCOMP not in lacking)
    assert (told["NoNewPrivs"] == "1") is (Layer.NO_NEW_PRIVILEGES not in lacking)


async def test_it_ends_though_it_put_its_alarms_off(worker: Worker) -> None:
    worker.patience = 0.2
    with pytest.raises(WorkerDied):
        await worker.run(Work(escapes.go_on_for_ever, None))
    worker.patience = 60
    assert await worker.run(NUMBER)


# --- what it can say


class Evil:
    """What runs code where it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.mark,)


LIES = {
    "nothing": b"",
    "no tag": b"[1]",
    "another tag": b"?[1]",
    "a tag alone": b"+",
    "no JSON": b"+[1",
    "another type": b'+["1"]',
    "more than is asked for": b"+[1, 2]",
    "less": b"+[]",
    "no number": b"+[NaN]",
    "a number without end": b"+[" + b"9" * 9_000 + b"]",
    "depth": b"+" + b"[" * 9_000,
    "too long": b"+[1" + b" " * SHORT + b"]",
    "an error that is none": b"-Marked words",
    "an error that would end the bot": b"-SystemExit",
    "an error with words": b"-ValueError: Marked words",
}


def words_of(error: BaseException | None) -> str:
    """Of an error and of all that it came of."""
    return f"{error} {words_of(error.__cause__ or error.__context__)}" if error else ""


@pytest.mark.parametrize("name", LIES)
async def test_no_answer_is_taken_that_is_none(worker: Worker, name: str) -> None:
    with pytest.raises(WorkerDied) as died:
        await worker.run(Work(escapes.say, int), LIES[name])
    assert "Marked" not in words_of(died.value)
    assert await worker.run(NUMBER)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
async def test_nothing_is_unpickled(worker: Worker, tmp_path: Path, protocol: int) -> None:
    mark = tmp_path / "mark"
    evil = pickle.dumps(Evil(mark), protocol)
    for message in (evil, b"+" + evil, b"-" + evil):
        with pytest.raises(WorkerDied):
            await worker.run(Work(escapes.say, int), message)
    assert not mark.exists()
    pickle.loads(evil)
    assert mark.exists()


@pytest.mark.parametrize("length", [SHORT + 1, 2**31 - 1, -1, -2])
async def test_no_room_is_made_for_what_is_too_long(worker: Worker, length: int) -> None:
    # Of multiprocessing.connection: four bytes, or -1 and eight.
    head = struct.pack("!i", length) + (struct.pack("!Q", 2**62) if length == -1 else b"")
    with pytest.raises(WorkerDied):
        await worker.run(Work(escapes.say_raw, int), head)


async def test_a_message_that_never_ends_is_not_waited_for(worker: Worker) -> None:
    worker.patience = 0.2
    with pytest.raises(WorkerDied):
        await worker.run(Work(escapes.say_raw, int), struct.pack("!i", 100) + b"+[")


FOUND = (
    '"sha256": "%s", "kind": "jpeg", "width": 4, "height": 3, "taken": "2026-02-01T18:30:05",'
    ' "camera": "Apple", "problem": null' % ("0f" * 32)
)
PART = '{"number": 0, "codes": "AAAAAAAAAAA=", "details": "AAAA"}'
LOOKED = '+[{"examined": {%s}, "parts": [%s], "method": 2}]'
UNLIKELY = {
    "a sum of letters": (FOUND.replace("0f", "zz"), PART),
    "a short sum": (FOUND.replace("0f", "", 1), PART),
    "another kind": (FOUND.replace("jpeg", "exe"), PART),
    "no width": (FOUND.replace("4", "0", 1), PART),
    "a width that no table takes": (FOUND.replace(": 4", ": 99999999999"), PART),
    "a moment that is none": (FOUND.replace("2026", "soon"), PART),
    "a far moment": (FOUND.replace("2026", "9999"), PART),
    "a long camera": (FOUND.replace("Apple", "A" * 101), PART),
    "a camera of signs": (FOUND.replace("Apple", "A\\u202eB"), PART),
    "another problem": (FOUND.replace("null", '"Marked"'), PART),
    "something else besides": (FOUND + ', "more": 1', PART),
    "codes cut off": (FOUND, PART.replace("AAAAAAAAAAA=", "AAAA")),
    "no base64": (FOUND, PART.replace("AAAAAAAAAAA=", "%%%%%%%%%%%%")),
    "too many codes": (FOUND, PART.replace("AAAAAAAAAAA=", "A" * 872)),
    "one part twice": (FOUND, f"{PART}, {PART}"),
    "a part of nothing": (FOUND, PART.replace("0", "9", 1)),
    "no part, but a method": (FOUND, ""),
}


@pytest.mark.parametrize("name", UNLIKELY)
async def test_of_a_file_only_what_can_be_is_taken(worker: Worker, name: str) -> None:
    work = Work(escapes.say, Likely, LONGEST_ANSWER)
    assert isinstance(work.understood((LOOKED % (FOUND, PART)).encode()), Looked)
    with pytest.raises(WorkerDied):
        await worker.run(work, (LOOKED % UNLIKELY[name]).encode())
