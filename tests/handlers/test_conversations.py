"""All conversations together, as a dispatcher has them."""

from aiogram import Dispatcher

from handlers import conversations


def test_one_service_after_another_has_them_whole() -> None:
    for _ in range(2):
        dispatcher = Dispatcher()
        dispatcher.include_router(conversations())
        assert len([*dispatcher.chain_tail]) > 50
        for router in dispatcher.chain_tail:
            assert [*router.chain_head][-1] is dispatcher
