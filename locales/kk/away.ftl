# Қызметкер болмайтын күндер және оның орнындағы адам.
away-home =
    🏖 <b>Жұмыста болмайтын күндер</b>

    Демалысқа не іссапарға шықсаңыз немесе ауырып қалсаңыз, осында белгілеңіз. Ол күндері жұмысыңызды басқа адам атқарады, оралғанда бәрі өзіңізге қайтады.
away-own =
    📌 Жұмыста болмайсыз ({ $role }): { $span }
    Орныңызда: <b>{ $instead }</b>
away-others = 👥 Жұмыста болмайтын әріптестер: { $others }. Орнына адам таңдау үшін батырмасын басыңыз.
away-line-begun = 🏖 { $name }
away-line-planned = 🗓 { DAY($first, style: "short") } · { $name }
away-span = { DAY($first) } – { DAY($last) }
away-span-open = { DAY($first) } – оралғанша
away-button-report = ➕ Күндерді белгілеу
away-button-back = 🙋 Жұмысқа оралдым
away-button-cancel = ✖️ Белгіні алып тастау
away-reason = 🏖 Себебі қандай? Тізімнен таңдаңыз немесе өз сөзіңізбен жазыңыз.
away-reason-leave = 🏖 Демалыс
away-reason-illness = 🤒 Ауру
away-reason-trip = 🧳 Іссапар
away-reason-other = 💬 Басқа себеп
away-first = 📅 Жұмыста болмайтын алғашқы күніңіз қай күн? Күнтізбеден таңдаңыз немесе жазыңыз.
away-last = 📅 Соңғы күні ше? Ол күн де кіреді. Әзірге белгісіз болса, «Оралғанша» батырмасын басыңыз.
away-button-until-return = 🕊 Оралғанша
away-sure =
    🏖 <b>Бәрі дұрыс па?</b>

    📅 { $span }
    Себебі: { $reason }

    Жоғары тұрған әріптесіңізге бірден хабар барады: ол орныңызда болады немесе басқа адамды тағайындайды.
away-button-sure = ✅ Иә, белгілеу
away-one =
    🏖 <b>{ $name }</b> ({ $role })

    📅 { $span }
    Себебі: { $reason }
    { $appointed ->
        [yes] Орнында: <b>{ $instead }</b>
       *[no] Орнына ешкім тағайындалған жоқ, сондықтан жұмысы мына адамға келеді: <b>{ $instead }</b>
    }
away-button-arrange = 👤 Орнына адам таңдау
away-button-ended = 🙋 Жұмысқа оралды
away-substitute = 👤 Орнында кім болады? Жақшада – қазіргі қатысушылар саны.
away-button-me = 🙋 Өзім боламын
away-day-unknown = Күнді түсінбедім. Күнтізбеден таңдаңыз немесе былай жазыңыз: { DAY($today) }
away-first-wrong = Алғашқы күнді мына аралықтан таңдаңыз: { DAY($today) } – { DAY($latest) }.
away-last-wrong = Соңғы күнді мына аралықтан таңдаңыз: { DAY($first) } – { DAY($latest) }.
away-overlaps = Бұл күндер бұрын белгілегеніңізбен қабаттасады, ол мына күні басталады: { DAY($first) }. Алдымен соны алып тастаңыз немесе басқа күндерді таңдаңыз.
away-over = Ол әріптесіңіз жұмысқа оралған.
away-words-long = Тым ұзын: { $length } таңба. { $most } таңбадан асырмай жазыңыз.

notice-absence-mine =
    🏖 <b>{ $name }</b> ({ $role }) жұмыста болмайды: { $span }.

    Ол кезде жұмысы сізге келеді. Қаласаңыз, басқа адамға тапсырыңыз.
notice-absence-others =
    🏖 <b>{ $name }</b> ({ $role }) жұмыста болмайды: { $span }.

    Орнында: <b>{ $instead }</b>.
notice-standing-in =
    🤝 Сіз тәлімгердің орнындасыз: <b>{ $name }</b>, { $span }.

    { $entries ->
        [0] Тексерілмеген жазба жоқ 👏
       *[other] Тексеруіңізді { $entries } жазба күтіп тұр.
    }
notice-standing-in-above = 🤝 Мына әріптесіңіздің жұмысы енді сізде: <b>{ $name }</b> ({ $role }), { $span }.
notice-standing-in-over = 🙋 <b>{ $name }</b> жұмысқа оралды, енді бәрі өз қолында. Көмегіңізге рақмет!
notice-standing-in-replaced = ℹ️ Енді мына әріптесіңіздің орнында басқа адам болады: <b>{ $name }</b>. Көмегіңізге рақмет!
notice-absence-arranged = 🤝 Сіз болмаған кезде орныңызда: <b>{ $instead }</b>. Алаңсыз болыңыз!
notice-absence-ended =
    👋 Қайта оралуыңызбен! Қатысушыларыңыз өзіңізде.

    { $entries ->
        [0] Тексерілмеген жазба жоқ 👏
       *[other] Тексеруіңізді { $entries } жазба күтіп тұр.
    }
notice-absence-ended-above = 👋 Қайта оралуыңызбен! Жұмысыңыз өз қолыңызда.
participants-row-instead = 🤝 { $name }
participant-instead-of = 🤝 Тәлімгері жұмыста болмағандықтан, әзірге сіздің қарауыңызда. Тәлімгері: { $mentor }
