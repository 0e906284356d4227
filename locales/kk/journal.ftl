# Күнделікке жазу: жібер де, бір батырмамен раста.

# Жазба картасы. $summary – бағыт, уақыт, күн.
journal-card = <b>{ $summary }</b>
journal-card-ready = <b>{ $summary }?</b>
journal-when = { $ago ->
    [0] бүгін
    [1] кеше
   *[other] { DAY($day, style: "short") }
}
journal-card-version = ✏️ Түзетілген нұсқа: { $version }
journal-card-action = 📌 Іс-шара: { $action }
journal-card-result = 🌱 Нәтижесі: { $result }
journal-card-partner = 🏛 Серіктес-ұйым: { $partner }
journal-card-employer = 💼 Жұмыс беруші: { $employer }
journal-card-late = 🕰 Кеш жазылу себебі: { $reason }
journal-card-files = 📎 Тіркелгені: { $files } файл
journal-card-big = ⚠️ Үлкен файл (20 МБ-тан асады) сақталды, тәлімгер оны көреді, тек автоматты тексеруден өтпейді.
journal-card-final = ⭐ Бағыттың қорытынды видеосы
journal-card-lacks = Тәлімгерге жіберу үшін мыналар керек:
journal-card-add-words = 💬 Не істегеніңізді, қалай өтіп жатқанын бір сөйлеммен қосып қойсаңыз да болады.

journal-lack-direction = • бағыты
journal-lack-minutes = • қанша уақыт (1–600 минут)
journal-lack-book = • қай кітап
journal-lack-day = • қай күні
journal-lack-late-reason = • неге кеш жазылғаны
journal-lack-partner = • серіктес-ұйым
journal-lack-action = • іс-шараның атауы
journal-lack-result = • нәтижесі
journal-lack-employer = • жұмыс берушінің атауы
journal-lack-report = • не істегеніңіз туралы қысқа есеп
journal-lack-line = • не істегеніңіз туралы бір сөйлем
journal-lack-evidence = • кемінде бір фото немесе видео
journal-lack-essay = • шағын эссе (кемінде { $least } таңба) немесе видео, дауыстық пікір
journal-lack-video = • нәтижені көрсететін қысқа видео

journal-ask-dir = Қай бағыт?
journal-ask-min = Қанша уақыт? Батырманы басыңыз немесе жазыңыз: 1 сағат 20 мин
journal-ask-days = Неше күн?
journal-ask-day = Қай күні болды?
journal-ask-day-ahead = Бұл күн әлі келген жоқ, ал күнделікке болған іс қана жазылады. Қай күні болды?
journal-ask-day-start = Күнделік { DAY($start) } күні ашылды: содан бергі, бүгіннен аспайтын күнді таңдаңыз.
journal-ask-drop = Бұл жазба мен оған жіберілгендер өшірілсін бе?

journal-button-ok = ✅ Иә
journal-button-direction = Басқа бағыт
journal-button-minutes = Уақыты
journal-button-days = Күн саны
journal-button-book = Кітабы
journal-button-day = Күні
journal-button-words = ✍️ Мәтіні
journal-button-more = 📎 Файл қосу
journal-button-fill = ✍️ Толықтыру
journal-button-other = Басқаша
journal-button-earlier = 📅 Одан бұрын
journal-button-final = ⭐ Қорытынды видео
journal-button-not-final = Қорытынды видео емес
journal-button-drop = 🗑 Бұл жазба емес
journal-button-drop-yes = 🗑 Иә, өшірілсін
journal-button-withdraw = ↩️ Қайтарып алу
journal-button-again = ➕ Тағы қосу
journal-button-progress = 📊 Жетістік
journal-button-employer = 💼 Жұмыс берушіге сілтеме
journal-button-resume = ▶️ Жалғастыру

journal-saved-this-week = ✅ Жазылды. Осы аптада: { $minutes } / { $needed } мин.
journal-saved-other-week = ✅ Жазылды. { DAY($monday, style: "short") } күні басталған аптада: { $minutes } / { $needed } мин.
journal-saved-book = ✅ Жазылды. Кітапты тәлімгер растаған соң есепке алынады.
journal-saved-days = ✅ Жазылды: { $days } күн. Тәлімгер растаған соң есепке алынады.
journal-dropped = 🗑 Өшірілді. Жаңа жазба үшін фото, видео, дауыс не мәтін жібере салыңыз.
journal-gone = Бұл жазба енді жоқ. Жаңасы үшін фото, видео, дауыс не мәтін жібере салыңыз.
journal-piece-added = 📎 Жіберілген жазбаға қосылды, тәлімгер бәрін бірге көреді.
journal-piece-late = Бұл файл тиесілі жазба бойынша шешім шығып қойған. Оны қосу үшін мәзірдегі «📖 Күнделік» бөлімінен сол жазбаны ашып, «Түзету» батырмасын басыңыз да, файлды сонда жіберіңіз.
journal-resumed = ▶️ Қош келдіңіз! Күнделік қайта ашық: фото, видео, дауыс не мәтін жібере беріңіз.
journal-send-again = Енді күнделік ашық. Альбомыңызды қайта жіберіңізші.

# Неге жазуға болмайды және не істеу керек.
journal-closed-none = Күнделік бағдарлама қатысушыларына ашылады. Өтініш беру үшін /start басыңыз: бес минуттай уақыт алады.
journal-closed-staff = Мұны күнделікке жаза алмаймын: ол қатысушыларға арналған. Өз бөлімдеріңіз мәзірде: /menu
journal-closed-draft = Күнделік әлі жабық: өтінішіңіз аяқталмаған. /menu арқылы толтырып, жіберіңіз. Бұл фото мен мәтінді кейін қайта жібересіз.
journal-closed-awaiting-representative = Күнделік әлі жабық: заңды өкіліңіздің келісімі керек. Оған сілтемені жіберіңіз, ол /menu ішінде. Содан кейін тәлімгермен бірге жеке кесте жасайсыз.
journal-closed-submitted = Күнделік әлі жабық: өтінішіңіз қаралып жатыр. Тәлімгер қабылдаған соң бірге жеке кесте жасайсыз, сонда ашылады.
journal-closed-plan-draft = Күнделік әлі жабық: тәлімгер жеке кестеңізді дайындап жатыр. Кесте келгенде растаңыз, содан кейін тәлімгер күнделікті ашады.
journal-closed-plan-proposed = Күнделік әлі жабық: тәлімгер жеке кестеңізді жіберді, енді оны сіз растайсыз: /plan
journal-closed-plan-agreed = Күнделік әлі жабық: жеке кесте келісілді, енді тәлімгер сізді бағдарламаға қосуы керек. Қосылған бойда хабарлаймыз.
journal-closed-paused = Қатысуыңыз тоқтатылып тұр, сондықтан бұл жазылған жоқ. Жалғастырғыңыз келсе, төмендегі батырманы басып, осыны қайта жіберіңіз.
journal-closed-complete = Құттықтаймыз, бұл деңгей аяқталды! Күнделік жабық. Келесі деңгейге /menu арқылы өтініш бере аласыз.
journal-closed-refused = Өтінішіңіз қабылданбаған, сондықтан күнделік жабық. Қайта өтініш беру үшін: /menu
journal-closed-withdrawn = Сіз бағдарламадан шыққансыз, сондықтан күнделік жабық. Қайта қатысқыңыз келсе: /menu

# Жіберуге не кедергі.
journal-needs-direction = Алдымен бағытты таңдаңыз.
journal-needs-minutes = Қанша уақыт кеткенін көрсетіңіз: 1–600 минут.
journal-needs-book = Тізімнен кітапты таңдаңыз.
journal-needs-day = Күнін таңдаңыз.
journal-needs-late-reason = Неге кеш жазылғанын айтыңыз.
journal-needs-partner = Серіктес-ұйымды таңдаңыз.
journal-needs-action = Іс-шараның атауын жазыңыз.
journal-needs-result = Нәтижесін жазыңыз.
journal-needs-employer = Жұмыс берушінің атауын жазыңыз.
journal-needs-report = Не істегеніңізді қысқаша жазыңыз.
journal-needs-line = Не істегеніңізді бір сөйлеммен жазыңыз.
journal-needs-evidence = Кемінде бір фото немесе видео қосыңыз.
journal-needs-essay = Кітап туралы эссе жазыңыз немесе видео, дауыстық пікір жіберіңіз.
journal-needs-video = Нәтижені көрсететін қысқа видео қосыңыз.
journal-minutes-range = Бір жазбада 1–{ $most } минут болады. Мысалы: 45 немесе 1 сағат 20 мин.
journal-days-range = Бір жазбада 1–{ $most } күн болады.
journal-day-ahead = Болашақ күнді жазуға болмайды. Бүгін { DAY($today) }: осы күнді не одан бұрынғысын таңдаңыз.
journal-day-before-start = Күнделік { DAY($start) } күні ашылды, одан бұрынғы күн есептелмейді. Сол күнді не одан кейінгісін таңдаңыз.
journal-day-full = Тәулікте 24 сағат қана бар: сол күнге { $taken } мин жазылып қойған, тағы { $left } мин сыяды. Уақытын не күнін өзгертіңіз.
journal-book-unknown = Бұл кітап тізімде жоқ немесе осы бағытқа келмейді. Тізімнен басқасын таңдаңыз.
journal-book-taken = Бұл кітап бойынша жазба жіберіп қойғансыз. Басқа кітапты таңдаңыз.
journal-words-empty = Бұл жерге мәтін керек. Жазып жіберіңізші.
journal-words-long = Сәл ұзақ екен: { $length } таңба, ал { $most } таңбаға дейін ғана болады. Қысқартып, қайта жіберіңізші.

# Терезелер.
filling-minutes = Қанша уақыт болды? Жазыңыз: 40, 1 сағат 20 мин, 1:20
filling-minutes-unclear = Уақытын түсінбедім. Былай жазып көріңіз: 40, 1 сағат 20 мин, 1:20
filling-day = Қай күні болды? Күнтізбеден таңдаңыз немесе жазыңыз: 5 наурыз, 05.03
filling-day-unclear = Күнін түсінбедім. Былай жазып көріңіз: 5 наурыз, 05.03, кеше
filling-reason = Бұл бір аптадан бұрын болған екен. Неге кеш жазып отырсыз? Таңдаңыз немесе өз сөзіңізбен жазыңыз.
filling-reason-internet = Интернет болмады
filling-reason-ill = Ауырып қалдым
filling-reason-away = Жолда болдым
filling-reason-phone = Телефоным болмады
filling-reason-forgot = Ұмытып кетіппін
filling-section = Қай кітап? Бөлімін таңдаңыз немесе кітаптың атын жазыңыз.
filling-book = Кітапты таңдаңыз немесе атын жазыңыз.
filling-book-label = { $title } – { $author }
filling-book-unclear = Мұндай кітапты тізімнен таппадым. Атын тағы бір рет жазыңыз немесе тізімнен таңдаңыз.
filling-partner = { $any ->
    [0] Сіздің өңіріңізде бұл бағыт бойынша серіктес-ұйым әзірге жоқ. Тәлімгеріңізге айтыңыз: ол операторға жеткізеді.
   *[other] Қай серіктес-ұйыммен бірге болды?
}
filling-action = Іс-шара қалай аталды? Жазыңыз, мысалы: Көктем сенбілігі
filling-result = Нәтижесі қандай болды? Жазыңыз, мысалы: 12 қап қоқыс жиналды
filling-employer = Қай жерде жұмыс істедіңіз? Жұмыс берушінің атауын жазыңыз.
filling-same-employer = { $employer }
filling-words = { $kind ->
    [essay] Кітап туралы өз ойыңызды жазыңыз: не ұнады, не ойландырды. Кемінде { $least } таңба, қазір { $written }. Немесе артқа қайтып, видео не дауыстық пікір қосыңыз.
    [report] Не істегеніңізді, не үйренгеніңізді қысқаша жазыңыз.
   *[other] Не істедіңіз, қалай өтіп жатыр? Бір-екі сөйлем жетеді. Жазғаныңыз бұрынғы сөздің орнына қойылады.
}
filling-more = Осы жазбаға фото, видео, дауыс не файл жіберіңіз.


# Өз жазбалары.
entries-add =
    ➕ <b>Жаңа жазба</b>

    Ең оңайы: фото, видео, дауыс не мәтін жібере салыңыз. Не істегеніңізді бірер сөзбен қоса жазсаңыз жетеді, мысалы: <i>жүгіру 40 мин</i>.

    Немесе бағыттан бастаңыз:
entries-title = 📖 <b>Күнделік</b> · { $total ->
    [0] әзірге бос
   *[other] жазба: { $total }
}
entries-no-direction = Бағыты таңдалмаған
entries-filter-all = Бәрі
entries-filter-draft = 📝
entries-filter-waiting = ⏳
entries-filter-approved = ✅
entries-filter-returned = ↩️ ❌
entries-state-draft = 📝 Әлі жіберілмеген
entries-state-submitted = ⏳ Тәлімгердің қарауында
entries-state-approved = ✅ Тәлімгер растады
entries-state-returned = ↩️ Тәлімгер түзетуге қайтарды
entries-state-rejected = ❌ Тәлімгер қабылдамады
entries-state-withdrawn = 🗑 Өзіңіз қайтарып алдыңыз
entries-happened = 📅 Болған күні: { DAY($day) }
entries-taken = 📷 Түсірілген уақыты: { MOMENT($moment) }
entries-received = 📥 Бізге жеткен уақыты: { MOMENT($moment) }
entries-mentor-words = 💬 Тәлімгердің сөзі:
entries-employer-confirmed = ✅ Жұмыс беруші растады: { $name }
entries-version = { $version }-нұсқа: { $line }
entries-versions = 🕘 Бұл жазбаның барлық нұсқасы. Ескілері де сақталады.
entries-button-show = 📖 Жазбаны ашу
entries-button-list = 📖 Күнделік
entries-button-continue = ▶️ Жалғастыру
entries-button-mend = ✏️ Түзетіп, қайта жіберу
entries-button-correct = ✏️ Түзету
entries-button-media = 📎 Файлдары ({ $files })
entries-button-versions = 🕘 Нұсқалары ({ $versions })


# Жұмыс берушінің растауы.
employer-forward = 👇 Төмендегі хабарды жұмыс берушіге жіберіңіз. Сілтеме бір рет қана ашылады және 7 күн жарамды.
employer-letter = Сәлеметсіз бе! Сізде жұмыс істегенімді растап бере аласыз ба? Жұмыс орны: { $employer }. Тіркелудің керегі жоқ, бір минут жетеді: { $link }
employer-work =
    👋 Сәлеметсіз бе! <b>{ $name }</b> жастар бағдарламасына қатысып жүр және күнделігіне сізде жұмыс істегенін жазды. Растайсыз ба?

    💼 { $employer }
    📅 { DAY($day) }, { $days } күн
    { $report }
employer-name = Рақмет! Аты-жөніңізді жазыңыз: ол растауда көрсетіледі.
employer-name-wrong = Аты-жөніңізді толық жазыңыз (2–120 таңба), мысалы: Серік Ахметов
employer-decline = Мұндай жұмыс болмады ма, әлде мәлімет дұрыс емес пе? Растамайтыныңызды жеткіземіз.
employer-thanks = 🙏 Рақмет! Жауабыңыз жеткізілді, енді ештеңе істеудің қажеті жоқ.
employer-button-confirm = ✅ Растаймын
employer-button-decline = Растамаймын
employer-button-decline-yes = Иә, растамаймын
employer-self = Бұл сілтеме жұмыс берушіге арналған. Оны өзіңіз аша алмайсыз: жұмыс берушіге жіберіңіз.
employer-confirmed = ✅ Жұмыс беруші растады: { $employer }, { DAY($day, style: "short") } ({ $name }).
employer-declined = Жұмыс беруші бұл жазбаны растамады: { $employer }, { DAY($day, style: "short") }. Онымен сөйлесіп көріңіз, қажет болса, жазбаны қайтарып алып, түзетіңіз.


# Ашылмай қалған файл: не болды, не істеу керек.
files-unreadable = 📎 { DAY($day) } күнгі жазбаға жіберген файлыңыз ашылмады: жолда бүлініп қалған болуы мүмкін. { $state ->
    [draft] Оны галереядан фото ретінде қайта жіберіңізші.
   *[other] Жазбаны тәлімгер бәрібір көреді. Суретті қосқыңыз келсе, жазбаны ашып, қайтарып алыңыз да, суретті фото ретінде қайта жіберіңіз.
}
files-not-image = 📎 { DAY($day) } күнгі жазбаға жіберген файлыңыз сурет болмай шықты. { $state ->
    [draft] Суретті галереядан таңдап, фото ретінде жіберіңізші.
   *[other] Жазбаны тәлімгер бәрібір көреді. Суретті қосқыңыз келсе, жазбаны ашып, қайтарып алыңыз да, суретті фото ретінде жіберіңіз.
}
files-too-large = 📎 { DAY($day) } күнгі жазбаға жіберген суретіңіз тым үлкен екен: ол сақталды, тек автоматты тексеруден өтпейді. { $state ->
    [draft] Файл емес, фото ретінде жіберсеңіз, Telegram оны өзі кішірейтеді.
   *[other] Жазбаны тәлімгер бәрібір көреді. Келесіде файл емес, фото ретінде жіберіңіз: Telegram оны өзі кішірейтеді.
}
files-button-more = 📎 Қайта жіберу
files-button-show = 📖 Жазбаны ашу

journal-files-full = Бір жазбаға ең көбі { $most } файл сыяды, бұл файл қосылмады. Қалғанын жаңа жазба етіп жіберіңіз.
journal-words-full = Бір жазбаға ең көбі { $most } таңба сыяды, бұл мәтін қосылмады. Қалғанын жаңа жазба етіп жіберіңіз.
journal-drafts-full = Жіберілмеген жазбаларыңыз { $most } болды, сондықтан бұл хабар сақталмады. Алдымен дайындарын жіберіңіз немесе керексізін өшіріңіз, содан кейін мұны қайта жіберіңіз.
