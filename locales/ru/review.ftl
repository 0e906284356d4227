# Проверка наставником: пришедшая запись, подтвердить, вернуть, отклонить.
review-head = <b>{ $name }</b>
    { $summary }
review-version = ✏️ Исправленная запись, версия { $version }. Прошлую вы вернули так:
review-task = 🎯 Дополнительное задание: { $words }
review-final = ⭐ Итоговое видео направления
review-action = 📌 Мероприятие: { $action }
review-activity = 🧩 Занятие: { $activity }
review-result = 🌱 Результат: { $result }
review-partner = 🏛 Организация-партнёр: { $partner }
review-employer = 💼 Работодатель: { $employer }
review-employer-confirmed = 💼 Работодатель: { $employer }. ✅ Подтверждение: { $name }
review-happened = 📅 Когда было: { DAY($day, style: "short") }
review-taken = 📷 Когда снято: { MOMENT($moment) }
review-received = 📥 Когда пришло: { MOMENT($moment) }
review-late-reason = 🕰 Почему записано позже: { $reason }
review-week = 📊 Неделя с { DAY($monday, style: "short") }: подтверждено { $approved } мин, вместе с этой { $with_this } / { $needed } мин
review-left = { $left ->
    [one] Ждёт ещё { $left } запись.
    [few] Ждут ещё { $left } записи.
   *[other] Ждут ещё { $left } записей.
}

review-warning-late = ⚠️ Записано через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} после самого дела.
review-warning-taken = ⚠️ В файле другая дата: { DAY($day) }.
review-warning-unreadable = ⚠️ Не проверено: { $reason ->
    [empty] файл пустой.
    [not_image] файл оказался не изображением.
    [too_large] файл слишком большой.
    [too_heavy] файл слишком сложный.
    [not_seen] файл слишком сложный.
    [not_fetched] файл не удалось получить из Telegram.
   *[unreadable] файл не открылся.
}
review-warning-long-day = ⚠️ За этот день записано очень много: { $minutes } мин.
review-warning-short = ⚠️ Отзыв о книге короткий: знаков в тексте – { $length }, секунд голоса или видео – { $seconds }.
review-warning-book = ⚠️ Эта книга уже засчитана.
review-warning-employer = ⚠️ Работодатель ещё не подтвердил.
review-warning-finding = ⚠️ Похожее уже присылали. Совпадений: { $count }
review-warning-finding-reused = ⚠️ Снова прислано то, что в прошлой версии признали уже использованным.

review-button-approve = ✅ Подтвердить
review-button-return = ↩️ Вернуть
review-button-more = ⋯ Ещё
review-button-reject = ❌ Отклонить
review-button-all = ✅ Подтвердить все записи
review-button-all-yes = { $count ->
    [one] ✅ Да, подтвердить { $count } запись
    [few] ✅ Да, подтвердить { $count } записи
   *[other] ✅ Да, подтвердить { $count } записей
}
review-button-earlier = 🕘 Прошлая версия
review-button-whole = 📄 Весь текст
review-button-participant = 👤 Участник
review-button-progress = 📊 Успехи
review-button-skip = ⏭ Посмотреть позже
review-button-words = ✍️ Своими словами

review-ask-return = <b>Почему возвращаете?</b> Участник сразу увидит причину, исправит запись и пришлёт снова.
review-ask-reject = <b>Почему отклоняете?</b> Запись не будет засчитана. Если её можно исправить, лучше верните.
review-ask-more = Что сделать с этой записью?
review-ask-all = <b>{ $name }</b>, записей без замечаний: { $count }. Подтвердить все сразу?
review-ask-all-flagged = <b>{ $name }</b>, записей без замечаний: { $count }. Подтвердить все сразу? Записи с замечаниями ({ $flagged }) посмотрите потом по одной.
review-all-none = <b>{ $name }</b>: записей без замечаний нет. Посмотрите их по одной.
review-all-done = ✅ <b>{ $name }</b>, подтверждено записей: { $count }

review-reason-photo_other = На фото не видно, что вы делали. Добавьте фото самого дела.
    .short = На фото не видно дела
review-reason-photo_unclear = Фото нечёткое. Добавьте фото или видео получше.
    .short = Фото нечёткое
review-reason-minutes = Похоже, время указано неверно. Проверьте, сколько минут вы занимались, и исправьте.
    .short = Неверное время
review-reason-direction = Похоже, это другое направление. Смените направление.
    .short = Другое направление
review-reason-date = Похоже, дата неверная. Проверьте, в какой день это было, и исправьте.
    .short = Неверная дата
review-reason-note_short = Описание слишком короткое. Напишите подробнее, что вы делали и чему научились.
    .short = Описание слишком короткое
review-reason-not_done = Это дело не было сделано.
    .short = Дело не сделано
review-reason-not_own = Фото, видео или текст не ваши.
    .short = Чужая работа
review-reason-reused = Это фото, видео или текст уже присылали раньше.
    .short = Уже присылали раньше
review-reason-not_counted = Это дело не относится ни к одному из ваших направлений.
    .short = Не относится к направлениям

review-words-returned = ✍️ Почему возвращаете запись? Напишите одним-двумя предложениями, что исправить: участник сразу это прочтёт.
review-words-rejected = ✍️ Почему отклоняете запись? Напишите причину одним-двумя предложениями: участник сразу её прочтёт.
review-reason-needed = Выберите причину или напишите своими словами: участнику нужно знать, что делать.
review-words-long = Слишком длинно: знаков { $length }. Сократите до { $most } и пришлите снова.
review-book-counted = Эта книга уже засчитана, а одна книга считается один раз. Верните запись и попросите выбрать другую книгу.

review-already-approved = { $own ->
    [true] Вы уже подтвердили эту запись.
   *[false] Эту запись уже подтвердили. Решение: { $by }
}
review-already-returned = { $own ->
    [true] Вы уже вернули эту запись на исправление.
   *[false] Эту запись уже вернули на исправление. Решение: { $by }
}
review-already-rejected = { $own ->
    [true] Вы уже отклонили эту запись.
   *[false] Эту запись уже отклонили. Решение: { $by }
}
review-already-withdrawn = Участник забрал эту запись назад.
review-gone = Этой записи у вас на проверке больше нет: возможно, участник вышел из программы или перешёл к другому наставнику.

review-outcome-approved = ✅ Подтверждено: { $name }. { $summary }
review-outcome-returned = ↩️ Возвращено на исправление: { $name }. { $summary }
review-outcome-rejected = ❌ Отклонено: { $name }. { $summary }
review-outcome-withdrawn = 🗑 Участник забрал назад: { $name }. { $summary }
review-outcome-submitted = ⏳ Отложено: { $name }. { $summary }
review-none = 👏 Больше записей на проверку нет.
review-nothing = 👏 Всё проверено. Новая запись сразу появится здесь.
review-queue = 📥 Ждут проверки: { $total } ({ $names })
notice-entries-submitted =
    📥 <b>Пришли ещё записи</b>
    Ждут проверки: { $total } ({ $names })

review-earlier = <b>Версия { $version }.</b> { $summary }
review-earlier-approved = ✅ Подтверждена
review-earlier-returned = ↩️ Возвращена на исправление
review-earlier-rejected = ❌ Отклонена
review-earlier-withdrawn = 🗑 Участник забрал назад

verdict-approved = ✅ Наставник подтвердил: { $summary }
verdict-approved-many = { $count ->
    [one] ✅ Наставник подтвердил { $count } вашу запись!
    [few] ✅ Наставник подтвердил { $count } ваши записи!
   *[other] ✅ Наставник подтвердил { $count } ваших записей!
}
verdict-returned = ↩️ Наставник вернул на исправление: { $summary }
verdict-rejected = ❌ Наставник не принял: { $summary }
verdict-reused-photo = 📷 { $number ->
    [0] Фото из вашей записи
   *[other] Фото № { $number } из вашей записи
} уже присылали раньше. Снимки иногда путаются, не волнуйтесь. Нажмите «Исправить», добавьте фото, снятое именно в этот раз, и пришлите запись снова. Остальное сохранено.
verdict-reused-video = 🎬 { $number ->
    [0] Видео из вашей записи
   *[other] Видео № { $number } из вашей записи
} уже присылали раньше. Видео иногда путаются, не волнуйтесь. Нажмите «Исправить», добавьте видео, снятое именно в этот раз, и пришлите запись снова. Остальное сохранено.
verdict-reused-voice = 🎙 { $number ->
    [0] Аудио из вашей записи
   *[other] Аудио № { $number } из вашей записи
} уже присылали раньше. Сообщения иногда путаются, не волнуйтесь. Нажмите «Исправить», расскажите голосом именно про этот раз и пришлите запись снова. Остальное сохранено.
verdict-reused-file = 📎 { $number ->
    [0] Файл из вашей записи
   *[other] Файл № { $number } из вашей записи
} уже присылали раньше. Файлы иногда путаются, не волнуйтесь. Нажмите «Исправить», добавьте файл именно об этом разе и пришлите запись снова. Остальное сохранено.
verdict-reused-words = 📝 Часть вашего текста совпадает с текстом, который уже присылали. Так иногда бывает, не волнуйтесь. Нажмите «Исправить», напишите своими словами, что вы вынесли для себя, и пришлите запись снова. Остальное сохранено.
verdict-mend-hint = Исправьте и пришлите снова: фото и текст сохранены.
verdict-week-kept-this = Эта неделя засчитана! 👏 { $minutes } / { $needed } мин
verdict-week-kept-other = Неделя с { DAY($monday, style: "short") } засчитана! 👏 { $minutes } / { $needed } мин
verdict-week-short-this = На этой неделе: { $minutes } / { $needed } мин
verdict-week-short-other = На неделе с { DAY($monday, style: "short") }: { $minutes } / { $needed } мин
verdict-week-excused-this = На этой неделе у вас уважительная причина, поэтому она в счёт не идёт.
verdict-week-excused-other = На неделе с { DAY($monday, style: "short") } у вас уважительная причина, поэтому она в счёт не идёт.
verdict-weeks = Засчитано недель: { $done } / { $required }
verdict-books = Прочитано книг: { $done } / { $required }
verdict-days = Засчитано дней: { $done } / { $required }
verdict-button-mend = ✏️ Исправить
verdict-button-show = 📖 Открыть запись
verdict-button-progress = 📊 Успехи
