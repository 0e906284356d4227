"""Files with a secret in DATA_DIR, made at first use and readable by the bot alone."""

import os
from collections.abc import Callable
from pathlib import Path


def kept_secret(file: Path, make: Callable[[], bytes]) -> bytes:
    """The secret in a file; whoever is first makes it, whole or not at all."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        _write(file, make())
        return file.read_bytes()


def _write(file: Path, secret: bytes) -> None:
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as opened:
        opened.write(secret)
        opened.flush()
        os.fsync(opened.fileno())
    try:
        os.link(draft, file)  # others may begin at the same time
    except FileExistsError:
        pass
    finally:
        draft.unlink()
