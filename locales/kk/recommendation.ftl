# Тәлімгердің сараптамалық жазбасы: төрт қысқа экран, түртіп, жазып не дауыспен.
menu-button-notes = 📝 Сараптамалық жазба: { $count }
menu-button-recommendations = { $count ->
    [0] 🎖 Марапатқа ұсыну
   *[other] 🎖 Марапатқа ұсыну: { $count }
}
menu-button-notes-read = 📚 Жазбалар мен ұсыныстар
menu-button-household = 🏠 Бірге тұратындар
menu-button-way = 🎖 Төсбелгіге дейінгі жол
menu-button-levels = 🗂 Деңгейлерім
note-head =
    📝 <b>Сараптамалық жазба</b> · { $number }/{ $total }
    <b>{ $name }</b>, { $level }
note-left = 👥 Кезекте тағы { $left } қатысушы бар.
note-question = ❓ <b>Орталық жетекшісінің сұрағы:</b>
note-fact-direction = { $direction }: { $done }
note-fact-hours = ⏱ Барлығы: { $hours } сағ { $minutes } мин, расталған жазба – { $entries }
note-fact-honesty = ✏️ Түзетілген жазба – { $mended }, 🔁 бұрын қолданылған материал – { $reused }, ⚖️ дау – { $disputes }
note-ask-strengths =
    💪 <b>Қандай мықты тұстары бар?</b>
    Түртіңіз, жазыңыз немесе дауыстық хабар жіберіңіз. Ең көбі { $most } таңба.
note-ask-growth =
    🌱 <b>Осы жолда қалай өсті, неге үйренді?</b>
    Түртіңіз, жазыңыз немесе дауыстық хабар жіберіңіз. Ең көбі { $most } таңба.
note-ask-direction =
    <b>{ $direction }</b> ({ $place }/{ $count })
    Осы бағыт туралы бір сөйлем: түртіңіз, жазыңыз немесе айтып жіберіңіз.
note-ask-verdict = 🎖 <b>Қатысушыны марапатқа ұсынасыз ба?</b> Жіберілген соң жазба өзгермейді.
note-ask-fill = ✍️ Жазбаның барлық бөлігін толтырыңыз, содан кейін ұсынысыңызды айтасыз.
note-ask-reason =
    ⏳ <b>Неге әзірге ұсынбайсыз?</b>
    Түртіңіз, жазыңыз немесе дауыстық хабар жіберіңіз. Ең көбі { $most } таңба.
note-said-so-far = Қазіргі мәтіні:
note-spoken = 🎤 Дауыстық хабар
note-part-strengths = 💪 Мықты тұстары
note-part-growth = 🌱 Қалай өсті
note-part-reason = ⏳ Неге әзірге емес
note-part-title = <b>{ $title }</b>
note-usual-strengths-1 = Табанды, ісін аяқтайды
note-usual-strengths-2 = Жауапты, уақытында келеді
note-usual-strengths-3 = Ізденімпаз әрі дербес
note-usual-strengths-4 = Ашық, топпен тіл табысады
note-usual-strengths-5 = Айналасына көмектеседі
note-usual-growth-1 = Өзіне сенімі артты
note-usual-growth-2 = Уақытын жоспарлай алады
note-usual-growth-3 = Еркін сөйлеуге үйренді
note-usual-growth-4 = Денесін шынықтырды
note-usual-growth-5 = Өз бетімен шешім қабылдайды
note-usual-direction-1 = Толық әрі адал орындады
note-usual-direction-2 = Өте жақсы нәтиже көрсетті
note-usual-direction-3 = Тұрақты түрде айналысты
note-usual-direction-4 = Қиын болса да, тастамады
note-usual-direction-5 = Қызығып, жалғастырып жүр
note-usual-reason-1 = Өз бетімен істеуі керек
note-usual-reason-2 = Дәлелдері жеткіліксіз
note-usual-reason-3 = Тәжірибе жинағаны дұрыс
note-button-keep = ▶️ Осылай қалсын
note-button-later = ⏭ Келесі қатысушы
note-button-yes = ✅ Ұсынамын
note-button-not-yet = ⏳ Әзірге емес
note-button-fill = ✍️ Толтыру
note-button-write = 📝 Жазбаны жазу
note-button-of = 📝 { $name }
note-sent = Жазба жіберілді. Кезекте тағы: { $left }
note-all-done = ✅ <b>Сараптамалық жазбалардың бәрі жазылды.</b> Рақмет! Енді орталық ұсынысын айтады.
note-told-asked-back = ❓ <b>{ $name }</b>, { $level }: орталық жетекшісі сараптамалық жазба бойынша сұрақ қойды.
note-told-written = 📝 <b>Тәлімгер сараптамалық жазба жазды.</b> Оқып, ұсынысыңызды айтыңыз.
refused-note-unfinished = Жазба әлі толық емес: әр бөлікке бір сөйлем жазыңыз немесе айтыңыз.
refused-note-empty = Бірнеше сөз жазыңыз немесе дауыстық хабар жіберіңіз.
refused-note-long = Тым ұзын: { $length } таңба. { $most } таңбаға дейін қысқартыңыз.

# Орталық жетекшісінің ұсынысы.
dossier-head =
    🎖 <b>{ $name }</b>, { $level }
    Құжаттар нөмірі: { $number }
dossier-note-of = 📝 <b>Сараптамалық жазба</b> – { $name }
dossier-mentor-yes = ✅ Тәлімгер марапатқа ұсынады.
dossier-mentor-not-yet = ⏳ Тәлімгер әзірге ұсынбайды.
dossier-missing = ⚠️ <b>Ұсыну үшін мыналар жетіспейді:</b>
dossier-missing-mark = • { $direction }: бағыт аяқталды деген белгі
dossier-missing-norm = • { $direction }: норматив орындалды деген белгі
dossier-missing-agreement = • қатысушының қолы қойылған келісім
dossier-missing-representative = • заңды өкілдің қолы
dossier-button-yes = ✅ Марапатқа ұсыну
dossier-button-ask = ❓ Тәлімгерден сұрау
dossier-button-no = 🚫 Ұсынбау
dossier-button-whole = 🎧 Тыңдау, толық оқу
dossier-button-show = 🎖 Құжаттарды ашу
dossier-button-of = 🎖 { $name }
dossier-button-list = 📋 Тізім
dossier-which-ask = ❓ <b>{ $name }</b>: тәлімгерден не сұрайсыз? Жазба сұрағыңызбен бірге қайтады.
dossier-which-refuse = 🚫 <b>{ $name }</b>: неге ұсынбайсыз? Қатысушы себебін оқиды, келіспесе, дау көтере алады.
dossier-why-ask-examples = Нақты мысал келтіріңіз
dossier-why-ask-growth = Қалай өскенін толық жазыңыз
dossier-why-ask-reused = Бұрынғы материал неге бар?
dossier-why-no-part = Өзі аз қатысқан
dossier-why-no-honesty = Жазбалары шындыққа сай емес
dossier-why-no-alone = Нәтижесі әлі жеткіліксіз
dossier-why-words = ✍️ Өз сөзіммен
dossier-words-ask = ❓ Тәлімгерге сұрағыңызды бір хабармен жазыңыз. Ең көбі { $most } таңба.
dossier-words-refuse = 🚫 Ұсынбау себебін бір хабармен жазыңыз: қатысушы осы сөздерді оқиды. Ең көбі { $most } таңба.
dossier-done-yes = { $left ->
    [0] ✅ <b>Ұсынылды.</b> Кезекте ешкім қалмады 👏
   *[other] ✅ <b>Ұсынылды.</b> Кезекте тағы { $left } қатысушы:
}
dossier-done-ask = { $left ->
    [0] ❓ <b>Сұрағыңыз тәлімгерге жіберілді.</b> Кезекте ешкім қалмады.
   *[other] ❓ <b>Сұрағыңыз тәлімгерге жіберілді.</b> Кезекте тағы { $left } қатысушы:
}
dossier-done-no = { $left ->
    [0] 🚫 <b>Ұсынылмады, себебі қатысушыға жіберілді.</b> Кезекте ешкім қалмады.
   *[other] 🚫 <b>Ұсынылмады, себебі қатысушыға жіберілді.</b> Кезекте тағы { $left } қатысушы:
}
dossier-state-complete = тәлімгердің жазбасы күтіледі
dossier-state-returned = тәлімгерге сұрақ қойылды
dossier-state-noted = ұсыныс күтіледі
dossier-state-not-recommended = ұсынылмады
dossier-state-recommended = ұсынылды
dossier-state-candidate = комиссия қарап жатыр
dossier-state-interviewed = сұқбат өтті
dossier-state-awarded = марапатталды 🏅
dossier-state-declined = марапатталмады
dossier-state-deferred = келесі маусымға қалдырылды
dossier-state-appealed = шағым қаралып жатыр
dossier-state-invited = салтанатты рәсімге шақырылды
dossier-state-handed-over = төсбелгі табысталды 🏅
dossier-state-revoked = куәліктің күші жойылды ⛔
dossier-state-at-centre = төсбелгі орталықта табысталады 🏅
dossiers-waiting = { $count ->
    [0] 🎖 <b>Ұсынысыңызды күтіп тұрған қатысушы жоқ</b> 👏
   *[other] 🎖 <b>Ұсынысыңызды күтіп тұр: { $count }</b>
}
dossiers-read = { $count ->
    [0] 📚 <b>Әзірге сараптамалық жазба жоқ</b>
   *[other] 📚 <b>Сараптамалық жазбалар: { $count }</b>
}
dossiers-line = { $mentor ->
    [yes] ✅
   *[not-yet] ⏳
} <b>{ $name }</b>, { $level }
dossiers-name = • { $name }
dossiers-button-several = ☑️ Бірнешеуін бірге ұсыну
dossiers-button-all = ☑️ Бәрін белгілеу
dossiers-button-go-on = ▶️ Жалғастыру
dossiers-button-sure = ✅ Иә, ұсынамын
dossiers-choose = ☑️ <b>Кімдерді марапатқа ұсынасыз?</b> Мұнда тәлімгері ұсынған, құжаттары түгел қатысушылар тұр.
dossiers-sure =
    🎖 <b>Осы қатысушыларды марапатқа ұсынасыз ба?</b> Саны – { $count }

    { $names }
dossiers-recommended = ✅ <b>Ұсынылды: { $count }</b>{ $left ->
    [0] { "" }
   *[other] { "" } Осы екі арада жағдайы өзгеріп, ұсынылмай қалғаны: { $left }.
}
dossiers-due = 🎖 <b>Төсбелгіге дейінгі жолда кезегі келгендер</b>
dossiers-due-note = { $name }: сараптамалық жазба ({ $who })
dossiers-due-noted = { $name }: марапатқа ұсыну ({ $who })
dossiers-due-commission = { $name }: комиссияның шешімі
dossiers-due-nobody = жасайтын адам жоқ: тағайындау керек
refused-dossier-missing = Әзірге ұсынуға болмайды: не жетіспейтіні құжаттарында көрсетілген.

# Деңгейден төсбелгіге дейінгі жол.
way-title = 🎖 <b>Төсбелгіге дейінгі жол</b>: { $name }, { $level }
way-title-own = 🎖 <b>Төсбелгіге дейінгі жол</b>: { $level }
way-none = 🎖 Бұл жол деңгей аяқталғанда басталады.
way-step-note = Тәлімгердің сараптамалық жазбасы
way-step-recommendation = Орталықтың ұсынысы
way-step-commission = Комиссия, сұқбат
way-step-decision = Шешім
way-step-invitation = Салтанатты рәсімге шақыру
way-step-handing-over = Төсбелгіні табыстау
way-step-done = ✅ { $step } – { DAY($day, style: "short") }
way-step-now = 👉 <b>{ $step }</b>
way-step-ahead = ▫️ { $step }
way-who = 🤝 Кезек кімде: { $names }
way-since = 📅 Қай күннен: { DAY($day) }
way-until = ⏳ Соңғы күні: { DAY($day) }
way-reason = 💬 Себебі:
way-next-declined = 🔁 Бұл шешім енді өзгермейді. Қаласаңыз, осы деңгейді басынан қайта бастай аласыз.
way-next-deferred = 🔜 Сізден ештеңе керек емес: келесі маусымда құжаттарыңыз бірінші болып қаралады.
way-now-complete = <b>{ $total } қадамның { $number }-қадамы:</b> тәлімгер сараптамалық жазба жазады
way-now-returned = <b>{ $total } қадамның { $number }-қадамы:</b> тәлімгер жазбаны толықтырып жатыр
way-now-noted = <b>{ $total } қадамның { $number }-қадамы:</b> орталық ұсынысын айтады
way-now-not-recommended = <b>{ $total } қадамның { $number }-қадамы:</b> орталық әзірге марапатқа ұсынбады
way-now-recommended = <b>{ $total } қадамның { $number }-қадамы:</b> { $reader ->
    [own] оператор құжаттарыңызды комиссияға береді
   *[staff] оператор құжаттарды комиссияға береді
}
way-now-candidate = <b>{ $total } қадамның { $number }-қадамы:</b> { $reader ->
    [own] құжаттарыңызды комиссия қарап жатыр
   *[staff] құжаттарды комиссия қарап жатыр
}
way-now-interviewed = <b>{ $total } қадамның { $number }-қадамы:</b> сұқбат өтті, енді комиссия шешім шығарады
way-now-declined = <b>{ $total } қадамның { $number }-қадамы:</b> комиссия бұл жолы марапаттамау туралы шешім шығарды
way-now-deferred = <b>{ $total } қадамның { $number }-қадамы:</b> шешім келесі маусымға қалдырылды
way-now-appealed = <b>{ $total } қадамның { $number }-қадамы:</b> шағымды комиссияның басқа мүшелері қарап жатыр
way-now-awarded = <b>{ $total } қадамның { $number }-қадамы:</b> { $reader ->
    [own] сіз марапатталдыңыз, енді салтанатты рәсімге шақыру келеді 🏅
   *[staff] марапатталды, енді салтанатты рәсімге шақырылады 🏅
}
way-now-invited = <b>{ $total } қадамның { $number }-қадамы:</b> төсбелгі салтанатты рәсімде табысталады 🏅
way-now-handed-over = <b>Барлық қадам аяқталды:</b> төсбелгі табысталды 🏅
way-now-revoked = <b>⛔ Куәліктің күші жойылды:</b> { $reader ->
    [own] бұл деңгейдің төсбелгісі енді берілмеген болып саналады
   *[staff] қатысушыға бұл деңгейдің төсбелгісі берілмеген болып саналады
}
way-now-at-centre = <b>{ $total } қадамның { $number }-қадамы:</b> төсбелгі орталықта табысталады 🏅
way-told-recommended = 🎉 <b>Орталық сізді марапатқа ұсынды.</b> Енді құжаттарыңызды комиссия қарайды.
way-told-not-recommended = 🙏 <b>Орталық сізді әзірге марапатқа ұсынбады.</b> Себебін төменде оқыңыз. Келіспесеңіз, төмендегі батырманы басып, дау көтере аласыз: екі жақты да төреші тыңдайды.
way-button-participant = 👤 Қатысушы
way-button-note = 📝 Тәлімгердің жазбасы
button-way = 🎖 Төсбелгіге дейінгі жол
levels-title = 🗂 <b>Деңгейлерім</b>
levels-line = { $level }: { $state ->
    [complete] аяқталған күні { DAY($ended, style: "short") }
    [active] жүріп жатыр, басталған күні { DAY($began, style: "short") }
    [paused] үзілісте, басталған күні { DAY($began, style: "short") }
    [withdrawn] қатысу тоқтатылған, басталған күні { DAY($began, style: "short") }
   *[other] өтініш берілген күн { DAY($began, style: "short") }
}
levels-button-journal = 📖 Күнделік
levels-button-progress = 📊 Жетістік
next-level-sent = Келесі деңгейге өтінішіңіз жіберілді!
refused-next-level = Бірден ашылатын келесі деңгей қазір жоқ. Мәзірден өтініш бере аласыз.

# Бірге тұратындар: олар туралы шешімді қызметкер өзі қабылдамайды.
household-title =
    🏠 <b>Бірге тұратындар</b>
    Бір үйде тұратын адам қатысушы болса, ол туралы жазбаны, ұсынысты, шешімді басқа адам жазады. Тізімді тек өзіңіз көресіз.

    { $lines }
household-none = Әзірге ешкім көрсетілмеген.
household-line = • { $name }, { DAY($day) }
household-button-new = ➕ Қосу
household-button-drop = 🗑 { $name }
household-ask-name = 🏠 Бірге тұратын адамның аты-жөні қалай? Мысалы: Серік Аружан
household-ask-born = 📅 <b>{ $name }</b> қай күні туған? Мысалы: 05.03.2010
refused-household-name = Тегі мен атын толық жазыңыз. Мысалы: Серік Аружан
refused-household-date = Мұндай туған күн болмайды. Мысалы: 05.03.2010
refused-household-many = Тізімде { $most } адам бар: алдымен бірін өшіріңіз.

# Карточкадағы қысқа мінездеме.
characterisation-title = 💬 <b>Тәлімгердің мінездемесі:</b>
button-characterise = 💬 Мінездеме жазу
characterise-ask =
    💬 <b>{ $name }</b>: қысқа мінездеме жазыңыз. Қатысушы оны әрқашан көріп тұрады. Ең көбі { $most } таңба.

    Қазіргісі: { $words }
refused-characterisation-empty = Бірнеше сөз жазыңыз.
refused-characterisation-long = Тым ұзын: { $length } таңба. { $most } таңбаға дейін қысқартыңыз.
