# Запись в дневник: отправить и подтвердить одним нажатием.

# Карточка записи. $summary – направление, сколько, когда.
journal-card = <b>{ $summary }</b>
journal-card-ready = <b>{ $summary }?</b>
journal-when = { $ago ->
    [0] сегодня
    [1] вчера
   *[other] { DAY($day, style: "short") }
}
journal-card-version = ✏️ Исправленная версия: { $version }
journal-card-action = 📌 Мероприятие: { $action }
journal-card-result = 🌱 Результат: { $result }
journal-card-partner = 🏛 Организация-партнёр: { $partner }
journal-card-employer = 💼 Работодатель: { $employer }
journal-card-late = 🕰 Почему записано позже: { $reason }
journal-card-files = 📎 { $files ->
    [one] Приложен { $files } файл
    [few] Приложено { $files } файла
   *[other] Приложено { $files } файлов
}
journal-card-big = ⚠️ Большой файл (больше 20 МБ) сохранён, наставник его увидит, но автоматическую проверку он не проходит.
journal-card-final = ⭐ Итоговое видео направления
journal-card-lacks = Чтобы отправить наставнику, нужно ещё:
journal-card-add-words = 💬 Если хотите, добавьте одну фразу: что делали и как получается.

journal-lack-direction = • направление
journal-lack-minutes = • сколько времени (1–600 минут)
journal-lack-book = • какая книга
journal-lack-day = • какой день
journal-lack-late-reason = • почему записано позже
journal-lack-partner = • организация-партнёр
journal-lack-action = • название мероприятия
journal-lack-result = • результат
journal-lack-employer = • работодатель
journal-lack-report = • короткий отчёт о том, что вы делали
journal-lack-line = • одна фраза о том, что вы делали
journal-lack-evidence = • хотя бы одно фото или видео
journal-lack-essay = • небольшое эссе (не меньше { $least } знаков) либо видео или голосовой отзыв
journal-lack-video = • короткое видео, которое показывает результат

journal-ask-dir = Какое направление?
journal-ask-min = Сколько времени? Нажмите или напишите: 1 час 20 мин
journal-ask-days = Сколько дней?
journal-ask-day = Когда это было?
journal-ask-day-ahead = Этот день ещё не наступил, а в дневник записывают то, что уже было. В какой день это было?
journal-ask-day-start = Дневник открыт { DAY($start) }: выберите день с тех пор и не позже сегодняшнего.
journal-ask-drop = Удалить эту запись и всё, что для неё отправлено?

journal-button-ok = ✅ Да
journal-button-direction = Направление
journal-button-minutes = Время
journal-button-days = Сколько дней
journal-button-book = Книга
journal-button-day = День
journal-button-words = ✍️ Текст
journal-button-more = 📎 Добавить файл
journal-button-fill = ✍️ Дополнить
journal-button-other = Другое
journal-button-earlier = 📅 Ещё раньше
journal-button-final = ⭐ Итоговое видео
journal-button-not-final = Не итоговое видео
journal-button-drop = 🗑 Это не запись
journal-button-drop-yes = 🗑 Да, удалить
journal-button-withdraw = ↩️ Забрать назад
journal-button-again = ➕ Добавить ещё
journal-button-progress = 📊 Успехи
journal-button-employer = 💼 Ссылка для работодателя
journal-button-resume = ▶️ Продолжить

journal-saved-this-week = ✅ Записано. На этой неделе: { $minutes } / { $needed } мин.
journal-saved-other-week = ✅ Записано. За неделю с { DAY($monday, style: "short") }: { $minutes } / { $needed } мин.
journal-saved-book = ✅ Записано. Книга засчитается, когда подтвердит наставник.
journal-saved-days = ✅ Записано: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}. Засчитается, когда подтвердит наставник.
journal-dropped = 🗑 Удалено. Для новой записи просто пришлите фото, видео, голос или текст.
journal-gone = Этой записи больше нет. Для новой просто пришлите фото, видео, голос или текст.
journal-piece-added = 📎 Добавлено к отправленной записи, наставник увидит всё вместе.
journal-piece-late = По записи, к которой относится этот файл, уже принято решение. Чтобы добавить файл, откройте запись в меню («📖 Дневник»), нажмите «Исправить» и пришлите его туда.
journal-resumed = ▶️ С возвращением! Дневник снова открыт: присылайте фото, видео, голос или текст.
journal-send-again = Теперь дневник открыт. Пришлите, пожалуйста, альбом ещё раз.

# Почему записать нельзя и что сделать.
journal-closed-none = Дневник открывается участникам программы. Чтобы подать заявку, нажмите /start: это минут на пять.
journal-closed-staff = В дневник это записать нельзя: он для участников. Ваши разделы – в меню: /menu
journal-closed-draft = Дневник пока закрыт: ваша заявка не закончена. Заполните и отправьте её через /menu, а эти фото и текст пришлёте потом.
journal-closed-awaiting-representative = Дневник пока закрыт: нужно согласие законного представителя. Отправьте ему ссылку, она в /menu. После этого вы с наставником составите план.
journal-closed-submitted = Дневник пока закрыт: ваша заявка на рассмотрении. Когда наставник её примет, вы вместе составите план, и дневник откроется.
journal-closed-plan-draft = Дневник пока закрыт: наставник готовит ваш план. Когда план придёт, подтвердите его, и наставник откроет дневник.
journal-closed-plan-proposed = Дневник пока закрыт: наставник прислал план, теперь его подтверждаете вы: /plan
journal-closed-plan-agreed = Дневник пока закрыт: план согласован, осталось наставнику включить вас в программу. Мы сразу сообщим.
journal-closed-paused = Ваше участие на паузе, поэтому это не записано. Чтобы продолжить, нажмите кнопку ниже и пришлите ещё раз.
journal-closed-complete = Поздравляем, этот уровень завершён! Дневник закрыт. Заявку на следующий уровень можно подать через /menu.
journal-closed-refused = Ваша заявка не принята, поэтому дневник закрыт. Подать её снова можно через /menu.
journal-closed-withdrawn = Вы вышли из программы, поэтому дневник закрыт. Если хотите вернуться: /menu

# Что мешает отправить.
journal-needs-direction = Сначала выберите направление.
journal-needs-minutes = Укажите, сколько времени ушло: от 1 до 600 минут.
journal-needs-book = Выберите книгу из списка.
journal-needs-day = Выберите день.
journal-needs-late-reason = Скажите, почему записываете позже.
journal-needs-partner = Выберите организацию-партнёра.
journal-needs-action = Напишите название мероприятия.
journal-needs-result = Напишите результат.
journal-needs-employer = Напишите, кто работодатель.
journal-needs-report = Коротко напишите, что вы делали.
journal-needs-line = Напишите одну фразу о том, что делали.
journal-needs-evidence = Добавьте хотя бы одно фото или видео.
journal-needs-essay = Напишите эссе о книге либо пришлите видео или голосовой отзыв.
journal-needs-video = Добавьте короткое видео, которое показывает результат.
journal-minutes-range = В одной записи бывает от 1 до { $most } минут. Например: 45 или 1 час 20 мин.
journal-days-range = В одной записи бывает от 1 до { $most } дней.
journal-day-ahead = Будущий день записать нельзя. Сегодня { DAY($today) }: выберите этот день или более ранний.
journal-day-before-start = Дневник открыт { DAY($start) }, дни до этого не засчитываются. Выберите этот день или более поздний.
journal-day-full = В сутках только 24 часа: на этот день уже записано { $taken } мин, поместится ещё { $left } мин. Измените время или день.
journal-book-unknown = Этой книги нет в списке, или она не подходит к направлению. Выберите другую.
journal-book-taken = По этой книге запись уже отправлена. Выберите другую.
journal-words-empty = Здесь нужен текст. Напишите, пожалуйста.
journal-words-long = Длинновато: знаков { $length }, а можно до { $most }. Пришлите, пожалуйста, покороче.

# Окна.
filling-minutes = Сколько времени это заняло? Напишите: 40, 1 час 20 мин, 1:20
filling-minutes-unclear = Не получилось понять, сколько времени. Попробуйте так: 40, 1 час 20 мин, 1:20
filling-day = Когда это было? Выберите в календаре или напишите: 5 марта, 05.03
filling-day-unclear = Не получилось понять, какой это день. Попробуйте так: 5 марта, 05.03, вчера
filling-reason = Это было больше недели назад. Почему записываете только сейчас? Выберите или напишите своими словами.
filling-reason-internet = Не было интернета
filling-reason-ill = Болезнь
filling-reason-away = Дорога
filling-reason-phone = Не было телефона
filling-reason-forgot = Вылетело из головы
filling-section = Какая книга? Выберите раздел или напишите название.
filling-book = Выберите книгу или напишите её название.
filling-book-label = { $title } – { $author }
filling-book-unclear = Такой книги в списке нет. Напишите название ещё раз или выберите из списка.
filling-partner = { $any ->
    [0] В вашем регионе для этого направления пока нет организации-партнёра. Скажите наставнику: он передаст оператору.
   *[other] С какой организацией-партнёром это было?
}
filling-action = Как называлось мероприятие? Напишите, например: Весенний субботник
filling-result = Что получилось? Напишите, например: собрали 12 мешков мусора
filling-employer = Где вы работали? Напишите, кто работодатель.
filling-same-employer = { $employer }
filling-words = { $kind ->
    [essay] Напишите, что думаете о книге: что понравилось, над чем задумались. Не меньше { $least } знаков, сейчас { $written }. Или вернитесь и добавьте видео либо голосовой отзыв.
    [report] Коротко напишите, что вы делали и чему научились.
   *[other] Что делали, как получается? Хватит одной-двух фраз. Они заменят прежний текст.
}
filling-more = Пришлите для этой записи фото, видео, голосовое сообщение или файл.


# Свои записи.
entries-add =
    ➕ <b>Новая запись</b>

    Проще всего: просто пришлите фото, видео, голос или текст. Добавьте пару слов о том, что делали, например: <i>бег 40 мин</i>.

    Или начните с направления:
entries-title = 📖 <b>Дневник</b> · { $total ->
    [0] пока пусто
    [one] { $total } запись
    [few] { $total } записи
   *[other] { $total } записей
}
entries-no-direction = Направление не выбрано
entries-filter-all = Все
entries-filter-draft = 📝
entries-filter-waiting = ⏳
entries-filter-approved = ✅
entries-filter-returned = ↩️ ❌
entries-state-draft = 📝 Ещё не отправлена
entries-state-submitted = ⏳ На проверке у наставника
entries-state-approved = ✅ Наставник подтвердил
entries-state-returned = ↩️ Наставник вернул на исправление
entries-state-rejected = ❌ Наставник не принял
entries-state-withdrawn = 🗑 Вы забрали запись назад
entries-happened = 📅 Когда было: { DAY($day) }
entries-taken = 📷 Когда снято: { MOMENT($moment) }
entries-received = 📥 Когда дошло до нас: { MOMENT($moment) }
entries-mentor-words = 💬 Слова наставника:
entries-employer-confirmed = ✅ Работодатель подтвердил: { $name }
entries-version = Версия { $version }: { $line }
entries-versions = 🕘 Все версии этой записи. Прежние тоже сохраняются.
entries-button-show = 📖 Открыть запись
entries-button-list = 📖 Дневник
entries-button-continue = ▶️ Продолжить
entries-button-mend = ✏️ Исправить и отправить
entries-button-correct = ✏️ Исправить
entries-button-media = 📎 Файлы ({ $files })
entries-button-versions = 🕘 Версии ({ $versions })


# Подтверждение работодателя.
employer-forward = 👇 Перешлите это сообщение работодателю. Ссылка открывается один раз и действует 7 дней.
employer-letter = Здравствуйте! Подтвердите, пожалуйста, мою работу у вас: { $employer }. Регистрироваться не нужно, хватит минуты: { $link }
employer-work =
    👋 Здравствуйте! <b>{ $name }</b> участвует в молодёжной программе и пишет в дневнике о работе у вас. Подтверждаете?

    💼 { $employer }
    📅 { DAY($day) }, { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
    { $report }
employer-name = Спасибо! Напишите ваши имя и фамилию: они будут указаны в подтверждении.
employer-name-wrong = Напишите имя и фамилию полностью (2–120 знаков), например: Серик Ахметов
employer-decline = Такой работы не было или данные неверны? Мы передадим, что вы не подтверждаете.
employer-thanks = 🙏 Спасибо! Ваш ответ передан, больше ничего делать не нужно.
employer-button-confirm = ✅ Подтверждаю
employer-button-decline = Не подтверждаю
employer-button-decline-yes = Да, не подтверждаю
employer-self = Эта ссылка для работодателя. Сами вы открыть её не можете: перешлите её работодателю.
employer-confirmed = ✅ Работодатель подтвердил: { $employer }, { DAY($day, style: "short") } ({ $name }).
employer-declined = Работодатель не подтвердил запись: { $employer }, { DAY($day, style: "short") }. Поговорите с ним и, если нужно, заберите запись назад и исправьте.


# Файл, который не открылся: что случилось и что делать.
files-unreadable = 📎 Файл, который вы отправили к записи за { DAY($day) }, не открылся: возможно, он повредился в пути. { $state ->
    [draft] Пришлите его ещё раз из галереи как фото.
   *[other] Наставник всё равно увидит запись. Если хотите добавить снимок, откройте запись, заберите её назад и пришлите его как фото.
}
files-not-image = 📎 Файл, который вы отправили к записи за { DAY($day) }, оказался не изображением. { $state ->
    [draft] Выберите снимок в галерее и пришлите его как фото.
   *[other] Наставник всё равно увидит запись. Если хотите добавить снимок, откройте запись, заберите её назад и пришлите его как фото.
}
files-too-large = 📎 Снимок, который вы отправили к записи за { DAY($day) }, слишком большой: он сохранён, но автоматическую проверку не проходит. { $state ->
    [draft] Пришлите его не файлом, а как фото: Telegram сам его уменьшит.
   *[other] Наставник всё равно увидит запись. В следующий раз отправляйте не файлом, а как фото: Telegram сам его уменьшит.
}
files-button-more = 📎 Отправить ещё раз
files-button-show = 📖 Открыть запись

journal-files-full = В одной записи помещается не больше файлов, чем { $most }, этот не добавлен. Отправьте остальное новой записью.
journal-words-full = В одной записи помещается не больше знаков, чем { $most }, этот текст не добавлен. Отправьте остальное новой записью.
journal-alone-full = В одной записи голосовых сообщений, круглых видео и анимаций может быть не больше { $most }, поэтому этот файл не добавлен. Отправьте его обычным видео или новой записью.
journal-versions-full =
    Эта запись отправлена уже { $most } { $most ->
        [one] раз
        [few] раза
       *[other] раз
    }, больше исправить её нельзя. Расскажите об этом в новой записи.
journal-waiting-full = Записей, которые ждут наставника, у вас уже { $most }, поэтому эта пока не отправлена, но сохранена. Отправьте её, когда наставник проверит часть остальных.
journal-drafts-full = Неотправленных записей уже { $most }, поэтому это сообщение не сохранено. Сначала отправьте готовые или удалите лишние, а потом пришлите его ещё раз.

# Дневник, как его читают сотрудники.
journal-of = 📖 <b>{ $name }</b>, дневник: { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
}
journal-of-whom = 👤 { $name }
journal-button-of = 📖 Дневник
