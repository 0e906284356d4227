"""Conversations of earlier versions, which kept them in Redis where REDIS_URL named one."""

import structlog
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StorageKey
from aiogram.fsm.storage.redis import RedisStorage
from redis.exceptions import RedisError

log = structlog.get_logger()

_KEYS = DefaultKeyBuilder(with_destiny=True)


async def take_over(url: str, storage: BaseStorage, bot_id: int) -> int:
    """Move what Redis has into `storage`, once; how many conversations.

    One that `storage` knows already is newer there. Redis may be away: what it has is taken over
    at a later start, unless the person goes on before.
    """
    redis = RedisStorage.from_url(url, key_builder=_KEYS)
    moved = 0
    try:
        async for name in redis.redis.scan_iter(f"{_KEYS.prefix}:*"):
            key = _key_of(name.decode(), bot_id)
            if key is None:
                continue
            state, data = await redis.get_state(key), await redis.get_data(key)
            if not await storage.get_data(key) and await storage.get_state(key) is None:
                await storage.set_data(key, data)
                await storage.set_state(key, state)
                moved += 1
            await redis.redis.delete(_KEYS.build(key, "state"), _KEYS.build(key, "data"))
    except (OSError, RedisError) as error:
        log.warning("redis_not_read", error=type(error).__name__)
    finally:
        await redis.close()
    if moved:
        log.info("conversations_taken_over", conversations=moved)
    return moved


def _key_of(name: str, bot_id: int) -> StorageKey | None:
    """The key that a name in Redis was built of; None for what is no conversation."""
    _prefix, *parts = name.split(_KEYS.separator)
    if len(parts) < 4 or parts[-1] not in ("state", "data"):
        return None
    try:
        chat_id, user_id = int(parts[0]), int(parts[1])
    except ValueError:
        return None
    destiny = _KEYS.separator.join(parts[2:-1])
    return StorageKey(bot_id=bot_id, chat_id=chat_id, user_id=user_id, destiny=destiny)
