"""The pages for a browser tell what the bot tells, in three languages, and no more."""

import datetime as dt
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from award.certificates.issuer import Issuer
from award.certificates.issuing import issue
from award.certificates.verifying import TRIES
from award.programme import load
from bot.clock import Clock
from bot.public import Pages
from bot.settings import SHIPPED_PROGRAMME
from storage.database import Database
from storage.tables import Certificate
from tests.award.certificates.holders import MINOR, NAME, completed

pytestmark = pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
PROGRAMME = load(SHIPPED_PROGRAMME)
Client = TestClient[web.Request, web.Application]


@pytest_asyncio.fixture
async def client(database: Database, tmp_path: Path) -> AsyncIterator[Client]:
    application = web.Application()
    issuer = Issuer("https://award.example", tmp_path)
    Pages(database, PROGRAMME, issuer, Clock()).add_to(application.router)
    async with TestClient(TestServer(application)) as made:
        yield made


async def certified(
    database: Database, number: int = 1, born: dt.date = dt.date(2000, 1, 1)
) -> Certificate:
    async with database.transaction() as session:
        enrolment = await completed(session, number, born=born)
        return await issue(session, PROGRAMME, enrolment, 2026, None, dt.datetime.now(dt.UTC))


async def test_a_page_is_small_and_free_of_scripts(client: Client, database: Database) -> None:
    given = await certified(database)
    for language, said in (("kk", "жарамды"), ("ru", "действительно"), ("en", "is valid")):
        answer = await client.get(
            f"/c/{given.token}", headers={"Accept-Language": f"{language}-KZ"}
        )
        page = await answer.text()
        assert answer.status == 200
        assert said in page
        assert NAME in page
        assert f'lang="{language}"' in page
        assert len(page.encode()) < 20_000
        assert not re.search(r"<script|javascript:|http://|src=|@import|onload", page)
        assert "Set-Cookie" not in answer.headers
        assert "max-age=60" in answer.headers["Cache-Control"]
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]


async def test_a_minor_is_not_named(client: Client, database: Database) -> None:
    given = await certified(database, born=MINOR)
    page = await (await client.get(f"/c/{given.token}?lang=en")).text()
    assert "С. А." in page
    assert "Сәрсен" not in page


async def test_a_wrong_pair_reads_like_an_unknown_number(
    client: Client, database: Database
) -> None:
    given = await certified(database)
    shown = []
    for number in (given.number, "ET-2026-B-000024", "?<b>"):
        asked = {"number": number, "surname": "Ахметова", "lang": "en"}
        answer = await client.get("/verify", params=asked)
        shown.append((answer.status, re.sub(r"number=[^&]*", "", await answer.text())))
        assert "<b>?" not in shown[-1][1]
    assert shown[0] == shown[1] == shown[2]
    for _ in range(TRIES - 3):
        await client.get("/verify", params={"number": "1", "surname": "x"})
    right = {"number": given.number, "surname": "сарсен", "lang": "en"}
    assert (await client.get("/verify", params=right)).status == 429
    elsewhere = await client.get("/verify", params=right, headers={"X-Forwarded-For": "8.8.8.8"})
    assert elsewhere.status == 200
    assert "no-store" in elsewhere.headers["Cache-Control"]
    assert NAME in await elsewhere.text()


async def test_all_addresses_of_a_network_have_the_tries_of_one(
    client: Client, database: Database
) -> None:
    """Whoever has one address of IPv6 has 2^64 of them."""
    given = await certified(database)
    for number in range(TRIES):
        await client.get(
            "/verify",
            params={"number": "1", "surname": "x"},
            headers={"X-Forwarded-For": f"2001:db8:0:1::{number}"},
        )
    right = {"number": given.number, "surname": "сарсен", "lang": "en"}
    for address, status in (("2001:db8:0:1:ffff::", 429), ("2001:db8:0:2::", 200)):
        answer = await client.get("/verify", params=right, headers={"X-Forwarded-For": address})
        assert answer.status == status


async def test_portals_find_the_key_and_the_status(client: Client, database: Database) -> None:
    await certified(database)
    document = await (await client.get("/.well-known/did.json")).json()
    (key,) = (await (await client.get("/.well-known/jwks.json")).json())["keys"]
    assert document["id"] == "did:web:award.example"
    assert document["verificationMethod"][0]["publicKeyJwk"]["x"] == key["x"]
    assert "d" not in key
    status = await client.get("/status/0")
    assert (status.status, (await status.text()).count(".")) == (200, 2)
    achievement = await (await client.get("/achievements/bronze")).json()
    assert achievement["id"] == "https://award.example/achievements/bronze"
    assert (await client.get("/achievements/none")).status == 404
