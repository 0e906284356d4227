# Жеке кесте: тәлімгер жасайды, қатысушы келіседі.
plan-item-weeks =
    <b>{ $direction }</b>: { $activity }
    { $days } · { $minutes } мин
plan-item-books =
    <b>{ $direction }</b>: { $activity }
    { $days } · { $minutes } мин
plan-item-days =
    <b>{ $direction }</b>: { $activity }
    { $days }
plan-item-start = Басталатын күні: { DAY($start, style: "short") }
plan-start-shared = 📅 Бәрінің басталатын күні: { DAY($start) }
plan-item-partner = Серіктес-ұйым: { $partner }
plan-item-partner-open = Серіктес-ұйым: әлі таңдалмаған
plan-problem-days = ⚠️ Кемінде бір күн таңдаңыз.
plan-problem-minutes = ⚠️ Апта саналуы үшін барлығы кемінде { $needed } минут керек.
plan-activity-open = еркін таңдау
plan-days-all = күн сайын
plan-days-none = күні таңдалмаған
plan-wished =
    ✍️ Қатысушының қалауы:
    { $words }

plan-making =
    🗓 <b>{ $name }</b>, жеке кесте
    { $status }

    { $plan }

    { $wish }
plan-status-draft = Бәрі алдын ала толтырылған. Осы күйінде ұсына аласыз, ал өзгерткіңіз келген бағытты төменнен басыңыз.
plan-status-proposed = 📨 Қатысушыға жіберілді, жауабын күтіп отырмыз.
plan-status-agreed = ✅ Екі жақ та келісті: осы кесте күшінде.
plan-read =
    🗓 <b>{ $name }</b>, жеке кесте
    { $status }

    { $plan }
plan-read-none = 🗓 Келісілген кесте әзірге жоқ.
plan-direction =
    Бағыт { $number } / { $count }

    { $item }
plan-direction-minutes = Бір күнге неше минут екенін таңдаңыз немесе жазып жіберіңіз: «1 сағ 20 мин».
mistake-plan-minutes = Ұзақтығын түсінбедім. Былай жазып көріңіз: «40», «1 сағат» немесе «1 сағ 20 мин».
plan-ask-activity = { $direction }. Немен айналысады? Тізімнен таңдаңыз немесе өз сөзіңізбен жазып жіберіңіз.
plan-ask-start = Қай күннен басталады? Қазір тұрғаны: { DAY($current) }. Күнтізбеден таңдаңыз немесе жазыңыз.
plan-ask-partner = { $found ->
    [0] { $direction }. Бұл өңірде осы бағыт бойынша серіктес-ұйым әзірге жоқ. Кестені онсыз да ұсына аласыз.
   *[other] { $direction }. Серіктес-ұйымды таңдаңыз.
}

plan-proposal =
    🗓 <b>Жеке кестеңіз дайын</b>
    Тәлімгеріңіз мына кестені ұсынды. Қарап шығыңыз: ұнаса, келісіңіз; ұнамаса, нені өзгерту керегін жазыңыз.

    { $plan }
plan-answered-agreed =
    ✅ <b>Сіз осы кестеге келісім бердіңіз</b>
    Тәлімгеріңізге хабарладық.

    { $plan }
plan-answered-replaced = Бұл нұсқа енді күшінде емес. Қазіргісін төмендегі «Жеке кестем» батырмасынан көріңіз.
plan-own-agreed =
    🗓 <b>Жеке кестеңіз</b>
    Тәлімгер: { $mentor }
plan-own-proposed =
    🗓 <b>Тәлімгер ұсынған кесте</b>
    Тәлімгер: { $mentor }
    Ұнаса, келісіңіз; ұнамаса, нені өзгерту керегін жазыңыз.
plan-own-replaced =
    🕘 <b>Бұрынғы нұсқа</b>, қазір күшінде емес
    Тәлімгер: { $mentor }
plan-none =
    🗓 Келісілген жеке кесте әзірге жоқ.

    { $where }
plan-tasks = 🎯 <b>Қосымша тапсырмалар</b>
plan-task =
    { $direction }, мерзімі: { DAY($day) }
    { $words }
plan-agreed-thanks = ✅ Рақмет! Кесте келісілді, тәлімгеріңізге хабарладық.
plan-wish-sent = ✍️ Қалауыңызды тәлімгерге жеткіздік. Ол кестені өзгертіп, сізге қайта жібереді.
plan-ask-wish = ✍️ Нені өзгерту керек? Тәлімгерге өз сөзіңізбен жазыңыз, ең көбі { $most } таңба. Мысалы: «Сейсенбіде үйірмем бар, сәрсенбіге ауыстырсақ».
plan-versions = 🕘 Кестенің барлық нұсқасы. Оқығыңыз келгенін таңдаңыз.
plan-version-agreed = № { $number }, күшінде
plan-version-proposed = № { $number }, жауабыңыз күтілуде
plan-version-replaced = № { $number }, бұрынғы

button-plan = 🗓 Жеке кесте
button-my-plan = 🗓 Жеке кестем
button-whole-plan = 🗓 Бүкіл кесте
button-propose = 📨 Осылай ұсыну
button-change-plan = ✏️ Кестені өзгерту
button-plan-activity = 🧩 Немен айналысады
button-plan-start = 📅 Басталатын күні
button-plan-partner = 🏛 Серіктес-ұйым
button-plan-next = Келесі бағыт ▶️
button-plan-agree = ✅ Келісемін
button-plan-wish = ✍️ Өзгерткім келеді
button-plan-versions = 🕘 Барлық нұсқасы

refused-plan-moved = Кесте осы арада өзгеріп үлгеріпті. Енді қазіргі нұсқасын қараңыз.
refused-plan-incomplete = Алдымен ⚠️ белгісі бар бағытты түзетіңіз, содан кейін ұсынасыз.
refused-plan-not-agreed = Алдымен қатысушы жеке кестеге келісуі керек. Кестені ұсыныңыз: ол батырманы бір рет басып растайды.
refused-plan-activity = Тым ұзын болды. Қысқаша жазыңыз, ең көбі { $most } таңба.
refused-plan-minutes = Минутты 1 мен { $most } аралығында жазыңыз, мысалы «40».
refused-plan-start = Күнді мына аралықтан таңдаңыз: { DAY($first) } – { DAY($last) }.
refused-plan-wish = Қалауыңызды бір-екі сөйлеммен жазыңыз, ең көбі { $most } таңба.
refused-plan-versions = Жеке кесте { $most } рет өзгерді, бұдан көп өзгертуге болмайды. Қазіргі нұсқасы күшінде қалады; басқаша келіссеңіз, соны күнделікке жазыңыз.

notice-plan-agreed = ✅ { $name } жеке кестеге келісім берді. Енді бір рет бассаңыз, күнделігі ашылады.
notice-plan-changed = ✅ { $name } кестенің жаңа нұсқасына келісім берді. Ол қазірден бастап күшінде.
notice-plan-wish = ✍️ <b>{ $name }</b> кестені өзгертуді сұрайды.
notice-activated =
    🚀 <b>Күнделігіңіз ашылды!</b>
    Бүгіннен бастап істегеніңіздің бәрі есепке алынады. Ең оңайы – осы жерге фото жіберіп, астына бірер сөз жазу, мысалы: «жүгіру 40 мин». Қалғанын өзім сұраймын.
