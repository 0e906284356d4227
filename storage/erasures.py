"""The list of erasures: outside of the database, so that a restored back-up does not undo them."""

import fcntl
import hmac
import os
import secrets
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from storage.kept_secrets import kept_secret

KEY = "erasures.key"
LIST = "erasures.list"
_LETTERS = 2 * sha256().digest_size


class Erasures:
    """Keyed hashes (HMAC-SHA256) of what was erased, a line each, in a folder of the bot's own.

    The key is made at first use and readable by the bot alone: without it nobody can try out who
    is on the list. Raises OSError where the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._key_file, self._file = folder / KEY, folder / LIST
        self._key: bytes | None = None

    def mark(self, what: str) -> str:
        """The entry for a text that stands for what was erased."""
        if self._key is None:
            self._key = kept_secret(self._key_file, lambda: secrets.token_bytes(32))
        return hmac.new(self._key, what.encode(), sha256).hexdigest()

    def marks(self) -> frozenset[str]:
        """All entries; a line that a crash cut off is none."""
        try:
            lines = self._file.read_text("ascii").split()
        except FileNotFoundError:
            return frozenset()
        return frozenset(line for line in lines if len(line) == _LETTERS)

    def add(self, marks: Iterable[str]) -> None:
        """Put entries on the list, safe from a power cut when this returns."""
        with os.fdopen(os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # another process with the same folder
            file.seek(0, os.SEEK_END)
            # What a crash cut off stays on a line of its own.
            file.writelines(f"\n{mark}\n".encode() for mark in marks)
            file.flush()
            os.fsync(file.fileno())

    @property
    def key_is_lost(self) -> bool:
        """There is a list, and no key by which its entries could be told."""
        return self._file.exists() and not self._key_file.exists()
