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
