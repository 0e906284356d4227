# Сроки: заявки и записи, которые ждут ответа; участники, о которых давно не слышно.
due-half = ⏳ { $what } · последний день: { DAY($day, style: "weekday") }
due-eve = ⚠️ { $what } · срок почти вышел: { DAY($day, style: "weekday") }
due-missed = 🔴 { $what } · срок прошёл: { DAY($day, style: "short") }
due-more = … и ещё { $count }
due-mentor = наставник: { $name }
due-no-mentor = наставника пока нет
due-applications-act =
    📥 <b>Эти заявки ждут вашего ответа</b>

    Каким бы он ни был, человеку важно его получить.
due-applications-above = ℹ️ <b>Обратите внимание: заявки, которые ждут ответа</b>
due-button-application = 👀 { $name }
due-entries-undecided =
    🔎 <b>Вашей проверки ждут записи: { $count }</b>

    Начнём с самой старой, это недолго.
due-entries-overdue = ⚠️ <b>Записи, которые ждут решения уже неделю</b>
due-entries-line = { $count ->
    [one] • { $name }: { $count } запись, самая старая – { DAY($day, style: "short") }
    [few] • { $name }: { $count } записи, самая старая – { DAY($day, style: "short") }
   *[other] • { $name }: { $count } записей, самая старая – { DAY($day, style: "short") }
}

silence-asked =
    👋 <b>Как вы?</b>

    { $days ->
        [one] Записей от вас не было { $days } день.
        [few] Записей от вас не было { $days } дня.
       *[other] Записей от вас не было { $days } дней.
    } Если не хватает времени – ничего страшного: начать снова никогда не поздно. Если вы заболели или есть другая причина, расскажите: такие недели не считаются пропущенными.
silence-button-absence = 🤒 Есть причина
silence-button-well = 👍 Всё хорошо
silence-button-later = ⏰ Через неделю
silence-answered-well = 👍 Рады слышать! Наставнику тоже передали. Когда будете готовы, просто пришлите сюда, что сделали.
silence-answered-later = ⏰ Хорошо, спросим через неделю. А записать можно в любую минуту.
silence-participants =
    🤫 <b>Ваши участники, о которых две недели не слышно</b>

    Мы по-доброму спросили, как у них дела. Попробуйте связаться и сами.
silence-line = • { $name }, с { DAY($day, style: "short") }
silence-told-well = 👍 <b>{ $name }</b>: всё хорошо, участие продолжается.
