menu-title = Меню
