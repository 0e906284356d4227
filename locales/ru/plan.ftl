# Личный план: наставник составляет, участник соглашается.
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
plan-problem-minutes = ⚠️ Чтобы неделя засчиталась, нужно всего не меньше { $needed } мин.
plan-activity-open = по своему выбору
plan-days-all = каждый день
plan-days-none = дни не выбраны
plan-wished =
    ✍️ Пожелание участника:
    { $words }

plan-making =
    🗓 <b>{ $name }</b>, личный план
    { $status }

    { $plan }

    { $wish }
plan-status-draft = Всё уже заполнено. Можно предложить прямо так, а чтобы что-то изменить, нажмите на направление ниже.
plan-status-proposed = 📨 Отправлено участнику, ждём ответа.
plan-status-agreed = ✅ Согласовано обеими сторонами: этот план действует.
plan-read =
    🗓 <b>{ $name }</b>, личный план
    { $status }

    { $plan }
plan-read-none = 🗓 Согласованного плана пока нет.
plan-direction =
    Направление { $number } / { $count }

    { $item }
plan-direction-minutes = Выберите, сколько минут в день, или напишите сами: «1 ч 20 мин».
mistake-plan-minutes = Не получилось понять, сколько это. Напишите так: «40», «1 час» или «1 ч 20 мин».
plan-ask-activity = { $direction }. Чем будет заниматься участник? Выберите из списка или напишите своими словами.
plan-ask-start = С какого дня начать? Сейчас стоит: { DAY($current) }. Выберите в календаре или напишите.
plan-ask-partner = { $found ->
    [0] { $direction }. В этом регионе пока нет организаций-партнёров этого направления. План можно предложить и без партнёра.
   *[other] { $direction }. Выберите организацию-партнёра.
}

plan-proposal =
    🗓 <b>Ваш личный план готов</b>
    Его предлагает ваш наставник. Посмотрите: если всё подходит, согласитесь; если нет, напишите, что изменить.

    { $plan }
plan-answered-agreed =
    ✅ <b>Вы согласились с этим планом</b>
    Мы сообщили наставнику.

    { $plan }
plan-answered-replaced = Этот вариант больше не действует. Нынешний – по кнопке «Мой план» ниже.
plan-own-agreed =
    🗓 <b>Ваш личный план</b>
    Наставник: { $mentor }
plan-own-proposed =
    🗓 <b>План, который предлагает наставник</b>
    Наставник: { $mentor }
    Если всё подходит, согласитесь; если нет, напишите, что изменить.
plan-own-replaced =
    🕘 <b>Прежний вариант</b>, сейчас не действует
    Наставник: { $mentor }
plan-none =
    🗓 Согласованного плана пока нет.

    { $where }
plan-tasks = 🎯 <b>Дополнительные задания</b>
plan-task =
    { $direction }, срок: { DAY($day) }
    { $words }
plan-agreed-thanks = ✅ Спасибо! План согласован, мы сообщили наставнику.
plan-wish-sent = ✍️ Мы передали ваше пожелание наставнику. Он изменит план и пришлёт его снова.
plan-ask-wish = ✍️ Что изменить? Напишите наставнику своими словами, не больше { $most } знаков. Например: «По вторникам у меня кружок, давайте перенесём на среду».
plan-versions = 🕘 Все варианты плана. Выберите, какой прочитать.
plan-version-agreed = № { $number }, действует
plan-version-proposed = № { $number }, ждёт вашего ответа
plan-version-replaced = № { $number }, прежний

button-plan = 🗓 План
button-my-plan = 🗓 Мой план
button-whole-plan = 🗓 Весь план
button-propose = 📨 Предложить так
button-change-plan = ✏️ Изменить план
button-plan-activity = 🧩 Чем заниматься
button-plan-start = 📅 День начала
button-plan-partner = 🏛 Организация-партнёр
button-plan-next = Следующее направление ▶️
button-plan-agree = ✅ Подходит
button-plan-wish = ✍️ Хочу иначе
button-plan-versions = 🕘 Все варианты

refused-plan-moved = План за это время изменился. Посмотрите нынешний вариант.
refused-plan-incomplete = Сначала исправьте направление со знаком ⚠️, потом предлагайте.
refused-plan-not-agreed = Сначала участник должен согласиться с планом. Предложите его: подтвердить можно одним нажатием.
refused-plan-activity = Слишком длинно. Напишите короче, не больше { $most } знаков.
refused-plan-minutes = Напишите от 1 до { $most } минут, например «40».
refused-plan-start = Выберите день в этих пределах: { DAY($first) } – { DAY($last) }
refused-plan-wish = Напишите пожелание в одном-двух предложениях, не больше { $most } знаков.
refused-plan-versions =
    План менялся уже { $most } { $most ->
        [one] раз
        [few] раза
       *[other] раз
    }, больше менять его нельзя. Действует нынешняя версия; если договоритесь иначе, напишите об этом в дневнике.

notice-plan-agreed = ✅ Согласие с планом есть: { $name }. Ещё одно нажатие, и дневник откроется.
notice-plan-changed = ✅ Согласие с новым вариантом плана есть: { $name }. Теперь действует он.
notice-plan-wish = ✍️ <b>{ $name }</b>: просьба изменить план.
notice-activated =
    🚀 <b>Ваш дневник открыт!</b>
    С сегодняшнего дня всё, что вы делаете, засчитывается. Проще всего прислать сюда фото и подписать парой слов, например: «бег 40 мин». Об остальном я спрошу.
