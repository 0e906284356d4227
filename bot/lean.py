"""Let aiogram's models be built when each is first used.

aiogram asks pydantic to defer building (`defer_build`), then on import rebuilds all of its several
hundred models at once only to resolve names that they import for type checkers: about 110 MB and
most of the start-up time for models that this bot never meets. RequestContext the rebuild is left out and
the names are put where pydantic looks for them. tests/bot/test_lean.py builds every model so.
"""

import re
import sys
import typing
from types import ModuleType
from typing import Any

from pydantic import BaseModel

_WORD = re.compile(r"\w+")


def import_aiogram() -> None:
    """Import aiogram leanly; one imported already is left as it is."""
    if "aiogram" in sys.modules:
        return
    rebuild = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(lambda _model, **_: None)  # type: ignore[assignment]
    try:
        from aiogram import methods, types
        from aiogram.client.default import Default
    finally:
        BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]
    names: dict[str, Any] = {name: getattr(types, name) for name in types.__all__}
    names |= {name: getattr(typing, name) for name in ("List", "Optional", "Union", "Literal")}
    names["Default"] = Default
    for package in (types, methods):
        _resolve(package, names)


def _resolve(package: ModuleType, names: dict[str, Any]) -> None:
    """Give each model's module the names that its annotations are written in."""
    for name in package.__all__:
        model = getattr(package, name)
        if not isinstance(model, type):
            continue
        known = vars(sys.modules[model.__module__])
        # Fields that are inherited are resolved in the module of the heir.
        for ancestor in model.__mro__:
            for annotation in vars(ancestor).get("__annotations__", {}).values():
                for word in _WORD.findall(annotation) if isinstance(annotation, str) else ():
                    if word in names:
                        known.setdefault(word, names[word])
