# Собеседование: комиссия предлагает время, кандидат выбирает.
interview-weekday = { DAY($day, style: "weekday") }
interview-day-brief = { DAY($day, style: "brief") }
interview-place = 📍 { $place }
interview-place-online = 💻 Онлайн-встреча: { $place }
interview-title = Собеседование: { $level }
interview-title-of = Собеседование: { $name }
interview-file = 📅 Откройте файл, и собеседование появится в календаре телефона.

interview-none = { $free ->
    [0]
        🎙 <b>Собеседование. { $level }</b>

        Комиссия ещё не предложила время. Как только предложит, мы сразу напишем.
   *[other]
        🎙 <b>Собеседование. { $level }</b>

        Когда вам удобно поговорить с комиссией? Свободных вариантов: { $free }. Выберите подходящий.
}
interview-taken-card =
    🎙 <b>Собеседование. { $level }</b>

    🗓 { MOMENT($when) }, { $minutes } мин
    { $place }

    { $changes ->
        [yes] Поменять время можно не позже чем за день. Напомним за день и за полчаса.
       *[no] Поменять время уже нельзя. Напомним за полчаса.
    }
interview-over-came =
    🎙 <b>Собеседование. { $level }</b>

    ✅ Собеседование прошло. Ждём решения комиссии.
interview-without =
    🎙 <b>Собеседование. { $level }</b>

    Собеседование не состоялось. Комиссия примет решение по вашему делу без него.
interview-choose-day = { $more ->
    [0] 🗓 Какой день вам подходит?
   *[other] 🗓 Какой день вам подходит? Есть дни и позже ({ $more }): они появятся, когда ближайшие займут.
}
interview-day-free = { $day } · свободно { $free }
interview-choose-time = 🕙 <b>{ $day }.</b> Выберите время.
interview-ask-back = Собеседование назначено на { MOMENT($when) }. Освободить это время? Потом можно выбрать другое.
interview-button-choose = 🗓 Выбрать время
interview-button-change = 🔁 Поменять время
interview-button-cannot = ✖️ Освободить время
interview-button-give-back = ✖️ Да, освободить
interview-button-calendar = 📅 Добавить в календарь
interview-button-join = 💻 Подключиться
interview-button-show = 🎙 Открыть собеседование

interview-taken = Это время только что заняли. Выберите другое.
interview-over = Это время уже прошло или отменено.
interview-too-soon = До собеседования меньше дня, поменять время уже нельзя. Если прийти не получится, сообщите наставнику.
interview-no-more = Выбирать время больше не нужно: комиссия решит сама.
interview-no-candidate = Сейчас собеседование у вас не назначено.
interview-not-yet = Собеседование ещё не началось.
interview-noted = Это уже отмечено.

interview-days = { $days ->
    [0]
        🎙 <b>Время собеседований</b>

        Пока ничего не предложено. Можно сразу предложить время на целый день.
   *[other]
        🎙 <b>Время собеседований</b>

        Выберите день. Рядом с днём: сколько занято / сколько всего.
}
interview-day-taken = { $day } · { $taken }/{ $all }
interview-day = 🎙 <b>{ $day }</b>
interview-line-free = { $when } · свободно
interview-line-taken = { $when } · { $name }
interview-line-came = { $when } · ✅ { $name }
interview-line-missed = { $when } · ❌ { $name }
interview-line-conflict = { $when } · конфликт интересов
interview-one =
    🎙 <b>{ MOMENT($when) }</b>, { $minutes } мин
    { $place }

    { $state ->
        [free] Время свободно.
        [hidden] У вас конфликт интересов с этим кандидатом, поэтому имя не показано.
       *[taken] Кандидат: { $name }. { $came ->
            [yes] ✅ Собеседование прошло.
            [no] ❌ Кандидат не пришёл.
           *[open] {""}
        }
    }
interview-button-dossier = 📁 Дело кандидата
interview-button-offer = ➕ Предложить время
interview-button-came = ✅ Собеседование прошло
interview-button-not-come = ❌ Собеседования не было
interview-button-take-back = ✖️ Отменить время
interview-ask-take-back = { $taken ->
    [yes] { MOMENT($when) }: это время выбрал кандидат. Если отменить, мы попросим выбрать другое.
   *[no] { MOMENT($when) }: отменить это время?
}
interview-took-back = Время отменено

interview-ask-day = 🗓 На какой день?
interview-ask-first = 🕙 Во сколько первое собеседование?
interview-ask-minutes = ⏱ Сколько минут длится каждое?
interview-ask-pause = ☕️ Сколько минут перерыва между ними?
interview-ask-count = 🔢 Сколько собеседований? Последнее должно закончиться к 20:00.
interview-ask-none = В этот день времени уже не осталось. Выберите другой.
interview-ask-place =
    🗓 <b>{ $day }</b>: начало в { $first }, по { $minutes } мин, всего собеседований: { $count }.

    Где это будет? Пришлите ссылку на встречу (https://meet.google.com/abc-defg-hij) или адрес.
interview-offered = ✅ Предложено вариантов: { $times }. Сообщим кандидатам, которые ещё не выбрали время.
interview-hours = Собеседования идут с 10:00 до 20:00. Измените начало или количество.
interview-day-unfit = Это время уже прошло или ещё слишком далеко. Выберите другой день.
interview-place-unfit = Ссылка должна начинаться с https://, например https://meet.google.com/abc-defg-hij. Или напишите адрес: Алматы, проспект Абая, 10.
interview-too-many = Больше предложить нельзя, свободных вариантов впереди уже { $most }. Сначала отмените лишние.

notice-interview-offered =
    🎙 <b>Комиссия приглашает вас на собеседование</b>

    Ваше дело ({ $level }) у комиссии. Выберите удобное время: кто первый выбрал, того и время.
notice-interview-taken-back = ⚠️ Собеседования в выбранное вами время не будет. Просим прощения! Выберите, пожалуйста, другое.
notice-interview-missed = { $again ->
    [yes] 🎙 На собеседование прийти не получилось. Бывает! Можно выбрать время ещё раз.
   *[no] 🎙 Собеседование снова не состоялось. Комиссия примет решение по вашему делу без него.
}
notice-interview-own = { $stage ->
    [day]
        🎙 <b>До собеседования остался день</b>

        🗓 { MOMENT($when) }, { $minutes } мин
        { $place }
    [late]
        🎙 <b>Скоро собеседование</b>

        🗓 { MOMENT($when) }, { $minutes } мин
        { $place }
   *[soon]
        🎙 <b>До собеседования полчаса</b>

        🗓 { MOMENT($when) }, { $minutes } мин
        { $place }

        Удачи! Будьте собой: комиссия хочет вас услышать.
}
notice-interview-of = { $stage ->
    [day]
        🎙 <b>До собеседования остался день</b>

        { $name }
        🗓 { MOMENT($when) }, { $minutes } мин
        { $place }
    [late]
        🎙 <b>Скоро собеседование</b>

        { $name }
        🗓 { MOMENT($when) }, { $minutes } мин
        { $place }
   *[soon]
        🎙 <b>До собеседования полчаса</b>

        { $name }
        🗓 { MOMENT($when) }, { $minutes } мин
        { $place }
}
