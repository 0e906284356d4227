# Сводки дня и недели: сотрудникам, каждому в своих рамках; наставнику вечером – что ждёт проверки.
digest-done = 👥 Участвуют: <b>{ $active }</b>, новых: <b>{ $new }</b>. Прислано записей: <b>{ $entries }</b>, подтверждено: <b>{ $approved }</b>, часов: <b>{ $hours }</b>.
digest-waiting = { $waiting ->
    [0] ⏳ Непроверенных записей нет 👏
   *[other] ⏳ Ждут проверки: <b>{ $waiting }</b>. Обычно ждут { $median }, дольше всех – { $longest }.
}
digest-heed = { $risk ->
    [0] ✅ Все успевают закончить уровень в срок.
   *[other] ⚠️ При нынешнем темпе могут не успеть закончить уровень: <b>{ $risk }</b>.
} Похожих на присланные раньше материалов: <b>{ $flags }</b>.
digest-week-nothing = 📊 { DAY($first, style: "short") } – { DAY($last, style: "short") }: на этой неделе не было ни участников, ни записей, срочных дел нет.

digest-day-title = 📋 <b>Сегодня, { DAY($day, style: "weekday") }</b>: что ждёт вашего внимания
digest-day-nothing = 👏 Сегодня, { DAY($day, style: "weekday") }: всё в порядке, ничего не ждёт вашего внимания.
digest-day-waiting = ⏳ Ждут проверки: <b>{ $waiting }</b>. Обычно ждут { $median }, дольше всех – { $longest }.
digest-day-slowest = { $name }: { $waiting }, дольше всех – { $longest }
digest-day-unassigned = 📥 Заявок без наставника: <b>{ $count }</b>
digest-day-answers = ✉️ Заявок, на которые наставник ещё не ответил: <b>{ $count }</b>
digest-day-flags = 🔁 Похожие материалы, которые ждут решения наставника: <b>{ $count }</b>
digest-day-silent = 🔕 Участников, от которых 30 дней нет вестей: <b>{ $count }</b>

digest-evening =
    🔎 Проверка на сегодня. Вас ждут записи: <b>{ $total }</b>
    Сначала те, кто ждёт дольше всех:
digest-evening-line = { $name }: { $count }, с { DAY($since, style: "short") }
digest-evening-more = Участников, не вошедших в список: { $more }

digest-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
digest-hours = { $hours } ч
digest-others = Остальные
digest-nowhere-region = Регион не указан
digest-nowhere-centre = Без центра
digest-nowhere-mentor = Без наставника

digest-button-review = 🔎 Начать проверку
digest-button-applications = 📥 Заявки
digest-button-honesty = 🔁 Честность
digest-button-week = 📊 Последняя неделя
digest-button-today = 📋 Дела на сегодня
digest-button-wishes = ⏰ Когда присылать?
digest-counting = ⏳ Считаю. Как только будет готово, сводка придёт сюда сама.
menu-button-digest = 📊 Как у нас дела?

digest-chart-week = Неделя: { DAY($first, style: "short") } – { DAY($last, style: "short") }
digest-chart-by-region = По регионам. ▲▼ – к предыдущей неделе
digest-chart-by-centre = По центрам. ▲▼ – к предыдущей неделе
digest-chart-by-mentor = По наставникам. ▲▼ – к предыдущей неделе
digest-chart-by-self = Ваши участники. ▲▼ – к предыдущей неделе
digest-chart-active = Участвуют
digest-chart-new = Новые
digest-chart-entries = Прислано записей
digest-chart-approved = Подтверждено
digest-chart-hours = Часов
digest-chart-waiting = Ждут проверки
digest-chart-flags = Совпадения
digest-chart-at-risk = Не успевают
digest-chart-waited = обычно { $median }, макс. { $longest }
digest-chart-bar-sent = прислано
digest-chart-bar-approved = подтверждено
digest-chart-bar-waiting = ждут
digest-chart-bar-risk = риск
digest-chart-sums = { $sent } / { $approved }
