"""Bounds that a programme sets: how long what is known is kept, how much a journal holds."""

from dataclasses import dataclass

from award.programme.values import Closed, Count


@dataclass(frozen=True)
class Retention(Closed):
    """For how many days what is known of people is kept, by how it ended (award/retention).

    `silent`: under way, and the participant has done nothing since. `completed`: words and files
    of a level that is complete; the level itself stays.
    """

    consent_withdrawn: Count = 30
    refused: Count = 90
    withdrawn: Count = 180
    draft: Count = 365
    silent: Count = 1095
    completed: Count = 1095
    centre_application: Count = 180
    staff_absence: Count = 365
    staff_card: Count = 365


@dataclass(frozen=True)
class JournalBounds(Closed):
    """What one entry holds at most (`characters`: of the own words), and a journal.

    `alone`: files that Telegram shows in no album, voice and round videos. `versions`: how often it
    is mended, and once. `waiting`: entries that wait for the mentor at a time.
    """

    files: Count = 20
    alone: Count = 3
    characters: Count = 20_000
    versions: Count = 10
    drafts: Count = 1000
    waiting: Count = 300


@dataclass(frozen=True)
class Terms(Closed):
    """Terms in working days. `transfer`: to agree to one and to pull it, or it lapses."""

    transfer: Count = 10
