# Портфолио: PDF, оған фото таңдау, сағаттар тізімі.
portfolio-button = 📘 Портфолиосы
portfolio-own =
    📘 <b>Портфолио</b>
    Жүріп өткен жолыңыз бір PDF кітапшаға жиналады: фотоңыз, жетістігіңіз, әр бағыттағы ең жақсы суреттер, күнделіктегі сөздеріңіз, оқыған кітаптарыңыз, айлар бойынша сағаттар мен тәлімгеріңіздің мінездемесі.

    🔒 Онда тек өз материалыңыз болады. Басқа біреудің аты аталуы мүмкін сөйлемдер де, бұрын қолданылған суреттер де оған кірмейді.
portfolio-of =
    📘 <b>{ $name }</b>: портфолио
    Жүріп өткен жолы бір PDF кітапшаға жиналады: жетістігі, суреттері, өз сөздері, оқыған кітаптары, айлар бойынша сағаттары.

    🔒 Онда тек қатысушының өз материалы болады. Оны қарағаныңыз журналға жазылады.
portfolio-button-make = 📘 PDF жасату
portfolio-button-photos = 🖼 Фото таңдау
portfolio-button-hours = 🕒 Сағаттар тізімін алу
portfolio-begun = Жасалып жатыр. Дайын болғанда осы чатқа келеді.
portfolio-being-made = Портфолио жасалып жатыр. Дайын болғанда осы чатқа келеді.
portfolio-lately = Мұны жақында ғана сұрадыңыз. Бір сағаттан кейін қайта сұраңыз.
portfolio-not-begun = Портфолио күнделік ашылғаннан кейін жасалады.
portfolio-fetching = ⏳ Портфолио жасалып жатыр. Фотолар: { $done } / { $pictures }
portfolio-setting = ⏳ Портфолио жасалып жатыр: беттері жиналып жатыр…
portfolio-waits = ⏳ Фотолар әзірге жүктелмей тұр. Біраздан соң өзі жалғасады, қайта сұраудың қажеті жоқ.
portfolio-failed = 😔 Портфолио жасалмай қалды. Бір сағаттан кейін қайта сұраңыз. Қайталанса, операторға айтыңыз.
portfolio-ready = 📘 Портфолио дайын.
portfolio-below = ✅ Портфолио дайын, төменде ⬇️
portfolio-hours-sent = 🕒 Сағаттар тізімі. XLSX – оқуға, JSON – басқа қосымшаларға.

portfolio-photos =
    🖼 <b>Портфолиоға фото таңдау</b>
    Әр бағыттан { $most } фотоға дейін таңдай аласыз. Өзіңіз таңдамаған бағытқа фотолар әр аптадан өздігінен іріктеледі.
portfolio-no-photos = 🖼 Портфолиоға қоятын фото әзірге жоқ. Тәлімгер растаған жазбаларыңыздағы фотолар осында шығады.
portfolio-button-direction = { $direction }: { $chosen } / { $photos }
portfolio-photo =
    🖼 <b>{ $direction }</b>
    { DAY($day) }
    Бұл бағыттан таңдалғаны: { $chosen } / { $most }
portfolio-photo-chosen =
    ✅ <b>{ $direction }</b>: таңдалған фото
    { DAY($day) }
    Бұл бағыттан таңдалғаны: { $chosen } / { $most }
portfolio-button-choose = ✅ Портфолиоға қосу
portfolio-button-leave-out = ➖ Портфолиодан алып тастау
portfolio-button-directions = ◀️ Бағыттар
portfolio-full = Бұл бағыттан { $most } фото таңдалды, бұдан көп сыймайды. Алдымен біреуін алып тастаңыз.
portfolio-photo-gone = Бұл фотоны портфолиоға қосуға болмайды: жазбасы не фотоның өзі өзгерген.

portfolio-title = Жетістіктер портфолиосы
portfolio-period = { DAY($first) } – { DAY($last) }
portfolio-made = Жасалған күні: { DAY($day) }
portfolio-way = Жүріп өткен жол
portfolio-fact-rating = жеке рейтинг
portfolio-fact-hours = сағат
portfolio-fact-entries = расталған жазба
portfolio-fact-books = оқылған кітап
portfolio-fact-days = сапар мен еңбек күні
portfolio-nothing-yet = Әзірге расталған жазба жоқ. Алғашқы жазба расталған күннен бастап бұл беттер толыға береді.
portfolio-months = Айлар бойынша сағаттар
portfolio-month = { DAY($first, style: "month") }
portfolio-entries = { $entries } жазба
portfolio-hours = { $hours } сағат
portfolio-books = Оқылған кітаптар
portfolio-mentor = Тәлімгердің сөзі
portfolio-trophies = Олжалары
portfolio-certificate = Куәлік
portfolio-alt = { $direction }, { DAY($day) }
portfolio-note = Мұнда қатысушының өз суреттері мен өз сөздері ғана бар. Басқа біреудің аты аталуы мүмкін сөйлемдер кірмейді.
portfolio-missing = Жүктелмей қалған фотолар: { $pictures }.

hours-sheet = Сағаттар
hours-day = Күні
hours-week = Аптасы
hours-direction = Бағыты
hours-minutes = Минут
hours-days = Күн саны
hours-book = Кітап
hours-what = Не істелді
hours-by = Кім растады
hours-at = Расталған уақыты
hours-employer = Растаған жұмыс беруші
