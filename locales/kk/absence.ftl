# Қатысушы қатыса алмайтын күндер: хабарлау, тәлімгердің шешімі.
absence-home = { $none ->
    [yes]
        🤒 <b>Қатыса алмайтын күндер</b>

        Ауырып қалсаңыз, қайғылы жағдай болса, интернет болмаса, осында хабарлаңыз. Тәлімгер қабылдаса, ол апталар өткізіп алған болып саналмайды, мерзіміңіз де ұзарады.
   *[no]
        🤒 <b>Қатыса алмайтын күндер</b>

        Хабарлағандарыңыз төменде. Толығырақ көру, қысқарту немесе қайтарып алу үшін батырмасын басыңыз.
}
absence-button-report = ➕ Хабарлау
absence-line-asked = ⏳ { $days }
absence-line-questioned = ❓ { $days }
absence-line-accepted = ✅ { $days }
absence-line-refused = ❌ { $days }
absence-line-withdrawn = ↩️ { $days }
absence-day = { DAY($first, style: "short") }
absence-days = { DAY($first, style: "short") } – { DAY($last, style: "short") }
absence-days-open = ⏸ { DAY($first) } – жалғасып жатыр
absence-reason = 🤒 Не болды? Қиын сәтте қасыңыздамыз. Тізімнен таңдаңыз немесе өз сөзіңізбен жазыңыз.
absence-reason-illness = 🤒 Ауру
absence-reason-disaster = 🌊 Төтенше жағдай
absence-reason-bereavement = 🕊 Отбасындағы қайғы
absence-reason-internet = 📡 Интернет жоқ
absence-reason-other = ✍️ Басқа себеп
absence-first = 📅 Алғашқы күні қай күн? Өткен күн де болады, бірақ бір айдан бұрын болмасын. Күнтізбеден таңдаңыз немесе жазыңыз.
absence-last = 📅 Соңғы күні ше? Ол күн де кіреді.
absence-button-one-day = Тек сол бір күн
absence-sure =
    🤒 <b>Тәлімгерге жіберейік пе?</b>

    📅 { $days }
    Себебі: { $reason }
    { $note }
    { $paper ->
        [yes] 📎 Құжат қосылды.
       *[no] Қаласаңыз, бірер сөз жазыңыз немесе құжаттың фотосын жіберіңіз. Міндетті емес.
    }
absence-button-send = ✅ Жіберу
absence-one =
    🤒 <b>{ $days }</b>

    Себебі: { $reason }
    { $state }
    { $said }
absence-state-asked = ⏳ Тәлімгердің жауабын күтіп тұр.
absence-state-questioned = ❓ Тәлімгер нақтылап сұрады. Жауап беріңіз.
absence-state-accepted = ✅ Қабылданды. Себепті апта: { $weeks }.
absence-state-refused = ❌ Қабылданбады: ол апталар әдеттегідей саналады.
absence-state-withdrawn = ↩️ Қайтарып алдыңыз.
absence-question = 💬 Тәлімгердің сұрағы:
absence-refused = 💬 Тәлімгердің сөзі:
absence-answer = 💬 Жауабы:
absence-button-answer = ✍️ Жауап беру
absence-button-open = 👀 Ашу
absence-button-shorten = 📅 Ертерек бітті
absence-button-withdraw = ↩️ Қайтарып алу
absence-shorter = 📅 Соңғы күні шын мәнінде қай күн болды? Одан кейінгі апталар қайтадан саналады.
absence-ask-answer =
    ✍️ Жауабыңызды жазыңыз немесе құжаттың фотосын жіберіңіз.

    { $said }
absence-not-active = Бұл туралы белсенді қатысушы ғана хабарлай алады. Үзіліс кезіндегі апталар онсыз да өткізіп алған болып саналмайды.
absence-first-wrong = Алғашқы күнді мына аралықтан таңдаңыз: { DAY($earliest) } – { DAY($latest) }.
absence-last-wrong = Соңғы күнді мына аралықтан таңдаңыз: { DAY($first) } – { DAY($latest) }. Одан ұзақ болса, карточкаңыздан үзіліс жасаңыз.
absence-before-start = Сіз мына күні бастадыңыз: { DAY($first) }. Одан бұрынғы күндер онсыз да саналмайды.
absence-overlaps = Бұл күндер бұрын хабарлағаныңызбен қабаттасады: { DAY($first) } – { DAY($last) }. Алдымен соны қысқартыңыз немесе қайтарып алыңыз.
absence-shorten-wrong = Мына аралықтан таңдаңыз: { DAY($first) } – { DAY($latest) }.
absence-paper-kind = Құжатты фото немесе файл етіп жіберіңіз.
absence-words-long = Тым ұзын: { $length } таңба. { $most } таңбадан асырмай жазыңыз.
absence-words-needed = Бір-екі сөйлем жазыңыз.
absence-already-asked = Бұл тәлімгердің жауабын күтіп тұр.
absence-already-questioned = Қатысушыдан сұрап қойылған, жауабын күтіп тұрмыз.
absence-already-accepted = Бұл қабылданып қойған.
absence-already-refused = Бұл қабылданбаған, шешімі шығып қойған.
absence-already-withdrawn = Мұны қатысушы қайтарып алған.

excuse-card =
    🤒 <b>{ $name }</b> мына күндері қатыса алмайды: <b>{ $days }</b>

    Себебі: { $reason }
excuse-weeks = Қабылдасаңыз, себепті апта саны: { $weeks }. Бұған дейінгі себепті апта саны: { $excused }. Деңгейде барлығы { $level } апта.
excuse-state-questioned = ❓ Сұрағыңыз жіберілді, жауабын күтіп тұрмыз.
excuse-state-accepted = ✅ Қабылданды.
excuse-state-refused = ❌ Қабылданбады.
excuse-state-withdrawn = ↩️ Қатысушы қайтарып алды.
excuse-button-ok = ✅ Қабылдау
excuse-button-ask = ❓ Сұрау
excuse-button-refuse = ❌ Қабылдамау
excuse-button-show = 🤒 Себебі бар, жауап күтеді
excuse-ask-question = ❓ Нені нақтылайсыз? Өз сөзіңізбен жазыңыз, қатысушы жауап береді.
excuse-ask-refusal = ❌ Неге қабылдамайсыз? Себебін жазыңыз, оны қатысушы оқиды.
notice-excuse-withdrawn = ↩️ <b>{ $name }</b> мына күндер туралы хабарын қайтарып алды: { $days }. Ол апталар қайтадан саналады.
notice-excuse-shortened = 📅 <b>{ $name }</b> ертерек оралды. Енді қатыса алмаған күндері: { $days }.
notice-excuse-accepted = ✅ Тәлімгер қабылдады: { $days }. Себепті апта: { $weeks }. Асықпаңыз, ол кезде еске де салмаймыз.
notice-excuse-questioned = ❓ Тәлімгер мына күндер туралы нақтылап сұрайды: { $days }.
notice-excuse-refused = ❌ Тәлімгер мына күндерді қабылдамады: { $days }. Ол апталар әдеттегідей саналады.
