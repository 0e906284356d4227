# Экспертная запись наставника: четыре коротких экрана, нажатием, письмом или голосом.
menu-button-notes = 📝 Экспертные записи: { $count }
menu-button-recommendations = { $count ->
    [0] 🎖 Рекомендовать к награде
   *[other] 🎖 Рекомендовать: { $count }
}
menu-button-notes-read = 📚 Записи и рекомендации
menu-button-household = 🏠 Живут со мной
menu-button-way = 🎖 Путь к знаку
menu-button-levels = 🗂 Мои уровни
note-head =
    📝 <b>Экспертная запись</b> · { $number }/{ $total }
    <b>{ $name }</b>, { $level }
note-left = 👥 Ещё в очереди: { $left }.
note-question = ❓ <b>Вопрос руководителя центра:</b>
note-fact-direction = { $direction }: { $done }
note-fact-hours = ⏱ Всего: { $hours } ч { $minutes } мин, подтверждено записей – { $entries }
note-fact-honesty = ✏️ Исправлено записей – { $mended }, 🔁 использовано повторно – { $reused }, ⚖️ споров – { $disputes }
note-ask-strengths =
    💪 <b>В чём сильные стороны?</b>
    Нажмите, напишите или пришлите голосовое. Не больше { $most } знаков.
note-ask-growth =
    🌱 <b>Что изменилось за этот путь, в чём рост?</b>
    Нажмите, напишите или пришлите голосовое. Не больше { $most } знаков.
note-ask-direction =
    <b>{ $direction }</b> ({ $place }/{ $count })
    Одно предложение об этом направлении: нажмите, напишите или скажите голосом.
note-ask-verdict = 🎖 <b>Рекомендуете участника к награде?</b> После отправки запись не меняется.
note-ask-fill = ✍️ Заполните все части записи, и можно будет дать рекомендацию.
note-ask-reason =
    ⏳ <b>Почему пока не рекомендуете?</b>
    Нажмите, напишите или пришлите голосовое. Не больше { $most } знаков.
note-said-so-far = Сейчас написано:
note-spoken = 🎤 Голосовое сообщение
note-part-strengths = 💪 Сильные стороны
note-part-growth = 🌱 В чём рост
note-part-reason = ⏳ Почему пока нет
note-part-title = <b>{ $title }</b>
note-usual-strengths-1 = Упорство, доводит до конца
note-usual-strengths-2 = Ответственность, точность
note-usual-strengths-3 = Интерес, самостоятельность
note-usual-strengths-4 = Открытость, работа в команде
note-usual-strengths-5 = Помогает тем, кто рядом
note-usual-growth-1 = Больше уверенности в себе
note-usual-growth-2 = Умеет планировать время
note-usual-growth-3 = Свободнее говорит с людьми
note-usual-growth-4 = Крепче здоровье
note-usual-growth-5 = Больше самостоятельности
note-usual-direction-1 = Выполнено честно и полностью
note-usual-direction-2 = Очень хороший результат
note-usual-direction-3 = Занятия были регулярными
note-usual-direction-4 = Трудности не остановили
note-usual-direction-5 = Увлечение продолжается
note-usual-reason-1 = Мало самостоятельности
note-usual-reason-2 = Мало подтверждений
note-usual-reason-3 = Стоит набраться опыта
note-button-keep = ▶️ Оставить так
note-button-later = ⏭ Следующий участник
note-button-yes = ✅ Рекомендую
note-button-not-yet = ⏳ Пока нет
note-button-fill = ✍️ Заполнить
note-button-write = 📝 Написать запись
note-button-of = 📝 { $name }
note-sent = Запись отправлена. В очереди: { $left }
note-all-done = ✅ <b>Все экспертные записи написаны.</b> Спасибо! Теперь слово за центром: рекомендует ли он к награде.
note-told-asked-back = ❓ <b>{ $name }</b>, { $level }: у руководителя центра вопрос к экспертной записи.
note-told-written = 📝 <b>Наставник написал экспертную запись.</b> Прочтите её и решите, рекомендуете ли к награде.
refused-note-unfinished = Запись ещё не полная: напишите или скажите по предложению в каждой части.
refused-note-empty = Напишите несколько слов или пришлите голосовое.
refused-note-long = Слишком длинно, знаков: { $length }. Сократите до { $most }.

# Рекомендация руководителя центра.
dossier-head =
    🎖 <b>{ $name }</b>, { $level }
    Дело № { $number }
dossier-note-of = 📝 <b>Экспертная запись</b> – { $name }
dossier-mentor-yes = ✅ Наставник рекомендует к награде.
dossier-mentor-not-yet = ⏳ Наставник пока не рекомендует.
dossier-missing = ⚠️ <b>Чтобы рекомендовать, не хватает:</b>
dossier-missing-mark = • { $direction }: отметки о завершении
dossier-missing-norm = • { $direction }: отметки, что норматив сдан
dossier-missing-agreement = • соглашения, подписанного участником
dossier-missing-representative = • подписи законного представителя
dossier-button-yes = ✅ Рекомендовать к награде
dossier-button-ask = ❓ Спросить наставника
dossier-button-no = 🚫 Не рекомендовать
dossier-button-whole = 🎧 Послушать, прочесть всё
dossier-button-show = 🎖 Открыть дело
dossier-button-of = 🎖 { $name }
dossier-button-list = 📋 Список
dossier-which-ask = ❓ <b>{ $name }</b>: о чём спросить наставника? Запись вернётся к нему с вашим вопросом.
dossier-which-refuse = 🚫 <b>{ $name }</b>: почему не рекомендуете? Участник прочтёт причину и сможет её оспорить.
dossier-why-ask-examples = Приведите примеры
dossier-why-ask-growth = Подробнее: в чём рост?
dossier-why-ask-reused = Откуда повторы материалов?
dossier-why-no-part = Мало собственного участия
dossier-why-no-honesty = Записи недостоверны
dossier-why-no-alone = Результата пока мало
dossier-why-words = ✍️ Своими словами
dossier-words-ask = ❓ Напишите вопрос наставнику одним сообщением. Не больше { $most } знаков.
dossier-words-refuse = 🚫 Напишите причину одним сообщением: участник прочтёт эти слова. Не больше { $most } знаков.
dossier-done-yes = { $left ->
    [0] ✅ <b>Рекомендация дана.</b> В очереди никого 👏
   *[other] ✅ <b>Рекомендация дана.</b> В очереди ещё { $left }:
}
dossier-done-ask = { $left ->
    [0] ❓ <b>Вопрос отправлен наставнику.</b> В очереди никого.
   *[other] ❓ <b>Вопрос отправлен наставнику.</b> В очереди ещё { $left }:
}
dossier-done-no = { $left ->
    [0] 🚫 <b>Рекомендации нет, причина отправлена участнику.</b> В очереди никого.
   *[other] 🚫 <b>Рекомендации нет, причина отправлена участнику.</b> В очереди ещё { $left }:
}
dossier-state-complete = ждёт записи наставника
dossier-state-returned = наставнику задан вопрос
dossier-state-noted = ждёт рекомендации
dossier-state-not-recommended = без рекомендации
dossier-state-recommended = рекомендация дана
dossier-state-candidate = рассматривает комиссия
dossier-state-interviewed = собеседование прошло
dossier-state-awarded = решено наградить 🏅
dossier-state-declined = решено не награждать
dossier-state-deferred = отложено до следующего сезона
dossier-state-appealed = рассматривается апелляция
dossier-state-invited = отправлено приглашение на церемонию
dossier-state-handed-over = знак вручён 🏅
dossier-state-revoked = удостоверение отозвано ⛔
dossier-state-at-centre = знак вручат в центре 🏅
dossiers-waiting = { $count ->
    [0] 🎖 <b>Никто не ждёт вашей рекомендации</b> 👏
   *[other] 🎖 <b>Ждут вашей рекомендации: { $count }</b>
}
dossiers-read = { $count ->
    [0] 📚 <b>Экспертных записей пока нет</b>
   *[other] 📚 <b>Экспертные записи: { $count }</b>
}
dossiers-line = { $mentor ->
    [yes] ✅
   *[not-yet] ⏳
} <b>{ $name }</b>, { $level }
dossiers-name = • { $name }
dossiers-button-several = ☑️ Рекомендовать нескольких
dossiers-button-all = ☑️ Отметить всех
dossiers-button-go-on = ▶️ Дальше
dossiers-button-sure = ✅ Да, рекомендую
dossiers-choose = ☑️ <b>Кого рекомендуете к награде?</b> Здесь те, кого рекомендует наставник и у кого всё на месте.
dossiers-sure =
    🎖 <b>Рекомендовать этих участников к награде?</b> Всего: { $count }

    { $names }
dossiers-recommended = ✅ <b>Рекомендаций дано: { $count }</b>{ $left ->
    [0] { "" }
   *[other] { "" } Остались, потому что их дела тем временем изменились: { $left }.
}
dossiers-due = 🎖 <b>На пути к знаку подошла очередь</b>
dossiers-due-note = { $name }: экспертная запись ({ $who })
dossiers-due-noted = { $name }: рекомендация к награде ({ $who })
dossiers-due-commission = { $name }: решение комиссии
dossiers-due-nobody = пока некому: нужно назначить
refused-dossier-missing = Пока рекомендовать нельзя: чего не хватает, написано в деле.

# Путь от уровня до знака.
way-title = 🎖 <b>Путь к знаку</b>: { $name }, { $level }
way-title-own = 🎖 <b>Путь к знаку</b>: { $level }
way-none = 🎖 Этот путь начнётся, когда уровень будет завершён.
way-step-note = Экспертная запись наставника
way-step-recommendation = Рекомендация центра
way-step-commission = Комиссия, собеседование
way-step-decision = Решение
way-step-invitation = Приглашение на церемонию
way-step-handing-over = Вручение знака
way-step-done = ✅ { $step } – { DAY($day, style: "short") }
way-step-now = 👉 <b>{ $step }</b>
way-step-ahead = ▫️ { $step }
way-who = 🤝 Чья очередь: { $names }
way-since = 📅 С какого дня: { DAY($day) }
way-until = ⏳ Последний день: { DAY($day) }
way-reason = 💬 Причина:
way-next-declined = 🔁 Это решение больше не изменится. Если хотите, можно пройти этот уровень заново.
way-next-deferred = 🔜 От вас ничего не нужно: в следующем сезоне ваше дело рассмотрят первым.
way-now-complete = <b>Шаг { $number } из { $total }:</b> наставник пишет экспертную запись
way-now-returned = <b>Шаг { $number } из { $total }:</b> наставник дополняет запись
way-now-noted = <b>Шаг { $number } из { $total }:</b> центр решает, рекомендовать ли к награде
way-now-not-recommended = <b>Шаг { $number } из { $total }:</b> центр пока не рекомендовал к награде
way-now-recommended = <b>Шаг { $number } из { $total }:</b> { $reader ->
    [own] оператор передаст ваше дело комиссии
   *[staff] оператор передаст дело комиссии
}
way-now-candidate = <b>Шаг { $number } из { $total }:</b> { $reader ->
    [own] комиссия рассматривает ваше дело
   *[staff] комиссия рассматривает дело
}
way-now-interviewed = <b>Шаг { $number } из { $total }:</b> собеседование прошло, теперь решает комиссия
way-now-declined = <b>Шаг { $number } из { $total }:</b> на этот раз комиссия решила не награждать
way-now-deferred = <b>Шаг { $number } из { $total }:</b> решение отложено до следующего сезона
way-now-appealed = <b>Шаг { $number } из { $total }:</b> апелляцию рассматривают другие члены комиссии
way-now-awarded = <b>Шаг { $number } из { $total }:</b> { $reader ->
    [own] награда ваша, скоро придёт приглашение на церемонию 🏅
   *[staff] решено наградить, дальше приглашение на церемонию 🏅
}
way-now-invited = <b>Шаг { $number } из { $total }:</b> знак вручат на церемонии 🏅
way-now-handed-over = <b>Все шаги пройдены:</b> знак вручён 🏅
way-now-revoked = <b>⛔ Удостоверение отозвано:</b> { $reader ->
    [own] знак и удостоверение этого уровня больше не действуют
   *[staff] знака этого уровня у участника больше нет
}
way-now-at-centre = <b>Шаг { $number } из { $total }:</b> знак вручат в центре 🏅
way-told-recommended = 🎉 <b>Центр рекомендовал вас к награде.</b> Теперь ваше дело рассмотрит комиссия.
way-told-not-recommended = 🙏 <b>Центр пока не рекомендовал вас к награде.</b> Причина ниже. Если не согласны, нажмите кнопку под сообщением и откройте спор: арбитр выслушает обе стороны.
way-button-participant = 👤 Участник
way-button-note = 📝 Запись наставника
button-way = 🎖 Путь к знаку
levels-title = 🗂 <b>Мои уровни</b>
levels-line = { $level }: { $state ->
    [complete] завершён { DAY($ended, style: "short") }
    [active] идёт с { DAY($began, style: "short") }
    [paused] на паузе, начат { DAY($began, style: "short") }
    [withdrawn] вы вышли, начат { DAY($began, style: "short") }
   *[other] заявка от { DAY($began, style: "short") }
}
levels-button-journal = 📖 Дневник
levels-button-progress = 📊 Успехи
next-level-sent = Заявка на следующий уровень отправлена!
refused-next-level = Сейчас нет следующего уровня, который открылся бы сразу. Подать заявку можно из меню.

# Кто живёт вместе с сотрудником: о них он сам не решает.
household-title =
    🏠 <b>Живут со мной</b>
    Если участник живёт с вами, запись и рекомендацию пишет другой человек, решение тоже принимает другой. Список видите только вы.

    { $lines }
household-none = Пока никто не указан.
household-line = • { $name }, { DAY($day) }
household-button-new = ➕ Добавить
household-button-drop = 🗑 { $name }
household-ask-name = 🏠 Как зовут того, кто живёт с вами? Например: Серік Аружан
household-ask-born = 📅 <b>{ $name }</b>: дата рождения? Например: 05.03.2010
refused-household-name = Напишите фамилию и имя полностью. Например: Серік Аружан
refused-household-date = Такой даты рождения не бывает. Например: 05.03.2010
refused-household-many = В списке уже { $most } чел.: сначала уберите кого-нибудь.

# Короткая характеристика на карточке.
characterisation-title = 💬 <b>Характеристика от наставника:</b>
button-characterise = 💬 Написать характеристику
characterise-ask =
    💬 <b>{ $name }</b>: напишите короткую характеристику. Участник всегда её видит. Не больше { $most } знаков.

    Сейчас: { $words }
refused-characterisation-empty = Напишите несколько слов.
refused-characterisation-long = Слишком длинно, знаков: { $length }. Сократите до { $most }.
