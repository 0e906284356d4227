"""Reads what a request brings: JSON, a form, or a multipart form with files put on disk."""

import json
import mimetypes
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import BodyPartReader, MultipartReader, web

from sandbox.errors import PeopleError
from sandbox.files import Upload


class TooLarge(Exception):
    """A file over the limit."""


class Unreadable(Exception):
    """A body that is not what it says it is."""


@dataclass(slots=True)
class Form:
    """Fields by name, and files in the order they came."""

    fields: dict[str, Any] = field(default_factory=dict)
    uploads: list[tuple[str, Upload]] = field(default_factory=list)

    def upload(self, name: str) -> Upload | None:
        """The file of this name."""
        return next((upload for key, upload in self.uploads if key == name), None)

    def discard(self) -> None:
        """Removes the files nobody has stored."""
        for _, upload in self.uploads:
            upload.path.unlink(missing_ok=True)


async def read_json(request: web.Request) -> Any:
    """The body, which is JSON whatever its type says; raises PeopleError."""
    try:
        return json.loads(await request.text(), parse_constant=_no_constant)
    except (ValueError, LookupError, RecursionError) as error:
        raise PeopleError(400, f"the body is not JSON: {error}") from error


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


async def read_form(request: web.Request, folder: Path, max_file: int) -> Form:
    """Fields and files (at most `max_file` bytes each); raises TooLarge, Unreadable."""
    form = Form(fields=dict(request.query))
    try:
        if request.content_type == "application/json":
            body = await request.text()
            fields = json.loads(body) if body.strip() else {}
            if not isinstance(fields, dict):
                raise Unreadable("a JSON object is expected")
            form.fields |= fields
        elif request.content_type == "multipart/form-data":
            await read_parts(await request.multipart(), folder, max_file, form)
        elif request.can_read_body:
            form.fields |= {k: v for k, v in (await request.post()).items() if isinstance(v, str)}
    except (ValueError, RecursionError) as error:
        form.discard()
        raise Unreadable(str(error)) from error
    except TooLarge:
        form.discard()
        raise
    return form


async def read_parts(parts: MultipartReader, folder: Path, max_file: int, form: Form) -> None:
    """Adds the parts of a multipart body to `form`; raises TooLarge, Unreadable."""
    too_large = False
    async for part in parts:
        if not isinstance(part, BodyPartReader) or not part.name:
            raise Unreadable("a part without a name")
        if part.filename is None:
            form.fields[part.name] = await part.text()
            continue
        upload = await _read_file(part, folder, max_file)
        too_large = too_large or upload.size > max_file
        form.uploads.append((part.name, upload))
    if too_large:
        raise TooLarge


async def _read_file(part: BodyPartReader, folder: Path, max_file: int) -> Upload:
    file_name = Path((part.filename or "file").replace("\\", "/")).name or "file"
    mime_type = part.headers.get("Content-Type", "").split(";")[0].strip()
    if mime_type in {"", "application/octet-stream"}:
        mime_type = mimetypes.guess_type(file_name)[0] or "application/octet-stream"
    size = 0
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as out:
        # Too much is read to its end all the same: a client that still writes hears no answer.
        while chunk := await part.read_chunk(1 << 18):
            size += len(chunk)
            if size <= max_file:
                out.write(chunk)
    return Upload(Path(out.name), file_name, mime_type, size)
