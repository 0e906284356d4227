# Индивидуальный график: наставник составляет, участник соглашается.
plan-item-weeks =
    <b>{ $direction }</b>: { $activity }
    { $days } · { $minutes } мин
plan-item-books =
    <b>{ $direction }</b>: { $activity }
    { $days } · { $minutes } мин
plan-item-days =
    <b>{ $direction }</b>: { $activity }
    { $days }
plan-item-start = Начало: { DAY($start, style: "short") }
plan-start-shared = 📅 Начало по всем направлениям: { DAY($start) }
plan-item-partner = Организация-партнёр: { $partner }
plan-item-partner-open = Организация-партнёр: пока не выбрана
plan-problem-days = ⚠️ Выберите хотя бы один день.
plan-problem-minutes = ⚠️ Чтобы неделя засчиталась, нужно всего не меньше { $needed } минут.
plan-activity-open = по своему выбору
plan-days-all = каждый день
plan-days-none = дни не выбраны
plan-wished =
    ✍️ Пожелание участника:
    { $words }

plan-making =
    📋 <b>{ $name }</b>, индивидуальный график
    { $status }

    { $plan }

    { $wish }
plan-status-draft = Всё уже заполнено. Можно предложить так, а чтобы что-то изменить, нажмите на направление ниже.
plan-status-proposed = 📨 Отправлено участнику, ждём ответа.
plan-status-agreed = ✅ Согласовано обеими сторонами: этот график действует.
plan-direction =
    Направление { $number } / { $count }

    { $item }
plan-direction-minutes = Выберите минуты на один день или напишите сами: «1 ч 20 мин».
mistake-plan-minutes = Не получилось понять, сколько это. Напишите так: «40», «1 час» или «1 ч 20 мин».
plan-ask-activity = { $direction }. Чем будет заниматься участник? Выберите из списка или напишите своими словами.
plan-ask-start = С какого дня начать? Сейчас стоит: { DAY($current) }
plan-ask-partner = { $found ->
    [0] { $direction }. В этом регионе пока нет организаций-партнёров этого направления. График можно предложить и без неё.
   *[other] { $direction }. Выберите организацию-партнёра.
}

plan-proposal =
    📋 <b>Ваш индивидуальный график готов</b>
    Его предлагает ваш наставник. Посмотрите: если всё подходит, согласитесь, если нет – напишите, что изменить.

    { $plan }
plan-answered-agreed =
    ✅ <b>Вы согласились с этим графиком</b>
    Мы сообщили наставнику.

    { $plan }
plan-answered-replaced = Этот вариант больше не действует. Нынешний – по кнопке «Мой график» ниже.
plan-own-agreed =
    📋 <b>Ваш индивидуальный график</b>
    Наставник: { $mentor }
plan-own-proposed =
    📋 <b>График, который предлагает наставник</b>
    Наставник: { $mentor }
    Если всё подходит, согласитесь, если нет – напишите, что изменить.
plan-own-replaced =
    🗂 <b>Прежний вариант</b>, сейчас не действует
    Наставник: { $mentor }
plan-none =
    📋 Согласованного графика пока нет.

    { $where }
plan-tasks = <b>Дополнительные задания</b>
plan-task =
    { $direction }, срок: { DAY($day) }
    { $words }
plan-agreed-thanks = ✅ Спасибо! График согласован, мы сообщили наставнику.
plan-wish-sent = ✍️ Передали ваше пожелание наставнику. Он изменит график и пришлёт его снова.
plan-ask-wish = ✍️ Что изменить? Напишите наставнику своими словами, не больше { $most } знаков. Например: «По вторникам у меня кружок, давайте перенесём на среду».
plan-versions = 🗂 Все варианты графика. Выберите, какой прочитать.
plan-version-agreed = № { $number }, действует
plan-version-proposed = № { $number }, ждёт вашего ответа
plan-version-replaced = № { $number }, прежний

button-plan = 📋 График
button-my-plan = 📋 Мой график
button-whole-plan = 📋 Весь график
button-propose = 📨 Предложить так
button-change-plan = ✏️ Изменить график
button-plan-activity = 🎯 Чем заниматься
button-plan-start = 📅 День начала
button-plan-partner = 🤝 Организация-партнёр
button-plan-next = Следующее направление ▶️
button-plan-agree = ✅ Подходит
button-plan-wish = ✍️ Хочу иначе
button-plan-versions = 🗂 Все варианты

refused-plan-moved = График за это время изменился. Посмотрите нынешний вариант.
refused-plan-incomplete = Сначала исправьте направление со знаком ⚠️, потом предлагайте.
refused-plan-not-agreed = Сначала участник должен согласиться с графиком. Предложите его: подтвердить можно одним нажатием.
refused-plan-activity = Слишком длинно. Напишите короче, не больше { $most } знаков.
refused-plan-minutes = Напишите от 1 до { $most } минут, например «40».
refused-plan-start = Выберите день в этих пределах: { DAY($first) } – { DAY($last) }
refused-plan-wish = Напишите пожелание в одном-двух предложениях, не больше { $most } знаков.

notice-plan-agreed = ✅ Согласие с графиком есть: { $name }. Осталось одно нажатие, и дневник откроется.
notice-plan-changed = ✅ Согласие с новым вариантом графика есть: { $name }. Теперь действует он.
notice-plan-wish = <b>{ $name }</b>: просьба изменить график.
notice-activated =
    🚀 <b>Ваш дневник открыт!</b>
    С сегодняшнего дня всё, что вы делаете, засчитывается. Проще всего прислать сюда фото и подписать парой слов, например «бег 40 мин». Остальное я спрошу сам.
