# Тәлімгер: қатысушылар тізімі, қатысушы карточкасы, өтінішке жауап.
participants-title = { $total ->
    [0] 👥 Әзірге қатысушыңыз жоқ. Жаңа өтініш келсе, бірден хабарлаймыз.
   *[other] { $new ->
        [0] 👥 Қатысушыларыңыз: <b>{ $total }</b>. Кімнің карточкасын ашамыз?
       *[other] 👥 Қатысушыларыңыз: <b>{ $total }</b>. Жаңа өтініш: <b>{ $new }</b>. Кімнің карточкасын ашамыз?
    }
}
participants-row = { $level } { $percent } % · { $name } · { $state }
participants-row-waiting = 📥 { $waiting } · { $level } { $percent } % · { $name } · { $state }
participants-row-new = 🆕 { DAY($day, style: "short") } · { $level } { $name }
participants-row-absence = 📅 { $level } { $name } · болмайтынын айтты, жауабыңызды күтеді
participants-load =
    🟢 Белсенді: { $load_active } · 🗓 Кестесі жасалып жатыр: { $load_planning } · ⏸ Үзілісте: { $load_paused } · 🏅 Деңгейді аяқтады: { $load_complete }
    📥 Тексеруіңізді күткен жазба: <b>{ $waiting }</b>
participants-state-submitted = жаңа өтініш
participants-state-planning = кесте жасалып жатыр
participants-state-active = белсенді
participants-state-paused = үзілісте
participants-state-complete = деңгейді аяқтады

participant-who =
    <b>{ $name }</b>, { $age } жас
    Деңгейі: { $level }
participant-where =
    📍 { $place }
    🎓 { $study }
participant-phone = 📞 { $phone }
participant-state-submitted = 🆕 Жаңа өтініш. Жауап мерзімі: { DAY($day) }
participant-state-active = 🟢 Белсенді, жеке рейтингі { $percent } %
participant-state-paused = ⏸ Уақытша үзілісте, жеке рейтингі { $percent } %
participant-state-complete = 🏅 Деңгейді аяқтады
participant-state-refused = Өтініш қабылданбаған
participant-state-withdrawn = Бағдарламадан шыққан
participant-state-draft = Өтініш толтырылып жатыр
participant-state-awaiting_representative = Заңды өкілдің қолы күтілуде
participant-plan-draft = 🗓 Жеке кестесі жасалып жатыр
participant-plan-proposed = 📨 Кесте ұсынылды, қатысушының жауабы күтілуде
participant-plan-agreed = ✅ Кесте келісілді. Енді күнделігін ашуға болады.
participant-direction = { $direction }: { $percent } % · { $done }
participant-direction-asked = { $direction }: { $asked }
asked-weeks = { $count } апта
asked-books = { $count } кітап
asked-days = { $count } күн
participant-signed-participant = ✍️ Келісімге қатысушы қол қойды: { $name }, { DAY($day) }
participant-signed-representative = ✍️ Келісімге заңды өкіл қол қойды: { $name }, { $phone }, { DAY($day) }

button-participants = 👥 Қатысушылар
button-card = 👤 Қатысушы
button-take-up = ✅ Қабылдау
button-decline-application = Қабылдай алмаймын
button-activate = 🚀 Күнделігін ашу
button-their-progress = 📊 Жетістігі
button-read-journal = 📖 Күнделік
button-found-before = 🔁 Бұрын жіберілгені
button-entries-waiting = 📥 Тексеруді күтіп тұр: { $count }
button-marks = 🏅 Белгілер
button-task = ➕ Тапсырма

decline-ask = <b>{ $name }</b>. Өтінішті неге қабылдай алмайсыз? Себебін қатысушыға жылы сөзбен жеткіземіз. Уақытыңыз не орын болмаса, орталыққа қайтарыңыз: олар басқа тәлімгер табады.
button-decline-incomplete = Деректері толық емес
button-decline-photo = Фотодан тану қиын
button-decline-centre = Басқа орталық жақынырақ
button-decline-words = ✍️ Өз сөзіммен
button-hand-back = ↩️ Орталыққа қайтару
decline-incomplete = Деректердің бір бөлігі толық емес немесе қате болып көрінді. Тексеріп, түзетіп, өтінішті қайта жіберіңіз.
decline-photo = Фотодан сізді тану қиын болды. Жүзіңіз анық көрінетін фото қойып, өтінішті қайта жіберіңіз.
decline-centre = Тұратын немесе оқитын жеріңізге жақын орталық сізге қолайлырақ болады. Өтінішті сол орталыққа жіберіңіз.
decline-words = Себебін жазыңыз: қатысушы дәл осы сөздерді оқиды. Әрі қарай не істеу керегін де айта кетсеңіз, жақсы болады. Ең көбі { $most } таңба.
application-declined = Қатысушыға себебін хабарладық. Ол өтінішті қайта бере алады.
application-handed-back = Өтініш қайтарылды: орталық басқа тәлімгер таңдайды.
refused-enrolment-moved = Осы арада жағдай өзгеріп үлгеріпті. Енді қазіргі күйін қараңыз.
refused-decline-reason = Себебін бір-екі сөйлеммен жазыңыз, ең көбі { $most } таңба.

notice-application-accepted = 🎉 Өтінішіңіз қабылданды! Тәлімгеріңіз: <b>{ $mentor }</b>. Енді ол жеке кестеңізді дайындап, осы чатқа жібереді. Сізге оны қарап, растау ғана қалады.
notice-application-refused =
    Өтінішіңіз бұл жолы қабылданбады.
    { $reason }

    Қайта өтініш бере аласыз: өзіңіз туралы жауаптарыңыз сақталған, бәрі мәзірде.
notice-participant-paused = ⏸ <b>{ $name }</b> уақытша үзіліс жасады. Үзілістегі апталар өткізіп алған болып саналмайды, еске салу да жіберілмейді.
notice-participant-resumed = ▶️ <b>{ $name }</b> үзілістен оралды, күнделігі қайта ашық.
notice-participant-withdrew = ℹ️ <b>{ $name }</b> бағдарламадан шықты. Сізге ештеңе істеудің керегі жоқ.


# Тәлімгердің қосымша тапсырмалары.
tasks-head = 🎯 Қосымша тапсырмалар: <b>{ $name }</b>
tasks-none = Әзірге тапсырма жоқ.
tasks-open = ⏳ { $direction }, мерзімі: { DAY($due) }
tasks-waiting = 📥 { $direction }, мерзімі: { DAY($due) }. Жауабы келді, қарауыңызды күтіп тұр
tasks-done = ✅ { $direction }, мерзімі: { DAY($due) }. Орындалды
tasks-button-new = ➕ Жаңа тапсырма
tasks-button-drop = 🗑 { $number }-тапсырманы алып тастау
tasks-button-drop-yes = 🗑 Иә, алып тастау
tasks-button-participant = 👤 Қатысушы
tasks-button-answer = ✏️ Орындадым, жазамын
tasks-button-set = ✅ Қатысушыға жіберу
tasks-ask-drop = Тапсырманы алып тастайсыз ба? Қатысушыға хабар барады.
tasks-ask-direction = 🎯 <b>{ $name }</b>: тапсырма қай бағыт бойынша?
tasks-ask-words = ✍️ Не істеу керек? Бір-екі сөйлеммен жазыңыз. Мысалы: «Домбырада “Аққу” күйін тартып, видеосын жіберіңіз».
tasks-ask-due = 📅 Қай күнге дейін? Күнтізбеден таңдаңыз немесе жазыңыз: 20.03.2026
tasks-ask-sure =
    🎯 <b>{ $name }</b>
    { $direction }
    { $words }
    📅 Мерзімі: { DAY($due) }
tasks-saved = ✅ Тапсырма қатысушыға жіберілді. Мерзімі: { DAY($due) }. Жауабы кәдімгі жазба болып келеді.
tasks-not-active = Тапсырма белсенді қатысушыға ғана беріледі.
tasks-many = Ашық тапсырма көп: { $most }. Алдымен біреуін алып тастаңыз немесе орындалғанын күтіңіз.
tasks-all = Бір деңгейде ең көбі { $most } тапсырма беріледі, оның бәрі берілді. Жаңа тапсырма қажет болса, жеке кестеде келісіңіз.
tasks-words-empty = Тапсырманы бір-екі сөйлеммен жазыңыз.
tasks-words-long = Тым ұзын: { $length } таңба. { $most } таңбадан асырмай, қысқартып қайта жіберіңіз.
tasks-due-wrong = Бүгіннен ({ DAY($today) }) бастап бір жылға дейінгі күнді таңдаңыз немесе толық жазыңыз: 20.03.2026
tasks-too-late = Бұл тапсырмаға жауап келген немесе ол алынып тасталған.

tasks-told-set = 🎯 Тәлімгер қосымша тапсырма берді. { $direction }, мерзімі: { DAY($due) }
tasks-told-hint = Орындаған соң төмендегі батырманы басыңыз: кәдімгі жазба сияқты жауап бересіз.
tasks-told-dropped = ℹ️ Тәлімгер мына тапсырманы алып тастады, оны орындамай-ақ қойсаңыз болады. { $direction }, мерзімі: { DAY($due) }


# Тәлімгердің белгілері: норматив, бағыттың және деңгейдің аяқталуы.
marks-head = 🏅 <b>{ $name }</b>, { $level } деңгей
marks-direction = { $name }: { $done }{ $norm ->
    [yes] . Норматив ✅
   *[no] { "" }
}
marks-direction-missing = { $name }: { $done }{ $norm ->
    [yes] . Норматив ✅
   *[no] { "" }
}. Қалғаны: { $missing }
marks-hint = Талаптары орындалған бағытқа белгі қоясыз. Барлық бағыт белгіленгенде деңгей аяқталады.
marks-complete = 🎉 Деңгей толық аяқталды.
marks-button-norm = 🏅 Норматив: { $name }
marks-button-unnorm = ↩️ Норматив белгісін алу: { $name }
marks-button-done = ✅ { $name }: аяқталды
marks-button-undone = ↩️ { $name }: белгіні алу
marks-button-last = 🎉 Иә, деңгей аяқталды
marks-button-participant = 👤 Қатысушы
marks-button-progress = 📊 Жетістігі
marks-ask-last = Бұл соңғы бағыт. Белгі қойсаңыз, деңгей аяқталады: <b>{ $name }</b>, { $level } деңгей. Кейін өзгерту мүмкін емес. Растайсыз ба?
marks-already = Бұл белгі қойылып қойған.
marks-none = Бұл белгі алынып қойған.
marks-not-yet = Бұл бағыттың талаптары әлі толық орындалмаған. Не қалғаны тізімде көрсетілген.
marks-norm-bound = Бұл бағыт аяқталды деп белгіленген. Алдымен сол белгіні алыңыз.
marks-not-active = Белгіні қатысушы белсенді кезде ғана қоюға болады.
marks-level-complete = Деңгей аяқталған, белгілер енді өзгермейді.

marks-told-norm = 🏅 Құттықтаймыз! Тәлімгер нормативіңіздің орындалғанын растады. Бағыт: { $direction }
marks-told-direction = 🎉 Құттықтаймыз! Бағыт аяқталды: { $direction }. Аяқталған бағыттар: { $complete } / { $total }
marks-told-level = 🎉🏆 Құттықтаймыз, { $name }! { $level } деңгейдің барлық бағытын аяқтадыңыз. Осы жолдағы еңбегіңізге тәнтіміз! Марапаттау туралы осы жерде хабарлаймыз.
marks-told-level-staff = 🎉 Деңгей аяқталды: <b>{ $name }</b>, { $level } деңгей.

participant-born-before = ⚠️ Бұрын басқа туған күнін көрсеткен: { DAY($day) }
participant-spoken = ☎️ Заңды өкілмен сөйлескен күні: { DAY($day) }
participant-residence = 🏠 Тұратын жері: { $words }
participant-health = 🩺 Денсаулығы: { $words }
button-first-contact = ☎️ Алғашқы танысу
button-mend-birth-date = ✏️ Туған күнін түзету
contact-spoken =
    ☎️ <b>Алғашқы танысу</b>

    { $name } 18 жасқа толмаған. Күнделігін ашпас бұрын заңды өкіліне хабарласыңыз: шынымен өкілі ме, келісіммен таныс па, сұрақтары бар ма.

    Заңды өкілі: <b>{ $representative }</b>
    Телефоны: { $phone }
contact-button-spoken = ✅ Иә, өкілімен сөйлестім
contact-residence =
    🏠 <b>Қатысушы қайда тұрады?</b>

    { $name }. Анықтап алыңыз: қай жерде, кіммен тұрады. Дұрысы төмендегі батырмада болса, соны басыңыз.
contact-health =
    🩺 <b>Денсаулығында ескеретін нәрсе бар ма?</b>

    Жаттығуда немесе жорықта ескерілетін нәрсе болса, қысқаша жазыңыз. Мұны сіз бен сарапшы ғана көресіз.
contact-button-nothing = 👌 Ескеретін ештеңе жоқ
mistake-first-contact = ⚠️ { $shortest }–{ $longest } таңбамен, сөзбен жазыңыз.
refused-not-spoken = Алдымен заңды өкілімен сөйлесіп, соны растаңыз: «Алғашқы танысу».

# Бір аттас қатысушыларды ажыратады.
apart-study = { $name } · { $value }
apart-place = { $name } · { $value }
apart-age = { $name } · { $value } жас
