"""Files that were sent: their bytes on disk, their identifiers."""

import asyncio
import mimetypes
import secrets
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sandbox.photos import (
    PhotoSize,
    animated_sticker,
    first_frame,
    static_sticker,
    thumbnail,
    treat,
)
from sandbox.snapshot import Snapshot

_UNIQUE_LENGTH = 16
_FRAME = (480, 360)


@dataclass(slots=True)
class Upload:
    """A file as it came in, in a temporary place."""

    path: Path
    file_name: str
    mime_type: str
    size: int


@dataclass(slots=True)
class StoredFile:
    """A file Telegram keeps."""

    unique_id: str
    kind: str
    size: int
    mime_type: str
    file_name: str | None = None
    width: int | None = None
    height: int | None = None
    duration: int | None = None
    thumbnail_id: str | None = None
    sizes: list[str] = field(default_factory=list)

    @property
    def extension(self) -> str:
        """With a dot, from the name or the type."""
        suffix = Path(self.file_name or "").suffix
        return suffix if 1 < len(suffix) <= 10 else mimetypes.guess_extension(self.mime_type) or ""


def new_file_id(unique_id: str) -> str:
    """A fresh file_id for a stored file: differs from message to message."""
    return f"AgAC{secrets.token_hex(4)}{unique_id}"


class FileStore:
    """Keeps files in a folder."""

    def __init__(self, folder: Path, snapshot: Snapshot) -> None:
        self.folder = folder
        self.incoming = folder / "incoming"
        shutil.rmtree(self.incoming, ignore_errors=True)
        self.incoming.mkdir(parents=True)
        self._snapshot = snapshot
        self._files = {item["unique_id"]: StoredFile(**item) for item in snapshot.all("file")}

    def get(self, unique_id: str) -> StoredFile | None:
        """The file with this file_unique_id."""
        return self._files.get(unique_id)

    def by_file_id(self, file_id: str) -> StoredFile | None:
        """The file that a file_id of any message means."""
        if len(file_id) != 4 + 8 + _UNIQUE_LENGTH:
            return None
        return self._files.get(file_id[-_UNIQUE_LENGTH:])

    def path(self, file: StoredFile) -> Path:
        """Where its bytes are."""
        return self.folder / file.unique_id

    async def keep(
        self, upload: Upload, kind: str, duration: int | None = None, side: int | None = None
    ) -> StoredFile:
        """Stores a file bytewise, films and pictures with a small picture of them."""
        file = self._record(kind, upload.size, upload.mime_type, upload.file_name)
        await asyncio.to_thread(shutil.move, upload.path, self.path(file))
        preview: PhotoSize | None = None
        if kind in {"video", "animation", "live_photo"}:
            file.width, file.height = _FRAME
            preview = await asyncio.to_thread(first_frame, self.path(file))
        elif kind == "video_note":
            file.width = file.height = side or 240
            preview = await asyncio.to_thread(first_frame, self.path(file))
        elif kind == "document" and upload.mime_type.startswith("image/"):
            preview = await asyncio.to_thread(thumbnail, self.path(file))
        if kind in {"video", "live_photo", "video_note", "animation", "voice", "audio"}:
            file.duration = duration if duration is not None else max(1, upload.size // 100_000)
        if preview:
            file.thumbnail_id = self._store_picture(preview, "thumbnail").unique_id
        self._save(file)
        return file

    async def keep_photo(
        self, upload: Upload, high_quality: bool = False, strict: bool = True
    ) -> list[StoredFile]:
        """Treats and stores a photo in its sizes, smallest first; raises NotAPhoto."""
        sizes = await asyncio.to_thread(treat, upload.path, high_quality, strict)
        upload.path.unlink(missing_ok=True)
        stored = [self._store_picture(size, "photo") for size in sizes]
        for file in stored:
            file.sizes = [size.unique_id for size in stored]
            self._save(file)
        return stored

    def all_sizes(self, photo: StoredFile) -> list[StoredFile]:
        """The sizes of the photo of which this is one, smallest first."""
        return [self._files[unique_id] for unique_id in photo.sizes]

    def keep_sticker(self, animated: bool) -> StoredFile:
        """A sticker of nobody's set."""
        mime_type = "application/x-tgsticker" if animated else "image/webp"
        content = animated_sticker() if animated else static_sticker()
        file = self._record("sticker", len(content), mime_type, None)
        file.width = file.height = 512
        self.path(file).write_bytes(content)
        self._save(file)
        return file

    def _store_picture(self, size: PhotoSize, kind: str) -> StoredFile:
        file = self._record(kind, len(size.content), "image/jpeg", None)
        file.width, file.height = size.width, size.height
        self.path(file).write_bytes(size.content)
        self._save(file)
        return file

    def _record(self, kind: str, size: int, mime_type: str, file_name: str | None) -> StoredFile:
        unique_id = f"AQAD{secrets.token_hex(_UNIQUE_LENGTH // 2 - 2)}"
        return StoredFile(unique_id, kind, size, mime_type, file_name)

    def _save(self, file: StoredFile) -> None:
        self._files[file.unique_id] = file
        self._snapshot.put("file", file.unique_id, asdict(file))


def photo_content(sizes: list[StoredFile]) -> list[dict[str, Any]]:
    """Message.photo of stored sizes."""
    return [
        {
            "file_id": new_file_id(size.unique_id),
            "file_unique_id": size.unique_id,
            "width": size.width,
            "height": size.height,
            "file_size": size.size,
        }
        for size in sizes
    ]


def file_content(file: StoredFile, store: FileStore) -> dict[str, Any]:
    """Message.video, .voice, .document and so on of a stored file."""
    content: dict[str, Any] = {
        "file_id": new_file_id(file.unique_id),
        "file_unique_id": file.unique_id,
        "file_size": file.size,
    }
    if file.kind == "video_note":
        content["length"] = file.width
    elif file.width is not None:
        content |= {"width": file.width, "height": file.height}
    if file.duration is not None:
        content["duration"] = file.duration
    if file.kind not in {"video_note", "sticker"}:
        content["mime_type"] = file.mime_type
    if file.kind in {"document", "video", "audio", "animation"} and file.file_name:
        content["file_name"] = file.file_name
    thumb = store.get(file.thumbnail_id) if file.thumbnail_id else None
    if thumb:
        content["thumbnail"] = photo_content([thumb])[0]
    return content
