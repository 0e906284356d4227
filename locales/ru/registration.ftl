# Заявка: вопросы, выбор, соглашение, отправка, рассмотрение.
application-step = 📝 Заявка · { $step } / { $steps }
answer-now = Сейчас: <b>{ $current }</b>
button-keep-answer = Оставить так ▶️
answer-day = { DAY($day) }
mistake-typed = Вы написали: «{ $typed }»
mistake-write = ⚠️ На этот вопрос ответьте словами: просто напишите сообщение.
mistake-tap = ⚠️ Здесь нажмите одну из кнопок ниже.

ask-full-name =
    <b>Как вас зовут?</b>

    Напишите фамилию и имя (и отчество, если есть), как в документе.
    Например: <i>Сарсен Айгерим Болатовна</i>
mistake-full-name = ⚠️ Напишите фамилию и имя через пробел, только буквами ({ $shortest }–{ $longest } знаков). Например: <i>Сарсен Айгерим</i>
ask-birth-date =
    <b>Когда вы родились?</b>

    Нажмите год, потом месяц и день. Или напишите: <i>05.03.2010</i>, <i>5 марта 2010</i>
mistake-birth-date = ⚠️ Напишите день, месяц и год. Например: <i>05.03.2010</i> или <i>5 марта 2010</i>
button-another-date = ↩️ Другая дата
ask-region =
    <b>В каком регионе вы живёте?</b>

    Выберите из списка или напишите название.
mistake-region = ⚠️ Такого региона в списке нет. Выберите из списка ниже, в нём несколько страниц.
ask-place =
    <b>В каком городе, районе или ауле вы живёте?</b>

    Например: <i>Талгарский район, село Панфилово</i>
mistake-place = ⚠️ Напишите название места ({ $shortest }–{ $longest } знаков). Например: <i>город Талгар</i>
ask-study =
    <b>Где вы учитесь или работаете?</b>

    Например: <i>школа № 12, 9 «Б» класс</i>
mistake-study = ⚠️ Напишите место учёбы или работы ({ $shortest }–{ $longest } знаков). Например: <i>школа № 12, 9 «Б» класс</i>
ask-photo =
    <b>Пришлите своё фото</b>

    Снимок, где вы одни и хорошо видно лицо.
ask-photo-later = Если фото нет под рукой, его можно добавить перед отправкой заявки.
mistake-photo = ⚠️ Мне нужен снимок: пришлите его как обычное фото или файлом (JPEG, PNG, HEIC, до 20 МБ).
photo-taken = Вот как выглядит ваше фото.
button-photo-later = Добавлю позже
answer-photo = добавлено ✅
ask-about =
    <b>Расскажите о себе</b>

    Хватит двух-трёх предложений: какой вы человек, что вам интересно, чего ждёте от программы?
mistake-about = ⚠️ Напишите о себе от { $shortest } до { $longest } знаков. Например: <i>Учусь в девятом классе, люблю историю, хочу научиться выступать.</i>
ask-hobbies =
    <b>Какое у вас хобби?</b>

    Например: <i>волейбол, домбра, рисование</i>
mistake-hobbies = ⚠️ Напишите, чем занимаетесь в свободное время ({ $shortest }–{ $longest } знаков). Например: <i>волейбол, домбра</i>
ask-phone =
    <b>Какой у вас номер телефона?</b>

    Нажмите кнопку внизу, и Telegram сам пришлёт ваш номер. Или напишите его: <i>+7 701 123 45 67</i>
mistake-phone = ⚠️ Пришлите свой номер кнопкой «Отправить мой номер» или напишите его. Например: <i>+7 701 123 45 67</i>
button-share-contact = 📱 Отправить мой номер

ask-level =
    <b>Выберите уровень</b>

    { $levels }

    Нажмите на уровень, чтобы увидеть всё, что он требует.
level-short = { $emoji } <b>{ $name }</b>: { $about }
level-card = { $card }
level-title =
    { $emoji } <b>{ $name }</b> – { $months ->
        [one] { $months } месяц
        [few] { $months } месяца
       *[other] { $months } месяцев
    }
level-weeks =
    { $direction }: { $weeks ->
        [one] { $weeks } неделя
        [few] { $weeks } недели
       *[other] { $weeks } недель
    }, не меньше { $minutes } мин в неделю
level-books =
    { $direction }: { $books ->
        [one] { $books } книга
        [few] { $books } книги
       *[other] { $books } книг
    }
level-section = { "   " }• { $section }: не меньше { $least }
level-days =
    { $direction }: { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
level-choice = ❓ { $question }
level-option = { "   " }• { $name }
level-optional = ➕ { $direction }: по желанию
button-choose-level = ✅ Выбираю: { $name }

ask-directions =
    <b>Ваши направления</b>

    { $directions }

    Если хотите, добавьте ещё.
direction-line = ✅ { $direction }
button-direction-add = ➕ { $direction }
button-direction-added = ✅ { $direction }
ask-choice = <b>{ $question }</b>
ask-partner =
    <b>Выберите организацию-партнёра</b>

    { $direction }

    Это направление проходят вместе с уполномоченной организацией-партнёром.
button-partner-later = Выберу вместе с наставником
ask-centre =
    <b>Выберите центр программ</b>

    Первыми стоят центры вашего региона (📍). Напишите название или город, и я найду.
centre-near = 📍 { $name } · { $place }
centre-far = { $name } · { $place }
centre-search =
    { $found ->
        [0] 🔍 По запросу «{ $search }» центров не нашлось. Попробуйте написать иначе.
       *[other] 🔍 По запросу «{ $search }» найдено: { $found }
    }
button-all-centres = ✖️ Все центры
button-centre-later = Пусть выберет оператор
ask-mentor =
    { $found ->
        [0] <b>Наставника выберет центр</b>

            Свободных наставников в этом центре пока нет. Нажмите кнопку ниже, и центр найдёт вам наставника.
       *[other] <b>Выберите наставника</b>

            Наставник составит с вами план и будет подтверждать ваш дневник. Первыми стоят те, у кого меньше участников.
    }
mentor-unnamed = Наставник № { $number }
button-mentor-later = Пусть выберет центр

closed = { $why }
closed-too-young =
    🌱 Программа откроется для вас чуть позже: сейчас ваш возраст – { $age }.

    Приходите <b>{ DAY($opens) }</b>, будем рады! Ваши ответы сохранятся.
closed-too-old = 🙏 Спасибо за интерес! К сожалению, участвовать можно только до { $oldest } лет, а ваш возраст – { $age }. Но ваш опыт может пригодиться участникам: обратитесь в центр программ и станьте наставником.
closed-next-level = 🏅 Вы уже получили все уровни, открытые в вашем возрасте ({ $age }), поздравляем! Следующий откроется <b>{ DAY($opens) }</b>.
closed-all-awarded = 🏅 Вы уже получили все уровни. Поздравляем!
closed-no-more = Чтобы продолжить заявку, откройте меню.
button-correct-birth-date = ✏️ Исправить дату рождения

summary =
    <b>Проверьте ответы</b>

    { $lines }
summary-line = <b>{ $question }:</b> { $answer }
summary-missing =
    ⚠️ Чтобы отправить, { $missing ->
        [one] осталось ответить на { $missing } вопрос.
        [few] осталось ответить на { $missing } вопроса.
       *[other] осталось ответить на { $missing } вопросов.
    }
title-full-name = Имя и фамилия
title-birth-date = Дата рождения
title-region = Регион
title-place = Город, село
title-study = Учёба, работа
title-photo = Фото
title-about = О себе
title-hobbies = Хобби
title-phone = Телефон
title-level = Уровень
title-directions = Направления
title-choice = Выбор { $sign }
title-partner = Партнёр { $sign }
title-centre = Центр
title-mentor = Наставник
answer-none = нет ответа
answer-partner-later = вместе с наставником
answer-centre-later = выберет оператор
answer-mentor-later = выберет центр
button-read-agreement = 📄 Прочитать и подписать
button-fill-missing = ➡️ Ответить на остальное
button-change-answer = ✏️ Изменить ответ
change-answer = <b>Какой ответ изменить?</b>

agreement-to-the-end =
    👇 Чтобы подписать, дочитайте до конца: { $unread ->
        [one] осталась { $unread } страница.
        [few] осталось { $unread } страницы.
       *[other] осталось { $unread } страниц.
    }
agreement-sign = Нажимая «Подписываю и отправляю», вы добровольно подписываете это соглашение электронно.
button-sign-and-send = ✍️ Подписываю и отправляю
agreement-version = Редакция: { $version }
agreement-signed-by = ✍️ { $name } – { DAY($day) }, редакция: { $version }
application-sent =
    🎉 <b>Заявка отправлена!</b>

    { $where }

# На каком этапе: этими же словами говорит меню.
where-apply = Заявки пока нет. Чтобы начать, хватит пяти минут.
where-go-on =
    { $left ->
        [0] 📝 Заявка готова: осталось подписать соглашение и отправить.
        [one] 📝 Заявка заполняется: остался { $left } вопрос.
        [few] 📝 Заявка заполняется: осталось { $left } вопроса.
       *[other] 📝 Заявка заполняется: осталось { $left } вопросов.
    }
where-representative = ⏳ Ждём подписи вашего законного представителя. Вы уже отправили ему ссылку?
where-new-link = ⚠️ Срок ссылки для законного представителя истёк, или ею уже воспользовались. Получите новую и отправьте её.
where-mentor-answers = ⏳ Вашу заявку рассматривает наставник: { $who }.
where-centre-chooses = ⏳ Центр выбирает вам наставника: { $who }.
where-operator-chooses = ⏳ Оператор выбирает вам центр и наставника.
where-plan = 🗓 Заявка принята! Наставник ({ $who }) готовит ваш личный план.
where-confirm-plan = 🗓 Ваш личный план готов: посмотрите и подтвердите его. Наставник: { $who }.
where-activate = 🗓 План согласован. Как только наставник ({ $who }) включит вас в программу, откроется дневник.
where-journal = 🟢 Вы в программе: { $level }. Ведите дневник!
where-paused = ⏸ Участие приостановлено: { $level }.
where-complete = 🏁 Уровень завершён: { $level }. Поздравляем!
where-refused = Заявку не приняли. Если хотите, подайте новую.
where-withdrawn = Участие прекращено. Если захотите, подайте заявку снова.
where-until = 📅 Последний день: { DAY($day) }
where-your-mentor = ваш наставник

# Отказы.
refused-birth-date-signed = После подписания соглашения дату рождения изменить нельзя. Если в ней ошибка, скажите наставнику или центру.
refused-applied = Ваша заявка уже отправлена. На каком она этапе, видно в меню.
refused-no-draft = Эту заявку уже нельзя менять: она отправлена или закрыта. На каком она этапе, видно в меню.
refused-level = Этот уровень вам сейчас не открыт: выберите тот, что подходит по возрасту и ещё не получен.
refused-unanswered = В заявке остались вопросы без ответа. Сначала ответьте на них.
refused-unsigned = Сначала прочитайте и подпишите соглашение.
refused-agreement-changed = Пока вы читали, текст соглашения обновился. Прочитайте новый и подпишите ещё раз.
refused-unread = Сначала прочитайте соглашение на этом языке до конца.
refused-mentor-assigned = Наставник для этой заявки уже выбран.

# Тем, кто отвечает на заявку.
notice-application-new =
    📥 <b>Новый участник</b>

    { $name } · { $level }
    Ответьте до { DAY($day) }
button-newcomer = 👀 Открыть карточку
notice-applications-new =
    📥 <b>Новые участники: { $newcomers }</b>
    Первому ответьте до { DAY($day) }
notice-application-unassigned =
    📥 <b>Новая заявка: выберите наставника</b>

    { $name } · { $level }
    Ответьте до { DAY($day) }

    Первыми стоят наставники, у которых меньше участников.
notice-application-no-mentors =
    📥 <b>Новая заявка, а наставников нет</b>

    { $name } · { $level }
    Ответьте до { DAY($day) }

    Пригласите наставника через меню и вернитесь сюда.
button-look-again = 🔄 Посмотреть ещё раз
button-mentor-with-load = { $name } ({ $load })
application-has-mentor =
    ✅ <b>Наставник выбран</b>

    Участник: { $name }
    Наставник: { $mentor }
notice-mentor-assigned =
    🤝 Ваш наставник: <b>{ $name }</b>.

    Ответ на заявку придёт не позже { DAY($day) }
notice-participant-left = ℹ️ Участник вышел из программы: { $name }. Законный представитель отозвал согласие, и данные участника вам больше не открыты.
