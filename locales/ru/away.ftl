# Дни, когда сотрудника нет, и кто его замещает.
away-home =
    🏖 <b>Дни отсутствия</b>

    Отпуск, командировка, болезнь – отметьте здесь. В эти дни вашу работу делает другой человек, а когда вы вернётесь, всё вернётся к вам.
away-own =
    📌 Вас не будет ({ $role }): { $span }
    Вместо вас: <b>{ $instead }</b>
away-others = 👥 Отсутствующие коллеги: { $others }. Нажмите на имя, чтобы выбрать, кто замещает.
away-line-begun = 🏖 { $name }
away-line-planned = 🗓 { DAY($first, style: "short") } · { $name }
away-span = { DAY($first) } – { DAY($last) }
away-span-open = { DAY($first) } – до возвращения
away-button-report = ➕ Отметить дни отсутствия
away-button-back = 🙋 Я на работе
away-button-cancel = ✖️ Снять отметку
away-reason = 🏖 По какой причине? Выберите или напишите своими словами.
away-reason-leave = 🏖 Отпуск
away-reason-illness = 🤒 Болезнь
away-reason-trip = 🧳 Командировка
away-reason-other = 💬 Другая причина
away-first = 📅 Первый день, когда вас не будет? Выберите в календаре или напишите.
away-last = 📅 А последний? Он тоже входит. Если пока неизвестно, нажмите «До возвращения».
away-button-until-return = 🕊 До возвращения
away-sure =
    🏖 <b>Всё верно?</b>

    📅 { $span }
    Причина: { $reason }

    Тому, кто отвечает за вашу работу, сразу придёт сообщение: он заменит вас или назначит другого.
away-button-sure = ✅ Да, отметить
away-one =
    🏖 <b>{ $name }</b> ({ $role })

    📅 { $span }
    Причина: { $reason }
    { $appointed ->
        [yes] Замещает: <b>{ $instead }</b>
       *[no] Пока никто не назначен, работа приходит сюда: <b>{ $instead }</b>
    }
away-button-arrange = 👤 Выбрать, кто замещает
away-button-ended = 🙋 Уже на работе
away-substitute = 👤 Кто замещает? В скобках – сколько участников сейчас.
away-button-me = 🙋 Возьму на себя
away-day-unknown = Не понимаю, какой это день. Выберите в календаре или напишите так: { DAY($today) }
away-first-wrong = Первый день выберите из этих: { DAY($today) } – { DAY($latest) }.
away-last-wrong = Последний день выберите из этих: { DAY($first) } – { DAY($latest) }.
away-overlaps = Эти дни пересекаются с теми, что вы отметили раньше (с { DAY($first) }). Сначала снимите ту отметку или выберите другие дни.
away-over = Этот коллега уже вернулся.
away-words-long = Слишком длинно: { $length } знаков. Уложитесь в { $most }.

notice-absence-mine =
    🏖 Отсутствует <b>{ $name }</b> ({ $role }): { $span }.

    В это время работа приходит к вам. При желании поручите её другому.
notice-absence-others =
    🏖 Отсутствует <b>{ $name }</b> ({ $role }): { $span }.

    Замещает: <b>{ $instead }</b>.
notice-standing-in =
    🤝 Вы замещаете наставника: <b>{ $name }</b>, { $span }.

    { $entries ->
        [0] Непроверенных записей нет 👏
        [one] Вашей проверки ждёт { $entries } запись.
        [few] Вашей проверки ждут { $entries } записи.
       *[other] Вашей проверки ждут { $entries } записей.
    }
notice-standing-in-above = 🤝 Теперь у вас и работа коллеги: <b>{ $name }</b> ({ $role }), { $span }.
notice-standing-in-over = 🙋 <b>{ $name }</b> снова на работе и ведёт свои дела. Спасибо за помощь!
notice-standing-in-replaced = ℹ️ Теперь этого коллегу замещает другой человек: <b>{ $name }</b>. Спасибо за помощь!
notice-absence-arranged = 🤝 Пока вас нет, вас замещает <b>{ $instead }</b>. Не беспокойтесь!
notice-absence-ended =
    👋 С возвращением! Ваши участники снова с вами.

    { $entries ->
        [0] Непроверенных записей нет 👏
        [one] Вашей проверки ждёт { $entries } запись.
        [few] Вашей проверки ждут { $entries } записи.
       *[other] Вашей проверки ждут { $entries } записей.
    }
notice-absence-ended-above = 👋 С возвращением! Ваша работа снова у вас.
participants-row-instead = 🤝 { $name }
participant-instead-of = 🤝 Пока у вас: вы замещаете наставника. Наставник: { $mentor }
