# Сотрудники, центры, организации-партнёры, заявки без наставника.
staff-home =
    ✉️ <b>Сотрудники и центры</b>

    Сотрудника приглашают одноразовой ссылкой: он открывает её в своём Telegram.
staff-button-invite = ✉️ Пригласить сотрудника
staff-button-people = 👥 Список сотрудников
staff-button-centres = 🏫 Центры
staff-button-partners = 🏛 Партнёры
staff-unnamed = имя ещё не указано

staff-role = ✉️ Кого приглашаете?
staff-region = 🗺 В какой регион?
staff-centre = 🏫 В какой центр?
staff-no-centres = 🏫 Центров пока нет. Вернитесь назад и сначала добавьте центр в разделе «Центры».
staff-expert = 🔎 За каким экспертом закрепить этого наставника?
staff-button-no-expert = Решу позже
staff-link =
    ✉️ <b>Приглашение: { $role }</b>

    { $link }

    { $days ->
        [one] Отправьте ссылку тому, кого приглашаете, или покажите QR-код. Открыть её может один человек и один раз; она действует { $days } день.
        [few] Отправьте ссылку тому, кого приглашаете, или покажите QR-код. Открыть её может один человек и один раз; она действует { $days } дня.
       *[other] Отправьте ссылку тому, кого приглашаете, или покажите QR-код. Открыть её может один человек и один раз; она действует { $days } дней.
    }
staff-share-words = { $programme }: приглашаем вас. Ваша роль – { $role }. Откройте ссылку и нажмите «Начать».

staff-people = 👥 <b>Сотрудники</b>: { $total }
staff-colleague = { $name } · { $role }
staff-person =
    👤 <b>{ $name }</b>

    { $role } · { $where }
staff-person-participants = 👥 Участников: { $participants }
staff-button-hand-over = 🔁 Передать участников
staff-button-end = 🚪 Снять роль
staff-ending =
    🚪 <b>Снять роль?</b>

    { $name } · { $role }

    Эти разделы закроются, выданные приглашения перестанут действовать. При необходимости можно пригласить снова.
staff-button-end-surely = 🚪 Да, снять
staff-successor = 🔁 Кому передать участников? В скобках – сколько их у наставника сейчас.
staff-no-successor = 🔁 Других наставников в этом центре нет. Сначала пригласите кого-нибудь.
staff-handed-over = Передано участников: { $participants }

staff-centres =
    🏫 <b>Центры</b>: { $total }

    { $lines }
staff-centre-line = • { $name } – { $place }, { $region }
staff-button-add-centre = ➕ Добавить центр
staff-centre-name = 🏫 Напишите полное название нового центра.
staff-centre-region = 🗺 В каком регионе центр?
staff-centre-place = 📍 В каком городе или районе? Например: <i>город Талдыкорган</i>
mistake-centre-name = ⚠️ Напишите название: от { $shortest } до { $longest } знаков. Например: <i>Молодёжный центр Алматинской области</i>
mistake-centre-place = ⚠️ Напишите место: от { $shortest } до { $longest } знаков. Например: <i>город Талдыкорган</i>
refused-centre-known = Центр с таким названием в этом регионе уже есть. Напишите другое.
staff-partners =
    🏛 <b>Организации-партнёры</b>: { $total }

    { $lines }
staff-partner-line = • { $name } – { $region } ({ $directions })
staff-everywhere = вся страна
staff-button-add-partner = ➕ Добавить партнёра
staff-partner-name = 🏛 Напишите полное название организации-партнёра.
mistake-partner-name = ⚠️ Напишите название: от { $shortest } до { $longest } знаков. Например: <i>Фонд «Юный волонтёр»</i>
staff-partner-region = 🗺 В каком регионе она работает?
staff-button-everywhere = 🇰🇿 По всей стране
staff-partner-directions = 🧭 По каким направлениям? Отметьте все и сохраните.
refused-partner-directions = Отметьте хотя бы одно направление, которому нужен партнёр.
refused-role-ended = Эта роль уже снята.

staff-applications = { $waiting ->
    [0] 📥 Заявок без наставника нет 👏
   *[other] 📥 <b>Заявки без наставника</b>: { $waiting }. Показаны самые срочные: { $shown }. Нажмите и выберите наставника.
}
staff-application = { DAY($day, style: "short") } · { $name }

notice-role-ended = ℹ️ Ваша роль завершена: { $role }. Спасибо за ваш труд!
notice-mentor-changed = 🔁 У вас новый наставник: <b>{ $name }</b>. Дневник и личный план остаются как были.
notice-participants-handed-over = 🔁 Вам передали участников другого наставника. Их: { $participants }.

staff-button-programme = 📚 Данные программы
staff-button-days-off = 🗓 Дополнительные выходные
staff-days-off = { $count ->
    [0] 🗓 Дополнительных выходных нет. Праздники и обычные выходные учтены и так.
   *[other] 🗓 <b>Дополнительные выходные</b>: { $count }. Чтобы сделать день снова рабочим, нажмите на него.
}
staff-day-off = { DAY($day, style: "weekday") }
staff-button-add-day-off = ➕ Добавить день
staff-day-off-new =
    🗓 <b>Какой день будет выходным?</b>

    Нажмите в календаре или напишите: <i>24 марта 2027</i>. Сроки, в которые попадает этот день, станут на рабочий день длиннее.
staff-day-off-added = 🗓 { DAY($day) } – выходной. Продлено сроков: { $moved }
staff-day-off-one =
    🗓 <b>{ DAY($day, style: "weekday") }</b>

    Если сделать этот день рабочим, уже идущие сроки не сократятся: день, который людям назвали, останется.
staff-button-remove-day-off = 💼 Сделать рабочим
staff-day-off-removed = 💼 { DAY($day) } – рабочий день
mistake-day-off = ⚠️ Напишите день, месяц и год. Например: <i>24 марта 2027</i>
refused-day-off-far = ⚠️ Выберите день в ближайшие два года: { DAY($today) } – { DAY($last) }
refused-day-off-already = ⚠️ Этот день и так выходной: { DAY($day) }
refused-days-off-many = ⚠️ Дополнительных выходных впереди может быть не больше { $most }.
refused-day-off-gone = Этого дня в списке нет: он прошёл или снова рабочий.


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

# Что читает открывший ссылку-приглашение и что потом узнаёт тот, кто её сделал.
invitation-offer = ✉️ <b>Приглашение: { $role }</b>
invitation-where = 📍 Где: { $where }
invitation-under = 🔎 Эксперт: { $expert }
invitation-by = 👤 Приглашает: { $by } ({ $by_role })
invitation-by-server = 👤 Приглашает: администратор сервера
invitation-until = ⏳ Последний день ссылки: { DAY($until) }
invitation-sees = 👁 { $sees } Большинство участников – несовершеннолетние, поэтому эти данные вы никому не показываете.
invitation-sees-mentor = Вы увидите данные, планы и дневники закреплённых за вами участников.
invitation-sees-expert = Вы увидите закреплённых за вами наставников, их участников и дневники.
invitation-sees-coordinator = Вы увидите данные экспертов, наставников и участников своего региона.
invitation-sees-centre-head = Вы увидите данные сотрудников и участников своего центра.
invitation-sees-operator = Вы увидите данные всех участников и сотрудников программы.
invitation-second = 🔐 Ваше согласие должен подтвердить второй оператор. До этого ничего не откроется.
invitation-question = Принимаете? Если ссылка предназначена другому, нажмите «Это не мне»: ничего не изменится, и ссылка останется в силе.
invitation-button-accept = ✅ Принимаю
invitation-button-decline = ✖️ Это не мне
invitation-declined = Хорошо, ничего не изменилось. Если ссылка пришла вам по ошибке, скажите об этом тому, кто её прислал.
invitation-waits = 🔐 Спасибо! Теперь это должен подтвердить второй оператор, о решении напишем в этом чате. Последний день подтверждения: { DAY($until) }
refused-staff-minor = Роль сотрудника могут принять только те, кому исполнилось 18 лет. Вы можете подать заявку как участник программы.
refused-role-held = У вас уже есть эта роль. Ссылка не израсходована: её можно передать другому.
refused-operator-waits = Вы уже приняли приглашение оператора: дождитесь подтверждения второго оператора.
refused-only-operator = Вы единственный оператор, и подтвердить нового пока некому. Ссылку для второго оператора делают на сервере: python -m bot invite
refused-second-operator = Оператора, которого пригласили вы, подтверждает другой оператор.
refused-link-gone = Эта ссылка больше не в силе: её приняли, отозвали, или срок истёк.
notice-invitation-taken =
    ✉️ Ваше приглашение принято: { $name }

    { $role } · { $where }

    { $waits ->
        [yes] Теперь это должен подтвердить второй оператор. Если это другой человек, нажмите кнопку ниже.
       *[no] Роль уже действует. Если это другой человек, нажмите кнопку ниже.
    }
invitation-button-wrong = 🙅 Принял кто-то другой
invitation-button-right = 👌 Нет, всё верно
invitation-ending =
    🚪 <b>Завершить роль?</b>

    { $name } · { $role }

    Эти разделы перестанут быть видны, человек получит сообщение. При необходимости пригласите его снова.
invitation-ended = 🚪 Завершено: { $name } · { $role }
notice-operator-waits =
    🔐 <b>Новый оператор ждёт вашего подтверждения</b>

    👤 { $name }
    ✉️ Приглашает: { $by }
    ⏳ Последний день подтверждения: { DAY($until) }

    Оператор видит данные всех участников и сотрудников. Подтверждайте, только если знаете этого человека.
invitation-button-confirm = ✅ Подтверждаю
invitation-button-refuse = ✖️ Не подтверждаю
invitation-confirmed = ✅ Вы подтвердили нового оператора: { $name }
invitation-refused = ✖️ Вы не подтвердили: { $name }. Приглашение больше не действует.
notice-operator-refused = ℹ️ Приглашение оператора больше не действует, роль не выдана. Если есть вопросы, напишите тому, кто вас пригласил.

staff-whole-programme = вся программа
staff-button-links = 🔗 Открытые ссылки
staff-links = { $total ->
    [0] 🔗 Открытых приглашений нет.
   *[other] 🔗 <b>Открытые приглашения</b>: { $total }. Нажмите, чтобы увидеть, кто пригласил, или отозвать ссылку.
}
staff-link-line = { $role } · { $where }
staff-link-one = 🔗 <b>{ $role }</b>
staff-link-waits = 🔐 Ссылка принята, ждёт второго оператора: { $taker }
staff-link-revoking = Отозванной ссылкой никто уже не воспользуется. При необходимости сделайте новую.
staff-button-revoke = 🗑 Отозвать ссылку
staff-link-revoked = 🗑 Ссылка отозвана

staff-button-representation = 👪 Представитель, рождение
