# Наставник: список участников, карточка участника, ответ на заявку.
participants-title = { $total ->
    [0] 👥 Пока у вас нет участников. Когда придёт заявка, сразу сообщим.
   *[other] { $new ->
        [0] 👥 Ваши участники: <b>{ $total }</b>. Чью карточку открыть?
       *[other] 👥 Ваши участники: <b>{ $total }</b>. Новые заявки: <b>{ $new }</b>. Чью карточку открыть?
    }
}
participants-row = { $level } { $percent } % · { $name } · { $state }
participants-row-waiting = 📥 { $waiting } · { $level } { $percent } % · { $name } · { $state }
participants-row-new = 🆕 { DAY($day, style: "short") } · { $level } { $name }
participants-row-absence = 📅 { $level } { $name } · ждёт ответа об отсутствии
participants-load =
    🟢 Дневник открыт: { $load_active } · 🗓 План составляется: { $load_planning } · ⏸ На паузе: { $load_paused } · 🏅 Уровень завершён: { $load_complete }
    📥 Записей ждут проверки: <b>{ $waiting }</b>
participants-state-submitted = новая заявка
participants-state-planning = план составляется
participants-state-active = дневник открыт
participants-state-paused = на паузе
participants-state-complete = уровень завершён

participant-who =
    <b>{ $name }</b>, { $age ->
        [one] { $age } год
        [few] { $age } года
       *[other] { $age } лет
    }
    Уровень: { $level }
participant-where =
    📍 { $place }
    🎓 { $study }
participant-phone = 📞 { $phone }
participant-state-submitted = 🆕 Новая заявка. Ответьте до { DAY($day) }
participant-state-active = 🟢 Дневник открыт, личный рейтинг { $percent } %
participant-state-paused = ⏸ На паузе, личный рейтинг { $percent } %
participant-state-complete = 🏅 Уровень завершён
participant-state-refused = Заявка не принята
participant-state-withdrawn = Участие прекращено
participant-state-draft = Заявка заполняется
participant-state-awaiting_representative = Ждём подписи законного представителя
participant-plan-draft = 🗓 План составляется
participant-plan-proposed = 📨 План предложен, ждём ответа участника
participant-plan-agreed = ✅ План согласован. Можно открывать дневник.
participant-direction = { $direction }: { $percent } % · { $done }
participant-direction-asked = { $direction }: { $asked }
asked-weeks = { $count ->
    [one] { $count } неделя
    [few] { $count } недели
   *[other] { $count } недель
}
asked-books = { $count ->
    [one] { $count } книга
    [few] { $count } книги
   *[other] { $count } книг
}
asked-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
participant-signed-participant = ✍️ Соглашение подписано участником: { $name }, { DAY($day) }
participant-signed-representative = ✍️ Соглашение подписано законным представителем: { $name }, { $phone }, { DAY($day) }

button-participants = 👥 Участники
button-card = 👤 Участник
button-take-up = ✅ Принять
button-decline-application = Не могу принять
button-activate = 🚀 Открыть дневник
button-their-progress = 📊 Успехи
button-read-journal = 📖 Дневник
button-found-before = 🔁 Присланное раньше
button-entries-waiting = 📥 Ждут проверки: { $count }
button-marks = 🏅 Отметки
button-task = ➕ Задание

decline-ask = <b>{ $name }</b>. Почему не получается принять заявку? Мы мягко объясним это участнику. Если нет времени или мест, верните заявку центру: там найдут другого наставника.
button-decline-incomplete = Данные неполные
button-decline-photo = По фото не узнать
button-decline-centre = Другой центр ближе
button-decline-words = ✍️ Своими словами
button-hand-back = ↩️ Вернуть центру
decline-incomplete = Часть данных неполная или похожа на ошибку. Проверьте, исправьте и отправьте заявку снова.
decline-photo = По фото вас трудно узнать. Поставьте фото, где хорошо видно лицо, и отправьте заявку снова.
decline-centre = Вам удобнее будет центр рядом с домом или учёбой. Отправьте заявку туда.
decline-words = Напишите причину: участник прочитает именно эти слова. Хорошо, если подскажете и следующий шаг. Не больше { $most } знаков.
application-declined = Мы сообщили участнику причину. Заявку можно подать снова.
application-handed-back = Заявка возвращена: центр выберет другого наставника.
refused-enrolment-moved = За это время всё изменилось. Посмотрите, как обстоят дела сейчас.
refused-decline-reason = Напишите причину в одном-двух предложениях, не больше { $most } знаков.

notice-application-accepted = 🎉 Ваша заявка принята! Ваш наставник: <b>{ $mentor }</b>. Теперь наставник составит ваш личный план и пришлёт его сюда. Вам останется посмотреть и подтвердить.
notice-application-refused =
    На этот раз заявку принять не получилось.
    { $reason }

    Подать заявку можно снова: ваши ответы о себе сохранены, всё в меню.
notice-participant-paused = ⏸ <b>{ $name }</b>: участие на паузе. Недели паузы не считаются пропущенными, напоминаний не будет.
notice-participant-resumed = ▶️ <b>{ $name }</b>: пауза закончилась, дневник снова открыт.
notice-participant-withdrew = ℹ️ <b>{ $name }</b>: участие прекращено по собственному желанию. От вас ничего не требуется.


# Дополнительные задания наставника.
tasks-head = 🎯 Дополнительные задания: <b>{ $name }</b>
tasks-none = Заданий пока нет.
tasks-open = ⏳ { $direction }, срок: { DAY($due) }
tasks-waiting = 📥 { $direction }, срок: { DAY($due) }. Ответ пришёл и ждёт вашей проверки
tasks-done = ✅ { $direction }, срок: { DAY($due) }. Выполнено
tasks-button-new = ➕ Новое задание
tasks-button-drop = 🗑 Снять задание { $number }
tasks-button-drop-yes = 🗑 Да, снять
tasks-button-participant = 👤 Участник
tasks-button-answer = ✏️ Выполнено, пишу ответ
tasks-button-set = ✅ Отправить участнику
tasks-ask-drop = Снять задание? Участник получит сообщение.
tasks-ask-direction = 🎯 <b>{ $name }</b>: по какому направлению задание?
tasks-ask-words = ✍️ Что нужно сделать? Напишите одним-двумя предложениями. Например: «Сыграйте на домбре кюй “Аққу” и пришлите видео».
tasks-ask-due = 📅 До какого дня? Выберите в календаре или напишите: 20.03.2026
tasks-ask-sure =
    🎯 <b>{ $name }</b>
    { $direction }
    { $words }
    📅 Срок: { DAY($due) }
tasks-saved = ✅ Задание отправлено участнику. Срок: { DAY($due) }. Ответ придёт обычной записью.
tasks-not-active = Задания можно давать, только пока участник активен.
tasks-many = Открытых заданий уже много: { $most }. Снимите одно или дождитесь выполнения.
tasks-all = Заданий на одном уровне может быть не больше { $most }, и все они уже даны. О новом договоритесь в личном плане.
tasks-words-empty = Опишите задание одним-двумя предложениями.
tasks-words-long = Слишком длинно: знаков { $length }. Сократите до { $most } и пришлите снова.
tasks-due-wrong = Выберите день от сегодняшнего ({ DAY($today) }) до года вперёд или напишите полностью: 20.03.2026
tasks-too-late = На это задание уже ответили, или оно снято.

tasks-told-set = 🎯 Наставник дал дополнительное задание. { $direction }, срок: { DAY($due) }
tasks-told-hint = Когда сделаете, нажмите кнопку ниже: ответ пишется как обычная запись.
tasks-told-dropped = ℹ️ Наставник снял это задание, выполнять его не нужно. { $direction }, срок: { DAY($due) }


# Отметки наставника: норматив, завершение направления и уровня.
marks-head = 🏅 <b>{ $name }</b>, уровень: { $level }
marks-direction = { $name }: { $done }{ $norm ->
    [yes] . Норматив ✅
   *[no] { "" }
}
marks-direction-missing = { $name }: { $done }{ $norm ->
    [yes] . Норматив ✅
   *[no] { "" }
}. Осталось: { $missing }
marks-hint = Отметьте направление, в котором выполнены все требования. Когда отмечены все, уровень завершён.
marks-complete = 🎉 Уровень полностью завершён.
marks-button-norm = 🏅 Норматив: { $name }
marks-button-unnorm = ↩️ Снять норматив: { $name }
marks-button-done = ✅ { $name }: завершено
marks-button-undone = ↩️ { $name }: снять отметку
marks-button-last = 🎉 Да, уровень завершён
marks-button-participant = 👤 Участник
marks-button-progress = 📊 Успехи
marks-ask-last = Это последнее направление. С этой отметкой уровень будет завершён: <b>{ $name }</b>, { $level }. Потом изменить нельзя. Подтверждаете?
marks-already = Эта отметка уже стоит.
marks-none = Эта отметка уже снята.
marks-not-yet = В этом направлении выполнено ещё не всё. Что осталось, видно в списке.
marks-norm-bound = Это направление отмечено как завершённое. Сначала снимите ту отметку.
marks-not-active = Отметки можно ставить, только пока участник активен.
marks-level-complete = Уровень завершён, отметки больше не меняются.

marks-told-norm = 🏅 Поздравляем! Наставник подтвердил, что норматив сдан. Направление: { $direction }
marks-told-direction = 🎉 Поздравляем! Направление завершено: { $direction }. Завершено направлений: { $complete } / { $total }
marks-told-level = 🎉🏆 Поздравляем, { $name }! Вы завершили все направления уровня: { $level }. Восхищаемся вашим трудом! О награждении сообщим здесь.
marks-told-level-staff = 🎉 Уровень завершён: <b>{ $name }</b>, { $level }.

participant-born-before = ⚠️ Раньше указывалась другая дата рождения: { DAY($day) }
participant-spoken = ☎️ Разговор с представителем: { DAY($day) }
participant-residence = 🏠 Где живёт: { $words }
participant-health = 🩺 Здоровье: { $words }
button-first-contact = ☎️ Первое знакомство
button-mend-birth-date = ✏️ Исправить дату рождения
contact-spoken =
    ☎️ <b>Первое знакомство</b>

    { $name }: участнику нет 18. Прежде чем открыть дневник, свяжитесь с законным представителем: он ли это на самом деле, знаком ли с соглашением, есть ли вопросы.

    Законный представитель: <b>{ $representative }</b>
    Телефон: { $phone }
contact-button-spoken = ✅ Да, разговор состоялся
contact-residence =
    🏠 <b>Где живёт участник?</b>

    { $name }. Уточните, где и с кем. Если верный ответ уже на кнопке, нажмите её.
contact-health =
    🩺 <b>Нужно ли учитывать здоровье?</b>

    Если на тренировке или в походе что-то нужно учесть, напишите коротко. Это увидите только вы и эксперт.
contact-button-nothing = 👌 Учитывать нечего
mistake-first-contact = ⚠️ Напишите словами, от { $shortest } до { $longest } знаков.
refused-not-spoken = Сначала поговорите с законным представителем и подтвердите это: «Первое знакомство».

apart-study = { $name } · { $value }
apart-place = { $name } · { $value }
apart-age = { $name } · возраст { $value }
