"""Forms half filled in when a new version starts: the next answer goes on with them."""

from pathlib import Path
from typing import Any

import pytest

from tests.journeys.people import Phone
from tests.journeys.steps import a_picture
from tests.upgrade.installation import Installation, recorded, upgraded

FORMS: list[dict[str, Any]] = recorded("forms.json")
WINDOW = "\x1d"  # what stands in front of it in a button's data is the window's own


@pytest.mark.long(1)
async def test_every_form_goes_on_from_where_it_was(tmp_path: Path) -> None:
    """Written, tapped, sent; by people who know nothing of a new version."""
    wrong: dict[str, Any] = {}
    async with upgraded(tmp_path) as old:
        for form in FORMS:
            phone = old.phone(form["who"])
            stood = await old.windows(phone)
            for answer in form["does"]:
                await _does(old, phone, answer)
            follows = await old.windows(phone)
            if (stood, follows) != (form["at"], form["then"]):
                wrong[form["who"]] = f"{stood} → {follows}, not {form['then']}"
            elif "keeps" in form and not await _keeps(old, phone, form["keeps"]):
                wrong[form["who"]] = f"not kept: {form['keeps']}"
    assert not wrong


async def _does(old: Installation, phone: Phone, answer: dict[str, Any]) -> None:
    match answer:
        case {"write": words}:
            await phone.write(words)
        case {"tap": name}:
            await _tap(phone, name)
        case {"contact": True}:
            await phone.share_contact()
        case {"photo": True}:
            await phone.send(a_picture())
        case _:
            raise ValueError(answer)
    await old.world.idle()


async def _tap(phone: Phone, name: str) -> None:
    """Tap a button of the newest window, by its widget; `name:` taps the first of its choices."""
    for message in reversed(await phone.messages()):
        carried = [button.get("data", "") for row in message["buttons"] for button in row]
        if any(WINDOW in data for data in carried):
            fits = [data for data in carried if _is_of(data.partition(WINDOW)[2], name)]
            if fits:  # else the windows that follow say that it went wrong
                await phone.forge(message["message_id"], fits[0])
            return


def _is_of(widget: str, name: str) -> bool:
    return widget == name or (name.endswith(":") and widget.startswith(name))


async def _keeps(old: Installation, phone: Phone, statement: str) -> bool:
    [person] = await old.rows("SELECT id FROM person WHERE telegram_id = :id", id=phone.id)
    [found] = await old.rows(statement, me=person["id"])
    return bool(found.popitem()[1])
