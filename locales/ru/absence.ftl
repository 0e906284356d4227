# Дни, когда участник не может: сообщение и решение наставника.
absence-home = { $none ->
    [yes]
        🤒 <b>Дни, когда вы не можете участвовать</b>

        Болезнь, горе в семье, нет интернета – сообщите здесь. Если наставник примет, эти недели не будут считаться пропущенными, а срок продлится.
   *[no]
        🤒 <b>Дни, когда вы не можете участвовать</b>

        Ниже – то, о чём вы сообщали. Нажмите, чтобы посмотреть, сократить или отозвать.
}
absence-button-report = ➕ Сообщить
absence-line-asked = ⏳ { $days }
absence-line-questioned = ❓ { $days }
absence-line-accepted = ✅ { $days }
absence-line-refused = ❌ { $days }
absence-line-withdrawn = ↩️ { $days }
absence-day = { DAY($first, style: "short") }
absence-days = { DAY($first, style: "short") } – { DAY($last, style: "short") }
absence-days-open = ⏸ { DAY($first) } – продолжается
absence-reason = 🤒 Что случилось? Мы рядом. Выберите из списка или напишите своими словами.
absence-reason-illness = 🤒 Болезнь
absence-reason-disaster = 🌊 Чрезвычайная ситуация
absence-reason-bereavement = 🕊 Горе в семье
absence-reason-internet = 📡 Нет интернета
absence-reason-other = ✍️ Другая причина
absence-first = 📅 Какой первый день? Можно выбрать и прошедший, но не раньше чем месяц назад. Выберите в календаре или напишите.
absence-last = 📅 А последний? Он тоже входит.
absence-button-one-day = Только этот один день
absence-sure =
    🤒 <b>Отправить наставнику?</b>

    📅 { $days }
    Причина: { $reason }
    { $note }
    { $paper ->
        [yes] 📎 Документ добавлен.
       *[no] Если хотите, напишите пару слов или пришлите фото документа. Это необязательно.
    }
absence-button-send = ✅ Отправить
absence-one =
    🤒 <b>{ $days }</b>

    Причина: { $reason }
    { $state }
    { $said }
absence-state-asked = ⏳ Ждёт ответа наставника.
absence-state-questioned = ❓ У наставника вопрос. Ответьте, пожалуйста.
absence-state-accepted = ✅ Принято. Недель по уважительной причине: { $weeks }.
absence-state-refused = ❌ Не принято: эти недели считаются как обычно.
absence-state-withdrawn = ↩️ Вы отозвали это сообщение.
absence-question = 💬 Вопрос наставника:
absence-refused = 💬 Слова наставника:
absence-answer = 💬 Ответ:
absence-button-answer = ✍️ Ответить
absence-button-open = 👀 Открыть
absence-button-shorten = 📅 Закончилось раньше
absence-button-withdraw = ↩️ Отозвать
absence-shorter = 📅 Какой день на самом деле был последним? Недели после него снова считаются.
absence-ask-answer =
    ✍️ Напишите ответ или пришлите фото документа.

    { $said }
absence-not-active = Сообщить об этом может активный участник. На паузе недели и так не считаются пропущенными.
absence-first-wrong = Первый день выберите из этих: { DAY($earliest) } – { DAY($latest) }.
absence-last-wrong = Последний день выберите из этих: { DAY($first) } – { DAY($latest) }. Если нужно дольше, возьмите паузу в своей карточке.
absence-before-start = Вы начали { DAY($first) }. Дни до этого и так не считаются.
absence-overlaps = Эти дни пересекаются с уже названными: { DAY($first) } – { DAY($last) }. Сначала сократите или отзовите те.
absence-shorten-wrong = Выберите из этих дней: { DAY($first) } – { DAY($latest) }.
absence-paper-kind = Пришлите документ фотографией или файлом.
absence-words-long = Слишком длинно: { $length } знаков. Уложитесь в { $most }.
absence-words-needed = Напишите одно-два предложения.
absence-already-asked = Это ждёт ответа наставника.
absence-already-questioned = Участнику уже задан вопрос, ждём ответа.
absence-already-accepted = Это уже принято.
absence-already-refused = Это уже решено: не принято.
absence-already-withdrawn = Участник это уже отозвал.

excuse-card =
    🤒 <b>{ $name }</b> не может участвовать в эти дни: <b>{ $days }</b>

    Причина: { $reason }
excuse-weeks = Недель по уважительной причине, если принять: { $weeks }. До сих пор их: { $excused }, а всего недель на уровне: { $level }.
excuse-state-questioned = ❓ Вопрос отправлен, ждём ответа.
excuse-state-accepted = ✅ Принято.
excuse-state-refused = ❌ Не принято.
excuse-state-withdrawn = ↩️ Участник отозвал сообщение.
excuse-button-ok = ✅ Принять
excuse-button-ask = ❓ Уточнить
excuse-button-refuse = ❌ Не принять
excuse-button-show = 🤒 Отсутствие: ждёт ответа
excuse-ask-question = ❓ Что уточнить? Напишите своими словами, участник ответит.
excuse-ask-refusal = ❌ Почему не принимаете? Напишите причину, участник её прочтёт.
notice-excuse-withdrawn = ↩️ <b>{ $name }</b> отзывает сообщение об этих днях: { $days }. Недели снова считаются.
notice-excuse-shortened = 📅 <b>{ $name }</b> возвращается раньше. Теперь дни такие: { $days }.
notice-excuse-accepted = ✅ Наставник принял эти дни: { $days }. Недель по уважительной причине: { $weeks }. Не торопитесь, напоминать в это время не будем.
notice-excuse-questioned = ❓ У наставника вопрос об этих днях: { $days }.
notice-excuse-refused = ❌ Наставник не принял эти дни: { $days }. Недели считаются как обычно.
