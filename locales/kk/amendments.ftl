# Бағдарлама деректері: оператор чатта өзгертеді.
amendments-home =
    📚 <b>Бағдарлама деректері</b>

    Өзгерту күшіне енбес бұрын оны көріп, растайсыз. Бұрын бастағандар өз талаптарымен жалғастырады.
amendments-button-mandatory = 🧭 Міндетті бағыттар
amendments-button-norms = 🏃 Нормативтер
amendments-button-books = 📖 Кітаптар
amendments-button-versions = 🕘 Өзгерістер тарихы
amendments-button-questions = ❓ Шешім керек: { $questions }

amendments-name-mandatory = { $year } жыл
amendments-name-norm = { $direction } · { $level }
amendments-line = • { $text }
amendments-line-section = • { $number }-бөлім
amendments-line-language = { $language ->
    [kk] • Қазақша: { $text }
    [ru] • Орысша: { $text }
   *[en] • Ағылшынша: { $text }
}
amendments-number = { $exercise } · { $sex ->
    [female] қыздар
   *[male] ұлдар
} { $from }–{ $to } жас: { $least ->
    [most] ең көбі
   *[least] кемінде
} { $value } { $unit }
amendments-number-button = { $value } · { $sex ->
    [female] қыздар
   *[male] ұлдар
} { $from }–{ $to } · { $exercise }
amendments-nothing = –

amendments-years = 🧭 <b>Міндетті бағыттар</b>. Қай жылдың?
amendments-year =
    🧭 <b>{ $year } жыл</b>

    Осы жылы бастайтындарға міндетті бағыттарды белгілеңіз. Бұрын бастағандарға бұл әсер етпейді.
amendments-button-look = 👀 Қарап шығу

amendments-norms = 🏃 <b>Нормативтер</b>. Қайсысын қарайсыз?
amendments-norm =
    🏃 <b>{ $name }</b>

    { $lines }

    Санды өзгерту үшін оны басыңыз.
amendments-button-text = ✏️ Мәтінін өзгерту
amendments-norm-text = ✏️ Жаңа мәтінді үш жолмен жазыңыз: қазақша, орысша, ағылшынша.
amendments-number-new =
    ✏️ <b>{ $number }</b>

    Жаңа санды жазыңыз. Мысалы: <i>12</i>
mistake-amendment-number = ⚠️ Бір оң сан жазыңыз. Мысалы: <i>12</i>
mistake-three-lines = ⚠️ Үш жолмен жазыңыз: қазақша, орысша, ағылшынша (үшеуіне бірдей болса, бір жол жеткілікті). Әр жол 2–{ $longest } таңба.

amendments-books = 📖 <b>Кітаптар</b>: { $count }. Өзгерту үшін кітапты басыңыз.
amendments-button-add-book = ➕ Кітап қосу
amendments-book =
    📖 <b>Кітап</b>

    { $lines }

    Тізімнен алынған кітап оны оқып қойғандарға бұрынғыша саналады.
amendments-button-author = ✏️ Авторын түзету
amendments-button-title = ✏️ Атауын түзету
amendments-button-take-off = 🗑 Тізімнен алу
amendments-section = 📖 Жаңа кітап қай бөлімге жатады?
amendments-author = ✍️ Авторын үш жолмен жазыңыз: қазақша, орысша, ағылшынша.
amendments-title = 📖 Атауын үш жолмен жазыңыз: қазақша, орысша, ағылшынша.

amendments-look =
    👀 <b>{ $name }</b>

    <b>Қазір:</b>
    { $gone }

    <b>Болады:</b>
    { $new }

    { $keeping ->
        [0] Растасаңыз, бірден күшіне енеді.
       *[other] Растасаңыз, бірден күшіне енеді. Бастап қойған { $keeping } адам өз талаптарымен жалғастырады.
    }
amendments-button-set = ✅ Күшіне енгізу
amendments-set = ✅ Күшіне енді. Қателессеңіз, «Өзгерістер тарихынан» қайтара аласыз.

amendments-versions = { $count ->
    [0] 🕘 Әзірге ештеңе өзгертілген жоқ.
   *[other] 🕘 <b>Өзгерістер тарихы</b>. Толығырақ көру не қайтару үшін басыңыз.
}
amendments-version-line = { DAY($day, style: "short") } · { $name }
amendments-version =
    🕘 <b>{ $name }</b>

    { $source ->
        [file] { DAY($day) }, файлдан
       *[person] { DAY($day) }, { $by }
    }

    <b>Бұрын:</b>
    { $gone }

    <b>Болды:</b>
    { $new }
amendments-button-undo = ↩️ Бұрынғысын қайтару
amendments-undone = ↩️ Бұрынғысы қайтарылды

amendments-questions = { $count ->
    [0] ❓ Шешетін ештеңе жоқ 👏
   *[other] ❓ <b>Файл өзгерді</b>. Бұларды чатта да өзгерткенсіз. Әзірге файлдағысы күшінде: қайсысы қалатынын таңдаңыз.
}
amendments-question =
    ❓ <b>{ $name }</b>

    <b>Чатта жазылғаны:</b>
    { $gone }

    <b>Файлда жазылғаны (қазір күшінде):</b>
    { $new }
amendments-button-keep-chat = 💬 Чаттағысын қалдыру
amendments-button-keep-file = 📄 Файлдағысын қалдыру
amendments-settled = ✅ Шешім сақталды

refused-amendment-same = Бұл қазір де дәл осындай: өзгерту қажет емес.
refused-amended-meanwhile = Осы арада оны басқа біреу өзгертті. Қайта қарап шығыңыз.
refused-amendment-not-in-force = Бұл нұсқа қазір күшінде емес: қайтаратын ештеңе жоқ.
refused-amendment-decided = Бұл шешіліп қойған.
refused-amendment-mandatory = ⚠️ Кемінде бір бағыт міндетті болуы керек, бәрі бағдарламада бар бағыттар болсын.
refused-amendment-norms = ⚠️ Бұлай болмайды: әр деңгейдің нормативі толық болуы керек.
refused-amendment-books = ⚠️ Бұлай болмайды: тізімде деңгейлер талап ететіннен аз кітап қалады.
refused-amendment-many-books = ⚠️ Тізімде { $most } кітаптан артық бола алмайды.
