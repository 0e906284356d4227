"""The menu: where a person stands and what they can do next, by what they are here."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window

from handlers.widgets import Dialog, Say


class Menu(StatesGroup):
    home = State()


dialog = Dialog(Window(Say("menu-title"), state=Menu.home))

router = Router(name="menu")
router.message.filter(F.chat.type == "private")


@router.message(Command("menu"))
async def open_menu(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
