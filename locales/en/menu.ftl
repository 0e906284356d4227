menu-title = Menu
