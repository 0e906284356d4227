# Церемония: назначить, пригласить, вход, вручение.
ceremony-list = 🎖 <b>Церемонии</b>
ceremony-none = 🎖 Церемоний пока не назначено.
ceremony-row = { MOMENT($starts) } · { $place }
ceremony-row-off = 🚫 { MOMENT($starts) } · { $place }
ceremony-country = вся страна
ceremony-card =
    🎖 <b>{ MOMENT($starts) }</b>
    { $place }, { $address }
    Для кого: { $region }
    Гостей у каждого: не больше { $guests }

    Приглашены: <b>{ $invited }</b>, придут: <b>{ $come }</b>, с ними гостей: <b>{ $companions }</b>, не смогут: <b>{ $cannot }</b>
    Пришли: <b>{ $came }</b>, знак вручён: <b>{ $has }</b>
    Ждут приглашения: <b>{ $waiting }</b>
ceremony-do-invite = ✉️ Пригласить награждённых
ceremony-do-door = 🚪 Список у входа
ceremony-do-change = ✏️ Изменить день или место
ceremony-do-off = 🚫 Отменить церемонию
ceremony-do-list = ◀️ Все церемонии
ceremony-button-new = ➕ Назначить церемонию
ceremony-button-surely = 🚫 Да, отменить
ceremony-off-surely = Всем приглашённым сообщим, что церемонии не будет. Отменить?
ceremony-invited = Приглашено: { $count }
ceremony-over = Эта церемония уже прошла или отменена.
ceremony-unfit = ⚠️ Напишите хотя бы два знака: название места – до 120, адрес – до 200 знаков.
ceremony-past = ⚠️ Это время уже прошло. Выберите будущий день.
ceremony-too-many = Гостей с собой можно взять не больше { $most }.
ceremony-not-come = Сначала отметьте, что человек пришёл.
ceremony-has-already = Знак уже вручён.
ceremony-ask-day = 🎖 В какой день церемония?
ceremony-ask-hour = Во сколько начало?
ceremony-ask-place = Где она пройдёт? Напишите название места, например: Дворец школьников.
ceremony-ask-address = Напишите адрес: город, улица, дом.
ceremony-ask-guests = Сколько гостей может взять с собой каждый награждённый?
ceremony-ask-bring = Что каждому взять с собой? Напишите, например: удостоверение личности.
ceremony-button-nothing = Ничего не нужно
ceremony-invitation =
    { $reader ->
        [own] 🎖 <b>{ $name }</b>, приглашаем вас на церемонию награждения!
       *[other] 🎖 Вашего ребёнка приглашают на церемонию награждения: <b>{ $name }</b>
    }
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-changed =
    🔁 <b>{ $name }</b>: изменились день или место церемонии.
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-soon =
    ⏰ <b>{ $name }</b>: церемония уже скоро.
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-was =
    <b>{ $name }</b>: назначенная церемония
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-bring = 🎒 Возьмите с собой: { $words }
ceremony-off = 🚫 Эта церемония отменена. О новой сообщим.
ceremony-answer-asked = { $reader ->
    [own] Вы придёте?
   *[other] Придёт ли ваш ребёнок? Ответить можете и вы.
}
ceremony-answer-comes = ✅ Участие подтверждено. Ждём с нетерпением!
ceremony-answer-cannot = Отмечено: прийти не получится. Ничего страшного, знак вручат в центре.
ceremony-with = Гостей: { $guests }.
ceremony-how-many = { $reader ->
    [own] Сколько гостей придёт с вами? Не больше: { $most }.
   *[other] Сколько гостей придёт с вашим ребёнком? Не больше: { $most }.
}
ceremony-code = 📱 <b>{ $name }</b>: покажите этот код у входа.
ceremony-button-map = 📍 Открыть на карте
ceremony-button-come = { $reader ->
    [own] ✅ Приду
   *[other] ✅ Придёт
}
ceremony-button-cannot = { $reader ->
    [own] Не смогу
   *[other] Не сможет
}
ceremony-button-guests = 👪 Указать гостей
ceremony-button-code = 📱 Получить код для входа
ceremony-door =
    🚪 <b>Список у входа</b>
    Нажмите имя того, кто пришёл.
ceremony-nobody = 🚪 Пока никто не приглашён.
ceremony-line-asked = ❔ { $name }
ceremony-line-comes = { $guests ->
    [0] ▫️ { $name }
   *[other] ▫️ { $name } + { $guests }
}
ceremony-line-cannot = ➖ { $name }
ceremony-line-here = { $guests ->
    [0] ✅ { $name }
   *[other] ✅ { $name } + { $guests }
}
ceremony-line-has = 🎖 { $name }
ceremony-guest-here =
    ✅ <b>{ $name }</b>: на месте.
    { $level }
ceremony-guest-has =
    🎖 <b>{ $name }</b>: знак вручён.
    { $level }
ceremony-button-hand = 🎖 Отметить вручение
ceremony-left =
    🎖 <b>Кому вручить знак в центре</b>
    Нажмите имя, когда знак вручён.
ceremony-left-none = 🎖 В центре знаки вручать некому.
ceremony-left-line = 🎖 { $name }
ceremony-not-invited = 🎖 Приглашений на церемонию пока нет.
ceremony-day = { DAY($day) }
ceremony-now = Сейчас: { $was }
ceremony-nothing = ничего не нужно
ceremony-button-keep = ↩️ Оставить как есть
ceremony-check =
    🎖 <b>Всё верно?</b>

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
    👪 Гостей у каждого: не больше { $guests }
    🎒 С собой: { $bring }
ceremony-check-change = Об изменении сообщим всем приглашённым: { $invited }. Если меняется день, время или место, тех, кто собирался прийти, спросим ещё раз.
ceremony-button-make = ✅ Да, назначить
ceremony-button-change = ✅ Да, изменить и сообщить
ceremony-card-bring = 🎒 С собой: { $words }
ceremony-was-off = 🚫 Эта церемония отменена. Приглашённым сообщили.
ceremony-which =
    ✉️ <b>Кого пригласить?</b>
    Ещё не приглашённых, кто подходит под выбор: <b>{ $count }</b>.
ceremony-which-missed =
    ✉️ <b>Не смогли прийти на прежнюю церемонию</b>
    Знак ещё не вручён, под выбор подходят: <b>{ $count }</b>.
ceremony-which-most = За одно нажатие приглашается { $most }.
ceremony-which-level = Награждённых какого уровня пригласить?
ceremony-which-season = Награждённых комиссией какого сезона пригласить?
ceremony-which-region = Награждённых какого региона пригласить?
ceremony-any-level = все уровни
ceremony-any-season = все сезоны
ceremony-any-region = все регионы
ceremony-part-level = 🏅 Уровень: { $value }
ceremony-part-season = 📅 Сезон: { $value }
ceremony-part-region = 🗺 Регион: { $value }
ceremony-part-count = { $value } ({ $count })
ceremony-unknown = не указано
ceremony-button-invite = ✉️ Пригласить ({ $count })
ceremony-button-missed = 🔁 Кто не смог прийти
ceremony-button-new-ones = ✨ Ещё не приглашённые
ceremony-button-add = 🔎 Найти по имени
ceremony-ask-winner = 🔎 Напишите имя или фамилию награждённого.
ceremony-found-winners = Чтобы пригласить, нажмите имя.
ceremony-found-no-winner = 🔍 Среди тех, кого можно пригласить, такого имени нет. Напишите его иначе.
ceremony-winner = { $name } · { $level } · { $region }
ceremony-not-waiting = Этот человек уже приглашён или знак ему уже вручён.
ceremony-do-find = 🔎 Найти по имени
ceremony-ask-guest = 🔎 Напишите имя или фамилию гостя.
ceremony-found = Нажмите имя того, кто пришёл.
ceremony-found-nobody = 🔍 В списке такого имени нет. Напишите его иначе.
ceremony-button-list = 🚪 К списку
ceremony-button-not-here = ↩️ Ошибка, не пришёл
menu-button-invitation = 🎖 Приглашение
menu-button-ward-certificates = 🏅 Удостоверение ребёнка
ceremony-guests-too = 👪 Гостей: { $guests }
