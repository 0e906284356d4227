"""Let aiogram's models be built when each is first used; `PLAIN_LIBRARIES` leaves them alone.

aiogram asks pydantic to defer building (`defer_build`), then on import rebuilds all of its several
hundred models at once only to resolve names that they import for type checkers: about 110 MB and
most of the start-up time for models that this bot never meets. There is no setting for it, so here
the rebuild is left out, and done with the same names when pydantic comes to need a model.
tests/bot/test_lazy_aiogram.py builds every one so, and compares it with aiogram's own.
"""

import sys
import typing
from typing import Any

from pydantic import BaseModel


def import_aiogram() -> None:
    """Import aiogram leanly; one imported already is left as it is."""
    if "aiogram" in sys.modules:
        return
    rebuild = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(lambda _model, **_: None)  # type: ignore[assignment]
    try:
        from aiogram import types
        from aiogram.client.default import Default
        from aiogram.methods.base import Response, TelegramMethod
        from aiogram.types.base import TelegramObject
    finally:
        BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]
    names: dict[str, Any] = {name: getattr(types, name) for name in types.__all__}
    names |= {name: getattr(typing, name) for name in ("List", "Optional", "Union", "Literal")}
    names["Default"] = Default

    def rebuild_with_names(model: type[BaseModel], /, **how: Any) -> bool | None:
        done: bool | None = rebuild.__func__(model, **how | {"_types_namespace": names})
        return done

    for base in (TelegramObject, TelegramMethod, Response):
        base.model_rebuild = classmethod(rebuild_with_names)  # type: ignore[assignment]
