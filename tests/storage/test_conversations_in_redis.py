"""Conversations that an earlier version kept in Redis go on in the database."""

import os
from collections.abc import AsyncIterator
from secrets import token_hex

import pytest
from aiogram.fsm.storage.base import DefaultKeyBuilder, StorageKey
from aiogram.fsm.storage.redis import RedisStorage
from redis.exceptions import RedisError

from storage.conversations import ConversationStorage
from storage.conversations_in_redis import take_over
from storage.database import Database
from tests.storage.rows import NOON

URL = os.environ.get("TEST_REDIS_URL") or "redis://127.0.0.1:6379/9"
HOW_TO_GET_REDIS = "Redis does not answer at TEST_REDIS_URL. Get one: apt-get install redis-server"
WINDOW = StorageKey(bot_id=7, chat_id=2, user_id=2, destiny="aiogd:context:Ab12cd")
STACK = StorageKey(bot_id=7, chat_id=2, user_id=2, destiny="aiogd:stack:")
GROUP = StorageKey(bot_id=7, chat_id=-100, user_id=-100, destiny="greeted")


@pytest.fixture
async def redis() -> AsyncIterator[RedisStorage]:
    storage = RedisStorage.from_url(URL, key_builder=DefaultKeyBuilder(with_destiny=True))
    try:
        await storage.redis.flushdb()
    except RedisError:
        pytest.skip(HOW_TO_GET_REDIS)
    yield storage
    await storage.redis.flushdb()
    await storage.close()


@pytest.mark.xdist_group("redis")
async def test_they_are_taken_over_once_and_never_over_newer_ones(
    redis: RedisStorage, database: Database
) -> None:
    await redis.set_data(WINDOW, {"answers": {"name": "Әлия"}})
    await redis.set_state(WINDOW, "Registration:full_name")
    await redis.set_data(STACK, {"intents": ["Ab12cd"]})
    await redis.set_data(GROUP, {"greeted": "2026-02-03T12:00:00+05:00"})
    await redis.redis.set("fsm:not:a:conversation", token_hex(4))
    storage = ConversationStorage(database, lambda: NOON)
    await storage.set_data(STACK, {"intents": []})
    await storage.set_data(STACK, {"intents": ["newer"]})
    assert await take_over(URL, storage, 7) == 2
    assert await storage.get_data(WINDOW) == {"answers": {"name": "Әлия"}}
    assert await storage.get_state(WINDOW) == "Registration:full_name"
    assert await storage.get_data(STACK) == {"intents": ["newer"]}
    assert await storage.get_data(GROUP) == {"greeted": "2026-02-03T12:00:00+05:00"}
    assert await take_over(URL, storage, 7) == 0
    assert await redis.redis.dbsize() == 1


async def test_a_redis_that_is_away_stops_nothing(database: Database) -> None:
    storage = ConversationStorage(database, lambda: NOON)
    assert await take_over("redis://127.0.0.1:1/0", storage, 7) == 0
