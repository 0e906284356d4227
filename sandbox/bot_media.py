"""The files a bot sends: uploads, and files sent again by their file_id."""

from typing import Any

from sandbox.errors import bad_request
from sandbox.files import FileStore, StoredFile, Upload, file_content, photo_content
from sandbox.forms import Form
from sandbox.photos import NotAPhoto
from sandbox.strictness import MAX_DOWNLOAD_BYTES, MAX_PHOTO_BYTES

Json = dict[str, Any]

# A live photo is also a photo, so it stands before it.
KINDS = (
    "live_photo",
    "photo",
    "video",
    "voice",
    "video_note",
    "audio",
    "animation",
    "document",
    "sticker",
)
CAPTIONED = frozenset(KINDS) - {"video_note", "sticker"}


def kind_of(content: Json) -> str | None:
    """Which kind of file a message carries; None for none."""
    return next((kind for kind in KINDS if kind in content), None)


def live_photo(film: Json, still: list[Json]) -> Json:
    """Message.live_photo and .photo of a film and the sizes of its still picture."""
    film = {key: value for key, value in film.items() if key != "thumbnail"}
    return {"photo": still, "live_photo": film | {"photo": still}}


class BotMedia:
    """Turns the file fields of requests into what messages carry."""

    def __init__(self, files: FileStore) -> None:
        self._files = files

    async def content(self, kind: str, params: Json, form: Form) -> Json:
        """`{"photo": [...]}`, `{"video": {...}}`, … of a request or InputMedia; raises ApiError."""
        if kind != "live_photo":
            return await self._content(kind, params, form)
        film = await self._content(kind, params, form)
        still = await self._content("photo", {"photo": params.get("photo")}, form)
        return live_photo(film[kind], still["photo"])

    async def _content(self, kind: str, params: Json, form: Form) -> Json:
        value = str(params.get("media" if "media" in params else kind) or "")
        if not value:
            raise bad_request(f"there is no {kind} in the request")
        if value.startswith("attach://"):
            upload = form.upload(value.removeprefix("attach://"))
            if upload is None:
                raise bad_request("wrong file identifier/HTTP URL specified")
            return await self._stored(kind, params, upload)
        if value.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        file = self._files.by_file_id(value)
        if file is None:
            raise bad_request(
                "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"
            )
        return self._again(kind, file)

    async def _stored(self, kind: str, params: Json, upload: Upload) -> Json:
        if upload.size == 0:
            raise bad_request("file must be non-empty")
        if kind == "photo":
            if upload.size > MAX_PHOTO_BYTES:
                raise bad_request("file is too big")
            try:
                return {"photo": photo_content(await self._files.keep_photo(upload))}
            except NotAPhoto as error:
                raise bad_request(str(error)) from error
        duration = params.get("duration")
        file = await self._files.keep(upload, kind, duration, params.get("length"))
        return self._again(kind, file)

    def _again(self, kind: str, file: StoredFile) -> Json:
        if file.kind != kind:
            was, wanted = file.kind.title(), kind.title()
            raise bad_request(f"can't use file of type {was} as {wanted}")
        if kind == "photo":
            return {"photo": photo_content(self._files.all_sizes(file))}
        content = file_content(file, self._files)
        if kind == "sticker":
            animated = file.mime_type == "application/x-tgsticker"
            content |= {"type": "regular", "is_animated": animated, "is_video": False}
        if kind == "animation":
            return {"animation": content, "document": content}
        return {kind: content}

    def get_file(self, params: Json) -> Json:
        """Telegram's File; raises ApiError."""
        file = self._files.by_file_id(params["file_id"])
        if file is None:
            raise bad_request("invalid file_id")
        if file.size > MAX_DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return {
            "file_id": params["file_id"],
            "file_unique_id": file.unique_id,
            "file_size": file.size,
            "file_path": f"{file.kind}s/{file.unique_id}{file.extension}",
        }
