# То, что присылает бот по часам: каждый выбирает время и выключает то, что не обязательно.
menu-button-wishes = ⚙️ Время сообщений
wishes-button = ⚙️ Время сообщений
wishes-home =
    ⚙️ <b>Время сообщений</b>
    { $any ->
        [0] Сообщений, которые приходят вам по часам, пока нет.
       *[other] Ниже сообщения, которые приходят вам по часам. Нажмите на нужное, чтобы сменить час или выключить.
    }
    { $staff ->
        [0] { "" }
       *[other] 🔔 Напоминания о сроках и о том, что ждёт вашего решения, приходят всегда.
    }
wishes-one =
    <b>{ $name }</b> · { $state }
    { $about }
wishes-hour = В котором часу удобнее? Ночью, с 21:00 до 9:00, мы никого не тревожим.
wishes-button-usual = ↩️ В обычное время
wishes-button-rest = 💤 Неделя тишины
wishes-button-off = 🔕 Выключить
wishes-button-on = 🔔 Включить снова
wish-is-off = 🔕 выключено
wish-is-snoozed = 💤 на паузе
wish-is-usual = в обычное время
wish-is-at = { $hour }:00
wish-label-off = 🔕 { $name }
wish-label-snoozed = 💤 { $name }
wish-label-usual = { $name }
wish-label-at = { $name } · { $hour }:00
wish-weekly-hour = ⏱ Час недели
wish-weekly-hour-about = Если час недели ещё не набран, напомним в четверг в 18:00 и в воскресенье в 16:00.
wish-celebration = 🎉 Засчитанная неделя
wish-celebration-about = Если прошлая неделя засчитана во всех направлениях, поздравим в понедельник в 9:00.
wish-review-evening = 🔎 Записи на проверку
wish-review-evening-about = Записи, которые ждут вашей проверки, приходят одним сообщением каждый день в 18:00. Участники ждут ответа, поэтому выключить его нельзя.
wish-daily-digest = 📰 Ежедневная сводка
wish-daily-digest-about = Всё, что касается вас, одним сообщением каждый день в 9:00.
wish-weekly-digest = 📊 Недельная сводка
wish-weekly-digest-about = Как прошла неделя: диаграмма и три строки, по понедельникам в 9:00.

refused-wish-required = Это сообщение выключить нельзя: участники ждут вашего ответа. Зато можно выбрать, в котором часу оно приходит.
refused-wish-hour = Выберите время с { $first }:00 до { $last }:00: ночью мы никого не тревожим.
refused-wish-not-yours = Такие сообщения вам не приходят, поэтому настраивать здесь нечего.


# Сообщение оператора многим.
broadcast-words =
    📣 <b>Сообщение для многих</b>

    На каком языке пишете? Хватит и одного, а если написать на нескольких, каждый прочтёт на своём.
broadcast-text = ✍️ Напишите и отправьте текст сообщения. Язык: { $language }
broadcast-button-remove = 🗑 Убрать этот текст
broadcast-example = Дорогие участники! В субботу сажаем деревья в Талгаре. Присоединяйтесь!

broadcast-audience =
    👥 <b>Кому отправить?</b>

    Если ничего не выбрать, получат все.
broadcast-button-roles = 👤 Роль: { $chosen }
broadcast-button-levels = 🏅 Уровень: { $chosen }
broadcast-button-regions = 🗺 Регион: { $chosen }
broadcast-button-centres = 🏫 Центр: { $chosen }
broadcast-all = все
broadcast-closed = { $centre } (закрыт)
broadcast-participants = Участник
broadcast-ask-roles = 👤 Кому отправить? Можно отметить несколько.
broadcast-ask-levels = 🏅 На каком уровне? Если отметить уровень, сообщение получат только участники и их законные представители.
broadcast-ask-regions = 🗺 В каких регионах? Можно отметить несколько.
broadcast-ask-centres = 🏫 В каких центрах? Можно отметить несколько.
broadcast-button-all = ♾ Всем

broadcast-sure =
    📣 <b>Отправляем?</b>

    Получателей: <b>{ $people }</b>
    Роль: { $roles }
    Уровень: { $levels }
    Регион: { $regions }
    Центр: { $centres }
    Языки сообщения: { $languages }
broadcast-nobody =

    ⚠️ Таких людей нет. Вернитесь и расширьте выбор.
broadcast-button-preview = 👁 Сначала посмотреть
broadcast-button-send = 🚀 Отправить: { $people }

broadcast-message =
    📣 <b>{ $programme }</b>

    { $words }
broadcast-goes = 📣 <b>Рассылка идёт</b>
broadcast-over = ✅ <b>Рассылка завершена</b>
broadcast-stopped = ⏹ <b>Рассылка остановлена</b>
broadcast-sent = Доставлено: { $sent } / { $count }
broadcast-unreachable = Заблокировали бота: { $people }
broadcast-failed = Доставить не удалось: { $people }
broadcast-not-sent = Не отправлено: { $people }
broadcast-button-stop = ⏹ Остановить
broadcast-over-already = Эта рассылка уже не идёт.

refused-broadcast-empty = ⚠️ Сначала напишите текст сообщения.
refused-broadcast-long = ⚠️ Текст слишком длинный, знаков: { $length }. Можно не больше { $most }.
refused-broadcast-nobody = Таких людей нет. Вернитесь и расширьте выбор.
