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
participant-signed-representative = ✍️ Соглашение подписано законным представителем: { $name }, { DAY($day) }

button-participants = 👥 Участники
button-card = 👤 Участник
button-take-up = ✅ Принять
button-decline-application = Не могу принять
button-activate = 🚀 Открыть дневник
button-their-progress = 📊 Успехи
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
