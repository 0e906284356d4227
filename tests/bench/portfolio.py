"""A portfolio of sixty pictures, besides Telegram's time, and what it takes of the event loop."""

import asyncio
import json
import resource
import time
from asyncio.events import Handle
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from award.portfolio.orders import Owed
from bot.settings import SHIPPED_PROGRAMME
from scheduler.portfolio.making import Manuscript, Portfolios
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import Enrolment, EnrolmentState, Person, PortfolioOrder
from tests.award.journal.diary import NOW
from tests.evidence.scenes import scene

PICTURES = 60
A_PAGE = 6
MOST = 10.0  # seconds
LARGEST = 20  # megabytes


class Desk:
    """A page for six photos each, as a level of ten directions would have them."""

    def __init__(self) -> None:
        self.pdf = b""
        self.shown = 0

    async def manuscript(self, order: Owed) -> Manuscript:
        return Manuscript(
            template=(SHIPPED_PROGRAMME / "portfolio.typ").read_bytes(),
            wanted={f"photo-{number}": str(number) for number in range(PICTURES)},
            drawn={},
            data=self._data,
            name="portfolio.pdf",
        )

    def _data(self, pictures: Collection[str], missing: int) -> bytes:
        names = sorted(pictures)
        passage = {"words": "Бүгін үш шақырымды тоқтамай жүгірдім. " * 6, "day": "5 наурыз"}
        pages = [
            {
                **{"name": "Спорт", "motto": "Денеңді шынықтыр!", "colour": "#E4572E"},
                **{"share": 0.5, "percent": "50 %", "done": "6 / 13", "summary": "26 жазба"},
                "photos": [
                    {"file": name, "day": "5 наурыз", "alt": "Спорт"}
                    for name in names[first : first + A_PAGE]
                ],
                "words": [passage] * 3,
            }
            for first in range(0, len(names), A_PAGE)
        ]
        words = {
            **{"lang": "kk", "title": "Портфолио", "programme": "Елбасы Төсбелгісі"},
            **{"level": "Қола деңгей", "level_code": "bronze", "name": "Сейтова Аружан"},
            **{"initials": "СА", "period": "2026", "made": "2026", "portrait": names[0]},
            "progress": {
                **{"title": "Жол", "picture": None, "alt": "", "words": None},
                "facts": [{"value": "86 %", "label": "рейтинг"}],
            },
            "months": {"title": "Айлар", "list": []},
            "pages": pages,
            "books": {"title": "Кітаптар", "list": []},
            "characterisation": {"title": "Сөз", "words": ""},
            "trophies": {"title": "Олжа", "list": []},
            "certificate": None,
            "note": str(missing),
        }
        return json.dumps(words, ensure_ascii=False).encode()

    async def show(self, order: Owed, done: int, of: int) -> int:
        self.shown += 1
        return 1

    async def waits(self, order: Owed) -> None:
        raise AssertionError

    async def failed(self, order: Owed) -> None:
        raise AssertionError

    async def send(self, order: Owed, name: str, pdf: bytes) -> None:
        self.pdf = pdf


def _photos() -> list[bytes]:
    """As Telegram keeps what phones send."""
    found = []
    for number in range(PICTURES):
        file = BytesIO()
        scene(7000 + number).resize((1280, 960)).save(file, "JPEG", quality=87)
        found.append(file.getvalue())
    return found


async def measure(folder: Path) -> None:
    """Make one from its row to the bytes that are sent."""
    photos = _photos()

    async def fetch(file_id: str) -> bytes:
        return photos[int(file_id)]

    database = Database(f"sqlite+aiosqlite:///{folder / 'portfolio.sqlite3'}")
    await upgrade(database)
    await _asked(database)
    desk = Desk()
    portfolios = Portfolios(database, desk, fetch, lambda: NOW)
    with _turns() as turns:
        began, computed = time.perf_counter(), _computed()
        assert await portfolios.make_next()
        took, computed = time.perf_counter() - began, _computed() - computed
    await database.close()
    pages = len(PdfReader(BytesIO(desk.pdf)).pages)
    print(
        f"portfolio of {PICTURES} pictures: {took:.1f} s (< {MOST:.0f} s), of computing"
        f" {computed:.1f} s; {pages} pages, {len(desk.pdf) / 1e6:.1f} MB (< {LARGEST} MB), shown"
        f" {desk.shown} times; the loop computed {max(turns) * 1000:.0f} ms at a time at most"
    )


async def _asked(database: Database) -> None:
    async with database.transaction() as session:
        person = Person(telegram_id=1, joined_at=NOW)
        session.add(person)
        await session.flush()
        enrolment = Enrolment(
            person_id=person.id, state=EnrolmentState.ACTIVE, level="bronze", begun_at=NOW
        )
        session.add(enrolment)
        await session.flush()
        session.add(PortfolioOrder(enrolment_id=enrolment.id, person_id=person.id, asked_at=NOW))


def _computed() -> float:
    """Seconds of computing: of this process, and of those that ended."""
    each = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in each)


@contextmanager
def _turns() -> Iterator[list[float]]:
    """Seconds of computing of each turn of the event loop, whoever else is busy."""
    took: list[float] = []
    run = Handle._run

    def timed(self: Handle) -> None:
        began = time.thread_time()
        run(self)
        took.append(time.thread_time() - began)

    Handle._run = timed  # type: ignore[method-assign]
    try:
        yield took
    finally:
        Handle._run = run  # type: ignore[method-assign]


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        asyncio.run(measure(Path(place)))
