# Спор: участник не согласен с решением, судит эксперт, один раз можно обратиться к координатору.
dispute-button-begin = ⚖️ Оспорить
dispute-button-annul = ✅ Отменить решение
dispute-button-confirm = ☑️ Решение верно
dispute-button-appeal = ⚖️ К координатору
dispute-button-withdraw = 🗑 Отозвать спор
dispute-button-files = 📎 Файлы записи
dispute-button-show = ⚖️ { $name }
dispute-ask-entry =
    ⚖️ <b>С чем вы не согласны?</b>

    Напишите своими словами, что вы сделали и почему решение кажется несправедливым. Эксперт прочтёт вашу запись и слова наставника и ответит за пять рабочих дней. Напишите всё одним сообщением: оно сразу отправится. Не больше { $most } знаков.
dispute-ask-task =
    ⚖️ <b>Почему вы не согласны с этим заданием?</b>

    Напишите своими словами. Эксперт выслушает обе стороны и ответит за пять рабочих дней. Напишите всё одним сообщением: оно сразу отправится. Не больше { $most } знаков.
dispute-ask-appeal =
    ⚖️ <b>Почему вы не согласны с решением эксперта?</b>

    Региональный координатор прочтёт всё с начала и ответит за пять рабочих дней. Это решение окончательное. Напишите всё одним сообщением: оно сразу отправится. Не больше { $most } знаков.
dispute-ask-confirm = ☑️ Почему решение верно? Эти слова прочтут обе стороны. Не больше { $most } знаков.
dispute-ask-annul = ✅ Почему решение отменяется? Эти слова прочтут обе стороны. Не больше { $most } знаков.
dispute-said-entry = ⚖️ <b>Спор передан эксперту.</b> Ответ придёт в этот чат.
dispute-said-task = ⚖️ <b>Спор передан эксперту.</b> Ответ придёт в этот чат.
dispute-said-appeal = ⚖️ <b>Обращение передано координатору.</b>
dispute-said-confirm = ☑️ <b>Решение подтверждено.</b> Обеим сторонам сообщили.
dispute-said-annul = ✅ <b>Решение отменено.</b> Обеим сторонам сообщили.
dispute-head =
    ⚖️ <b>Спор</b>
    Участник: { $name }
    Наставник: { $mentor }
dispute-entry = 📖 Запись: { $summary }
dispute-task = 🎯 Дополнительное задание: { $direction }, срок { DAY($day, style: "short") }
dispute-decided-returned = ↩️ Наставник вернул на исправление:
dispute-decided-rejected = ❌ Наставник не принял:
dispute-decided-approved = ✅ Наставник подтвердил:
dispute-participants-words = 💬 Слова участника:
dispute-answer-confirmed = ☑️ Эксперт подтвердил решение:
dispute-answer-annulled = ✅ Эксперт отменил решение:
dispute-appeal-words = 💬 Обращение участника:
dispute-appeal-answer-confirmed = ☑️ По обращению решение подтверждено:
dispute-appeal-answer-annulled = ✅ По обращению решение отменено:
dispute-waits = ⏳ Последний день для ответа: { DAY($day) }
dispute-withdrawn = 🗑 Участник отозвал спор.
dispute-files = 📎 <b>{ $name }</b>: файлы записи, о которой спор
dispute-no-files = 📎 <b>{ $name }</b>: в этой записи файлов нет
dispute-told-opened = ⚖️ <b>Вам решать этот спор.</b> Прочтите, что говорят обе стороны, и примите решение.
dispute-told-against = ⚖️ <b>Участник не согласен с вашим решением.</b> Это его право. Решит тот, кто прочтёт слова обеих сторон.
dispute-told-confirmed = ☑️ <b>Спор рассмотрен: решение осталось в силе.</b>
dispute-told-annulled-entry = ✅ <b>Спор рассмотрен: решение отменено, запись подтверждена.</b>
dispute-told-annulled-task = ✅ <b>Спор рассмотрен: дополнительное задание отменено.</b>
dispute-due = ⚖️ <b>Споры ждут ответа</b>
dispute-due-line = { $name } – { $mentor }
disputes-open = { $count ->
    [0] ⚖️ <b>Споров, ждущих ответа, нет</b> 👏
   *[other] ⚖️ <b>Ждут ответа споры: { $count }</b>
}
disputes-line = { $term ->
    [over] ⚠️
   *[runs] ⏳
} <b>{ $name }</b> – { $mentor }: { $days ->
    [0] поступил сегодня
    [one] ждёт { $days } день
    [few] ждёт { $days } дня
   *[other] ждёт { $days } дней
}{ $answers ->
    [me] , решать вам
   *[another] , решает другой арбитр
}
refused-dispute-late = Спорить об этом уже поздно: запись или задание изменились.
refused-dispute-already = Спор об этом уже был открыт.
refused-dispute-words = Напишите хотя бы несколько слов: другая сторона должна знать, что вы думаете.
refused-dispute-long = Слишком длинно: { $length } знаков. Сократите до { $most } знаков.
refused-dispute-answered = На этот спор уже ответили.
refused-dispute-moved = Тем временем всё изменилось. Вот как обстоит дело сейчас.
