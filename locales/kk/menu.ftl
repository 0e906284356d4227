menu-title = Мәзір
