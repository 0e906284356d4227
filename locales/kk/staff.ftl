# Қызметкерлер, орталықтар, серіктес-ұйымдар, тәлімгерсіз өтініштер.
staff-home =
    ✉️ <b>Қызметкерлер мен орталықтар</b>

    Қызметкерді бір реттік сілтемемен шақырасыз: ол сілтемені өз Telegram-ында ашады.
staff-button-invite = ✉️ Қызметкер шақыру
staff-button-people = 👥 Қызметкерлер тізімі
staff-button-centres = 🏫 Орталықтар
staff-button-partners = 🏛 Серіктестер
staff-unnamed = аты әлі жазылмаған

staff-role = ✉️ Кімді шақырасыз?
staff-region = 🗺 Қай өңірге?
staff-centre = 🏫 Қай орталыққа?
staff-no-centres = 🏫 Әзірге орталық жоқ. Артқа қайтып, «Орталықтар» бөлімінде алдымен орталық қосыңыз.
staff-expert = 🔎 Бұл тәлімгер қай сарапшыға бекітіледі?
staff-button-no-expert = Кейін шешемін
staff-link =
    ✉️ <b>Шақыру: { $role }</b>

    { $link }

    Осы сілтемені шақырғыңыз келген адамға жіберіңіз немесе QR-кодты көрсетіңіз. Сілтемені бір адам бір рет қана аша алады, ол { $days } күн жарамды.
staff-share-words = { $programme }: сізді шақырамыз. Рөліңіз – { $role }. Сілтемені басып, «Бастау» батырмасын басыңыз.

staff-people = 👥 <b>Қызметкерлер</b>: { $total }
staff-colleague = { $name } · { $role }
staff-person =
    👤 <b>{ $name }</b>

    { $role } · { $where }
staff-person-participants = 👥 Қатысушылары: { $participants }
staff-button-hand-over = 🔁 Қатысушыларын басқаға беру
staff-button-end = 🚪 Рөлін тоқтату
staff-ending =
    🚪 <b>Рөлін тоқтатасыз ба?</b>

    { $name } · { $role }

    Бұл бөлімдер оған енді көрінбейді, жасаған шақыру сілтемелері күшін жояды. Керек болса, кейін қайта шақырасыз.
staff-button-end-surely = 🚪 Иә, тоқтату
staff-successor = 🔁 Қатысушыларды кімге береміз? Жақшада – қазіргі қатысушылар саны.
staff-no-successor = 🔁 Бұл орталықта басқа тәлімгер жоқ. Алдымен біреуін шақырыңыз.
staff-handed-over = Басқа тәлімгерге берілген қатысушы саны: { $participants }

staff-centres =
    🏫 <b>Орталықтар</b>: { $total }

    { $lines }
staff-centre-line = • { $name } – { $place }, { $region }
staff-button-add-centre = ➕ Орталық қосу
staff-centre-name = 🏫 Жаңа орталықтың толық атауын жазыңыз.
staff-centre-region = 🗺 Орталық қай өңірде?
staff-centre-place = 📍 Қай қалада не ауданда? Мысалы: <i>Талдықорған қаласы</i>
mistake-centre-name = ⚠️ Атауын { $shortest }–{ $longest } таңбамен жазыңыз. Мысалы: <i>Алматы облысының жастар орталығы</i>
mistake-centre-place = ⚠️ Елді мекенді { $shortest }–{ $longest } таңбамен жазыңыз. Мысалы: <i>Талдықорған қаласы</i>
refused-centre-known = Бұл өңірде дәл осындай атаулы орталық бар. Басқа атау жазыңыз.
staff-partners =
    🏛 <b>Серіктес-ұйымдар</b>: { $total }

    { $lines }
staff-partner-line = • { $name } – { $region } ({ $directions })
staff-everywhere = бүкіл ел
staff-button-add-partner = ➕ Серіктес-ұйым қосу
staff-partner-name = 🏛 Серіктес-ұйымның толық атауын жазыңыз.
mistake-partner-name = ⚠️ Атауын { $shortest }–{ $longest } таңбамен жазыңыз. Мысалы: <i>«Жас ерікті» қоғамдық қоры</i>
staff-partner-region = 🗺 Ол қай өңірде жұмыс істейді?
staff-button-everywhere = 🇰🇿 Бүкіл елде
staff-partner-directions = 🧭 Қай бағыттарда? Бәрін белгілеп, сақтаңыз.
refused-partner-directions = Серіктес-ұйымды қажет ететін кемінде бір бағытты белгілеңіз.
refused-role-ended = Бұл рөл тоқтатылып қойған.

staff-applications = { $waiting ->
    [0] 📥 Тәлімгерсіз тұрған өтініш жоқ 👏
   *[other] 📥 <b>Тәлімгерсіз өтініштер</b>: { $waiting }. Мерзімі ең жақындары көрсетілген: { $shown }. Батырмасын басып, тәлімгер таңдаңыз.
}
staff-application = { DAY($day, style: "short") } · { $name }

notice-role-ended = ℹ️ Сіздің рөліңіз тоқтатылды: { $role }. Еңбегіңізге рақмет!
notice-mentor-changed = 🔁 Тәлімгеріңіз ауысты. Жаңа тәлімгеріңіз: <b>{ $name }</b>. Күнделігіңіз бен жеке кестеңіз сол қалпында.
notice-participants-handed-over = 🔁 Сізге басқа тәлімгердің қатысушылары берілді. Саны: { $participants }.

staff-button-programme = 📚 Бағдарлама деректері
staff-button-days-off = 🗓 Қосымша демалыс күндері
staff-days-off = { $count ->
    [0] 🗓 Қосымша демалыс күні жоқ. Мемлекеттік мерекелер мен демалыс күндері онсыз да есепте.
   *[other] 🗓 <b>Қосымша демалыс күндері</b>: { $count }. Жұмыс күніне қайтару үшін күнді басыңыз.
}
staff-day-off = { DAY($day, style: "weekday") }
staff-button-add-day-off = ➕ Күн қосу
staff-day-off-new =
    🗓 <b>Қай күн демалыс болады?</b>

    Күнтізбеден басыңыз немесе жазыңыз: <i>24 наурыз 2027</i>. Осы күнді қамтитын мерзімдер бір жұмыс күніне ұзарады.
staff-day-off-added = 🗓 { DAY($day) } – демалыс. Ұзарған мерзім саны: { $moved }
staff-day-off-one =
    🗓 <b>{ DAY($day, style: "weekday") }</b>

    Бұл күнді қайта жұмыс күні етсеңіз, басталып кеткен мерзімдер қысқармайды: адамдарға айтылған күн сол қалпында қалады.
staff-button-remove-day-off = 💼 Жұмыс күніне қайтару
staff-day-off-removed = 💼 { DAY($day) } – жұмыс күні
mistake-day-off = ⚠️ Күнін, айын, жылын жазыңыз. Мысалы: <i>24 наурыз 2027</i>
refused-day-off-far = ⚠️ Бүгіннен бастап екі жыл ішіндегі күнді таңдаңыз: { DAY($today) } – { DAY($last) }
refused-day-off-already = ⚠️ Бұл күн онсыз да демалыс: { DAY($day) }
refused-days-off-many = ⚠️ Алдағы қосымша демалыс күндері { $most } күннен аспайды.
refused-day-off-gone = Бұл күн тізімде жоқ: ол өтіп кеткен немесе жұмыс күніне қайтарылған.


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

# Шақыру сілтемесін ашқан адам оқитыны, кейін сілтеме жасаған адамға айтылатыны.
invitation-offer = ✉️ <b>Шақыру: { $role }</b>
invitation-where = 📍 Қайда: { $where }
invitation-under = 🔎 Сарапшысы: { $expert }
invitation-by = 👤 Шақырған: { $by } ({ $by_role })
invitation-by-server = 👤 Шақырған: сервердің әкімшісі
invitation-until = ⏳ Сілтеменің соңғы күні: { DAY($until) }
invitation-sees = 👁 { $sees } Қатысушылардың көбі кәмелетке толмаған, сондықтан бұл деректерді ешкімге көрсетпейсіз.
invitation-sees-mentor = Өзіңізге бекітілген қатысушылардың деректерін, жеке кестесі мен күнделігін көресіз.
invitation-sees-expert = Өзіңізге бекітілген тәлімгерлерді, олардың қатысушылары мен күнделіктерін көресіз.
invitation-sees-coordinator = Өңіріңіздегі сарапшылардың, тәлімгерлер мен қатысушылардың деректерін көресіз.
invitation-sees-centre-head = Орталығыңыздың қызметкерлері мен қатысушыларының деректерін көресіз.
invitation-sees-operator = Бағдарламадағы барлық қатысушы мен қызметкердің деректерін көресіз.
invitation-second = 🔐 Қабылдағаныңызды екінші оператор растауы керек. Оған дейін ештеңе ашылмайды.
invitation-question = Қабылдайсыз ба? Сілтеме басқа адамға арналса, «Бұл маған емес» батырмасын басыңыз: ештеңе өзгермейді, сілтеме жарамды күйінде қалады.
invitation-button-accept = ✅ Қабылдаймын
invitation-button-decline = ✖️ Бұл маған емес
invitation-declined = Жарайды, ештеңе өзгерген жоқ. Сілтеме сізге қателесіп келсе, жіберген адамға айтып қойыңыз.
invitation-waits = 🔐 Рақмет! Енді екінші оператор растауы керек, нәтижесін осы чатта жазамыз. Растаудың соңғы күні: { DAY($until) }
refused-staff-minor = Қызметкер рөлін 18 жасқа толғандар ғана қабылдай алады. Бағдарламаға қатысушы болып өтініш беруіңізге болады.
refused-role-held = Бұл рөл сізде бұрыннан бар. Сілтеме қолданылған жоқ: оны басқа адамға беруге болады.
refused-operator-waits = Операторға шақыруды қабылдап қойдыңыз: екінші оператордың растауын күтіңіз.
refused-only-operator = Бағдарламада сізден басқа оператор жоқ, сондықтан жаңа операторды растайтын ешкім жоқ. Екінші оператордың сілтемесі серверде жасалады: python -m bot invite
refused-second-operator = Өзіңіз шақырған операторды өзіңіз растай алмайсыз: оны басқа оператор растайды.
refused-link-gone = Бұл сілтеме енді күшінде емес: ол қабылданған, жойылған немесе мерзімі өткен.
notice-invitation-taken =
    ✉️ Шақыруыңызды мына адам қабылдады: { $name }

    { $role } · { $where }

    { $waits ->
        [yes] Енді екінші оператор растауы керек. Басқа адам болса, төмендегі батырманы басыңыз.
       *[no] Рөл берілді. Басқа адам болса, төмендегі батырманы басыңыз.
    }
invitation-button-wrong = 🙅 Басқа адам қабылдапты
invitation-button-right = 👌 Жоқ, дұрыс адам
invitation-ending =
    🚪 <b>Рөлін тоқтатасыз ба?</b>

    { $name } · { $role }

    Бұл бөлімдер оған енді көрінбейді, өзіне хабар барады. Керек болса, кейін қайта шақырасыз.
invitation-ended = 🚪 Тоқтатылды: { $name } · { $role }
notice-operator-waits =
    🔐 <b>Жаңа оператор растауыңызды күтіп тұр</b>

    👤 { $name }
    ✉️ Шақырған: { $by }
    ⏳ Растаудың соңғы күні: { DAY($until) }

    Оператор барлық қатысушы мен қызметкердің деректерін көреді. Бұл адамды танысаңыз ғана растаңыз.
invitation-button-confirm = ✅ Растаймын
invitation-button-refuse = ✖️ Растамаймын
invitation-confirmed = ✅ Растадыңыз, жаңа оператор: { $name }
invitation-refused = ✖️ Растамадыңыз: { $name }. Шақыру күшін жойды.
notice-operator-refused = ℹ️ Операторға шақыру күшін жойды, рөл берілген жоқ. Сұрағыңыз болса, шақырған адамға жазыңыз.

staff-whole-programme = бүкіл бағдарлама
staff-button-links = 🔗 Ашық сілтемелер
staff-links = { $total ->
    [0] 🔗 Ашық шақыру сілтемесі жоқ.
   *[other] 🔗 <b>Ашық шақыру сілтемелері</b>: { $total }. Кімдікі екенін көру немесе жою үшін батырмасын басыңыз.
}
staff-link-line = { $role } · { $where }
staff-link-one = 🔗 <b>{ $role }</b>
staff-link-waits = 🔐 Қабылдаған, екінші операторды күтіп тұр: { $taker }
staff-link-revoking = Сілтемені жойсаңыз, оны енді ешкім қолдана алмайды. Керек болса, жаңасын жасайсыз.
staff-button-revoke = 🗑 Сілтемені жою
staff-link-revoked = 🗑 Сілтеме жойылды

staff-button-representation = 👪 Заңды өкіл, туған күн
