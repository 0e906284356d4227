# Тізім: өңірден орталыққа, сарапшыға, тәлімгерге, қатысушыға дейін; іздеу.
directory-title = 🗂 <b>Тізім</b>
directory-place = 🗂 <b>{ $name }</b>
directory-found = 🔎 Іздеу: <b>{ $words }</b>
directory-within = 📍 { $place }
directory-role = { $role } · { $place }
directory-rating = 📊 Қатысушылардың орташа рейтингі: <b>{ $percent } %</b>
directory-choose = Қайсысын ашамыз?
directory-nobody = Мұнда әзірге ешкім жоқ.
directory-line = 👥 { $count } · { $name }
directory-line-waiting = 👥 { $count } · 📥 { $waiting } · { $name }
directory-region = 📍 { $name }
directory-regions = { $count } · Өңірлер
directory-centres = { $count } · Орталықтар
directory-experts = { $count } · Сарапшылар
directory-mentors = { $count } · Тәлімгерлер
directory-participants = { $count } · Қатысушылар
directory-button-seek = 🔎 Іздеу
directory-button-list = 🗂 Тізім
directory-seek =
    🔎 Кімді іздейміз? Мыналардың бірін жазыңыз:
    • аты-жөні немесе оның бір бөлігі
    • телефон нөмірі
    • сертификат нөмірі
    • өңірдің аты
