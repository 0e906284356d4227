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
