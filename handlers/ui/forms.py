"""How many forms one person has half filled in: those that lie below the open window count too."""

from typing import Any

from aiogram import Router
from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.api.entities import AccessSettings, ChatEvent, Data
from aiogram_dialog.api.protocols import DialogRegistryProtocol
from aiogram_dialog.manager.manager import ManagerImpl
from aiogram_dialog.manager.manager_factory import DefaultManagerFactory

from award.errors import Refusal

# Windows above each other. Nobody needs more than menu, list, thing, form and a form within it; all
# that is beyond are forms that were left for others.
MOST_OPEN = 10


class Managers(DefaultManagerFactory):
    """Makes the dialog manager of each update."""

    def __call__(
        self,
        event: ChatEvent,
        data: dict[str, Any],
        registry: DialogRegistryProtocol,
        router: Router,
    ) -> DialogManager:
        return _Manager(
            event=event,
            data=data,
            message_manager=self.message_manager,
            media_id_storage=self.media_id_storage,
            registry=registry,
            router=router,
            getter=self.getter,
        )


class _Manager(ManagerImpl):
    async def start(
        self,
        state: State,
        data: Data = None,
        mode: StartMode = StartMode.NORMAL,
        show_mode: ShowMode | None = None,
        access_settings: AccessSettings | None = None,
    ) -> None:
        """Open a window; raises Refusal where too many are open below it."""
        if mode is StartMode.NORMAL and len(self.current_stack().intents) >= MOST_OPEN:
            raise Refusal("refused-forms-open", most=MOST_OPEN)
        await super().start(state, data, mode, show_mode, access_settings)
