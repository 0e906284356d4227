"""Where the state survives a restart: one SQLite table of JSON items."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Snapshot:
    """Items of JSON by kind and key, written at once; without a path it forgets everything."""

    def __init__(self, path: Path | None) -> None:
        self._connection: sqlite3.Connection | None = None
        if path is None:
            return
        self._connection = sqlite3.connect(path, isolation_level=None)
        # Survives a killed process, which is what happens here; a lost machine does not matter.
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS item "
            "(kind TEXT, key TEXT, content TEXT, PRIMARY KEY (kind, key))"
        )

    def put(self, kind: str, key: int | str, content: Any) -> None:
        """Writes an item over its former self."""
        if self._connection:
            self._connection.execute(
                "INSERT INTO item VALUES (?, ?, ?) "
                "ON CONFLICT (kind, key) DO UPDATE SET content = excluded.content",
                # Escaped: half of a surrogate pair, which JSON may hold, is no text for SQLite.
                (kind, str(key), json.dumps(content)),
            )

    def delete(self, kind: str, key: int | str) -> None:
        """Removes an item."""
        if self._connection:
            self._connection.execute(
                "DELETE FROM item WHERE kind = ? AND key = ?", (kind, str(key))
            )

    def all(self, kind: str) -> Iterator[Any]:
        """All items of a kind, in no order."""
        if self._connection:
            rows = self._connection.execute("SELECT content FROM item WHERE kind = ?", (kind,))
            yield from (json.loads(content) for (content,) in rows.fetchall())

    def close(self) -> None:
        """Closes the file."""
        if self._connection:
            self._connection.close()
            self._connection = None
