"""Models that aiogram builds late are the same as those it builds at once."""

import subprocess
import sys

BUILD_ALL = """
{first}
import re
from pydantic import BaseModel
from aiogram import methods, types

def field_types(model):
    # Without the addresses of functions, which differ from process to process.
    return {{
        name: re.sub(" at 0x[0-9a-f]+", "", repr(field.annotation))
        for name, field in model.model_fields.items()
    }}

def schema(model):
    model.model_rebuild()
    assert model.__pydantic_complete__, model
    model.__pydantic_validator__.title
    return model.__name__, field_types(model)

def all_models():
    for package in (types, methods):
        for name in package.__all__:
            model = getattr(package, name)
            if isinstance(model, type) and issubclass(model, BaseModel):
                yield schema(model)

def main():
    for name, fields in all_models():
        print(name, sorted(fields.items()))

main()
"""


def _models(first: str) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", BUILD_ALL.format(first=first)],
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.splitlines()


def test_every_model_can_be_built_late_and_is_the_same() -> None:
    late, at_once = (
        _models("from bot.lazy_aiogram import import_aiogram; import_aiogram()"),
        _models("import aiogram"),
    )
    assert len(late) > 300
    assert late == at_once


def test_updates_and_answers_are_read_before_anything_else_was_built() -> None:
    program = """
from bot.lazy_aiogram import import_aiogram; import_aiogram()
from aiogram import Bot
from aiogram.methods import SendMessage
from aiogram.types import Update

update = Update.model_validate({"update_id": 1, "message": {"message_id": 2, "date": 3,
    "chat": {"id": 4, "type": "private"}, "photo": [
    {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}})
assert update.message.photo[0].file_unique_id == "b"
answer = Bot("42:TEST").session.check_response(Bot("42:TEST"), SendMessage(chat_id=1, text="x"),
    200, '{"ok": true, "result": {"message_id": 5, "date": 3,'
    ' "chat": {"id": 4, "type": "private"}}}')
assert answer.result.message_id == 5
"""
    subprocess.run([sys.executable, "-c", program], check=True)
