# Фото, видео, текст, похожие на присланные раньше: ответ наставника.
finding-head = { $what ->
    [photo] 🔎 <b>Похоже, это фото уже присылали</b>
    [video] 🔎 <b>Похоже, это видео уже присылали</b>
    [voice] 🔎 <b>Похоже, эту аудиозапись уже присылали</b>
    [words] 🔎 <b>Этот текст похож на присланный раньше</b>
   *[file] 🔎 <b>Похоже, этот файл уже присылали</b>
}
finding-of = 👤 { $name }. { $summary }
finding-number = 🖼 В этой записи: файл { $number } из { $count }
finding-before-own = 🕘 Раньше прислал сам участник, дата той записи: { DAY($day) }
finding-before-by = 🕘 Раньше прислал другой ваш участник: { $name }, дата записи: { DAY($day) }
finding-before-other = 🕘 Раньше прислал другой участник, дата записи: { DAY($day) }
finding-same-file = 📎 Тот же самый файл, без отличий.
finding-edits = ✂️ Отличия: { $edits }
finding-edit-same = нет, прислано без изменений
finding-edit-mirrored = отражено зеркально
finding-edit-turned = повёрнуто
finding-edit-tilted = наклонено
finding-edit-cropped = обрезано
finding-edit-framed = в рамке или на снимке экрана
finding-edit-covered = закрыто надписью или стикером
finding-edit-recoloured = изменены цвета
finding-edit-blurred = размыто
finding-sure = { $sure ->
    [high] 📏 Почти наверняка это один и тот же снимок.
    [medium] 📏 Вполне возможно, что это один и тот же снимок.
   *[low] 📏 Сравните их внимательно.
} Совпадающая часть: { $percent } %
finding-share = 📏 Совпадающая часть текста: { $percent } %
finding-words-now = <i>В этом тексте:</i>
finding-words-before = <i>В прежнем тексте:</i>
finding-unseen = 🖼 Показать их рядом не удалось. Откройте запись и посмотрите сами.
finding-ask = { $state ->
    [submitted] Это только подсказка, решаете вы. Если ответите «Уже использовано», запись вернётся на исправление.
    [approved] ✅ Эта запись подтверждена. Если ответите «Уже использовано», подтверждение снимется, а запись вернётся на исправление. Это только подсказка, решаете вы.
   *[other] По этой записи решение уже есть: ответ его не изменит, но запомнится.
}
finding-left = { $left ->
    [one] В этой записи есть ещё { $left } совпадение, оно будет следующим.
    [few] В этой записи есть ещё { $left } совпадения, они будут следующими.
   *[other] В этой записи есть ещё { $left } совпадений, они будут следующими.
}

finding-button-honest = ✅ Всё честно
finding-button-reused = ♻️ Уже использовано
finding-button-shared = 🤝 Общее мероприятие
finding-button-entry = 📖 Показать запись
finding-button-open = 🔎 Сравнить
finding-button-marks = 🏁 Посмотреть отметки

finding-said-honest = ✅ <b>Ответ: всё честно.</b> Об этой паре больше не спросим.
finding-said-shared_event = 🤝 <b>Ответ: общее мероприятие.</b> О снимках этих двух участников за те дни больше не спросим.
finding-said-reused = ♻️ <b>Ответ: уже использовано.</b>
finding-said-closed = 🔒 По записи есть решение, поэтому этот вопрос закрыт.
finding-returned = ↩️ Запись возвращена на исправление. Мы доброжелательно написали участнику, что делать дальше.
finding-reopened = ↩️ Подтверждение снято, запись возвращена на исправление. Мы доброжелательно написали участнику, что делать дальше.
finding-marked = ⚠️ Это направление отмечено как завершённое. Посмотрите, верна ли отметка.
finding-none = В этой записи не осталось совпадений без ответа.
finding-gone = Прежнюю запись забрали назад, сравнивать больше не с чем.

finding-already-honest = { $own ->
    [true] Вы уже ответили: всё честно.
   *[false] На это уже ответили: всё честно. Ответ: { $by }
}
finding-already-reused = { $own ->
    [true] Вы уже ответили: использовано раньше.
   *[false] На это уже ответили: использовано раньше. Ответ: { $by }
}
finding-already-shared_event = { $own ->
    [true] Вы уже ответили: общее мероприятие.
   *[false] На это уже ответили: общее мероприятие. Ответ: { $by }
}
finding-already-closed = { $own ->
    [true] Этот вопрос закрыт вместе с вашим решением по записи.
   *[false] Этот вопрос закрыт вместе с решением по записи. Решение: { $by }
}

finding-sheet-new = Эта запись
finding-sheet-own = Прежняя запись участника
finding-sheet-other = Запись другого участника
finding-sheet-day = { DAY($day) }
finding-sheet-missing = Этот файл показать не удалось


# Материалы, которые уже присылали раньше: эксперту и оператору, по наставникам и участникам.
honesty-title = 🔁 <b>Материалы, которые уже присылали</b>
honesty-nothing = 👏 Повторных фото, видео и эссе пока не нашлось. Если найдутся, вы увидите их здесь.
honesty-counts = Отмечено: { $flags }. Подтверждено: { $confirmed }, честно: { $honest }, общее мероприятие: { $shared }, ждёт решения: { $open }{ $closed ->
    [0] { "" }
   *[other] , закрыто вместе с записью: { $closed }
}
honesty-weeks = По неделям, отмечено / подтверждено: { $weeks }
honesty-week = { DAY($monday, style: "short") } – { $flags }/{ $confirmed }
honesty-mentor-line = <b>{ $name }</b>: отмечено { $flags }, подтверждено { $confirmed }
honesty-mentor = 👤 Наставник: <b>{ $name }</b>
honesty-participant = 👤 Участник: <b>{ $name }</b>
honesty-mentored-by = Наставник: { $name }
honesty-name = <b>{ $name }</b>
honesty-more-mentors = Ещё наставников, не вошедших в список: { $more }
honesty-more-participants = Ещё участников, не вошедших в список: { $more }

honesty-pair = <b>{ $number }.</b> { $what ->
    [photo] 📷 Фото
    [video] 🎬 Видео
    [voice] 🎙 Аудио
    [file] 📎 Файл
   *[words] 📝 Текст
}: { $summary }
honesty-verdict-reused = ♻️ Уже использовано. Решение: { $by }, { DAY($day, style: "short") }
honesty-verdict-honest = ✅ Всё честно. Решение: { $by }, { DAY($day, style: "short") }
honesty-verdict-shared_event = 🤝 Общее мероприятие. Решение: { $by }, { DAY($day, style: "short") }
honesty-closed = 🔒 По записи есть решение, о паре отдельно не ответили
honesty-waits = ⏳ Ждёт решения наставника
honesty-button-pair = № { $number }
honesty-button-pairs = 🔁 Все пары

honesty-chart-title = Материалы, которые уже присылали
honesty-chart-period = { $weeks ->
    [one] За { $weeks } неделю
    [few] За { $weeks } недели
   *[other] За { $weeks } недель
}, { DAY($first, style: "short") } – { DAY($last, style: "short") }
honesty-chart-flags = Отмечено: { $flags }
honesty-chart-confirmed = Подтверждено: { $confirmed }
honesty-chart-none = За эти недели ничего не отмечено
honesty-chart-day = { DAY($day, style: "short") }

notice-pattern =
    🔁 <b>{ $name }</b>. Подтверждённых повторов: { $confirmed }
    Наставник: { $mentor }. Посмотрите пары и спросите наставника, что происходит.
notice-button-pattern = 🔁 Посмотреть
