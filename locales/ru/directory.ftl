# Список: от региона к центру, эксперту, наставнику и участнику; поиск.
directory-title = 🗂 <b>Список</b>
directory-place = 🗂 <b>{ $name }</b>
directory-found = 🔎 Поиск: <b>{ $words }</b>
directory-within = 📍 { $place }
directory-role = { $role } · { $place }
directory-rating = 📊 Средний рейтинг участников: <b>{ $percent } %</b>
directory-choose = Что открыть?
directory-nobody = Здесь пока никого нет.
directory-line = 👥 { $count } · { $name }
directory-line-waiting = 👥 { $count } · 📥 { $waiting } · { $name }
directory-region = 📍 { $name }
directory-regions = { $count } · Регионы
directory-centres = { $count } · Центры
directory-experts = { $count } · Эксперты
directory-mentors = { $count } · Наставники
directory-participants = { $count } · Участники
directory-button-seek = 🔎 Найти
directory-button-list = 🗂 Список
directory-seek =
    🔎 Кого ищем? Напишите что-то одно:
    • имя и фамилию или их часть
    • номер телефона
    • номер сертификата
    • название региона
