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
note-question = ❓ <b>Орталық басшысының сұрағы:</b>
note-fact-direction = { $direction }: { $done }
note-fact-hours = ⏱ Барлығы: { $hours } сағ { $minutes } мин, расталған жазба – { $entries }
note-fact-honesty = ✏️ Түзетілген жазба – { $mended }, 🔁 қайталанған материал – { $reused }, ⚖️ дау – { $disputes }
note-ask-strengths =
    💪 <b>Қандай мықты тұстары бар?</b>
    Түртіңіз, жазыңыз немесе дауыстық хабар жіберіңіз. Ең көбі { $most } таңба.
note-ask-growth =
    🌱 <b>Осы жолда не өсті, не өзгерді?</b>
    Түртіңіз, жазыңыз немесе дауыстық хабар жіберіңіз. Ең көбі { $most } таңба.
note-ask-direction =
    <b>{ $direction }</b> ({ $place }/{ $count })
    Осы бағыт туралы бір сөйлем: түртіңіз, жазыңыз немесе айтып жіберіңіз.
note-ask-verdict = 🎖 <b>Қатысушыны марапатқа ұсынасыз ба?</b> Жіберілген соң жазба өзгермейді.
note-ask-fill = ✍️ Жазбаның барлық бөлігін толтырыңыз: сонда ғана ұсыныс айта аласыз.
note-ask-reason =
    ⏳ <b>Неге әзірге ұсынбайсыз?</b>
    Түртіңіз, жазыңыз немесе дауыстық хабар жіберіңіз. Ең көбі { $most } таңба.
note-said-so-far = Қазір былай тұр:
note-spoken = 🎤 Дауыстық хабар
note-part-strengths = 💪 Мықты тұстары
note-part-growth = 🌱 Не өсті
note-part-reason = ⏳ Неге әзірге емес
note-part-title = <b>{ $title }</b>
note-usual-strengths-1 = Табанды, ісін аяқтайды
note-usual-strengths-2 = Жауапты, уақытында келеді
note-usual-strengths-3 = Ізденімпаз әрі дербес
note-usual-strengths-4 = Ашық, командада жақсы
note-usual-strengths-5 = Жан-жағына көмектеседі
note-usual-growth-1 = Өзіне сенімді болды
note-usual-growth-2 = Уақытын жоспарлай алады
note-usual-growth-3 = Еркін сөйлеуге үйренді
note-usual-growth-4 = Денсаулығын шыңдады
note-usual-growth-5 = Өз бетімен шешім қабылдайды
note-usual-direction-1 = Толық әрі адал орындады
note-usual-direction-2 = Өте жақсы нәтиже көрсетті
note-usual-direction-3 = Тұрақты түрде айналысты
note-usual-direction-4 = Қиын болса да, тастамады
note-usual-direction-5 = Қызығып, жалғастырып жүр
note-usual-reason-1 = Өздігінен істеуі керек
note-usual-reason-2 = Дәлелдері жеткіліксіз
note-usual-reason-3 = Тәжірибе жинағаны дұрыс
note-button-keep = ▶️ Осылай қалсын
note-button-later = ⏭ Келесі қатысушы
note-button-yes = ✅ Ұсынамын
note-button-not-yet = ⏳ Әзірге емес
note-button-fill = ✍️ Толтыру
note-button-write = 📝 Жазбаны жазу
note-button-of = 📝 { $name }
note-sent = Жазба жіберілді. Кезекте – { $left }
note-all-done = ✅ <b>Сараптамалық жазбалардың бәрі жазылды.</b> Рақмет!
note-told-asked-back = ❓ <b>{ $name }</b>, { $level }: орталық басшысы сараптамалық жазба бойынша сұрақ қойды.
note-told-written = 📝 <b>Тәлімгер сараптамалық жазба жазды.</b> Оқып, ұсынысыңызды айтыңыз.
refused-note-unfinished = Жазба әлі толық емес: әр бөлікке бір сөйлем жазыңыз немесе айтыңыз.
refused-note-empty = Бірнеше сөз жазыңыз немесе дауыстық хабар жіберіңіз.
refused-note-long = Тым ұзақ: { $length } таңба. { $most } таңбаға дейін қысқартыңыз.

# Орталық басшысының ұсынысы.
dossier-head =
    🎖 <b>{ $name }</b>, { $level }
    Іс № { $number }
dossier-note-of = 📝 <b>Сараптамалық жазба</b> – { $name }
dossier-mentor-yes = ✅ Тәлімгер марапатқа ұсынады.
dossier-mentor-not-yet = ⏳ Тәлімгер әзірге ұсынбайды.
dossier-missing = ⚠️ <b>Ұсыну үшін жетпейді:</b>
dossier-missing-mark = • { $direction }: бағыт аяқталды деген белгі
dossier-missing-norm = • { $direction }: нормативтің белгісі
dossier-missing-agreement = • қатысушының қолы қойылған келісім
dossier-missing-representative = • заңды өкілдің қолы
dossier-button-yes = ✅ Марапатқа ұсыну
dossier-button-ask = ❓ Тәлімгерден сұрау
dossier-button-no = 🚫 Ұсынбау
dossier-button-whole = 🎧 Тыңдау, толық оқу
dossier-button-show = 🎖 Істі ашу
dossier-button-of = 🎖 { $name }
dossier-button-list = 📋 Тізім
dossier-which-ask = ❓ <b>{ $name }</b>: тәлімгерден не сұрайсыз? Жазба сұрағыңызбен бірге қайтады.
dossier-which-refuse = 🚫 <b>{ $name }</b>: неге ұсынбайсыз? Қатысушы себебін оқиды, келіспесе, дауласа алады.
dossier-why-ask-examples = Нақты мысал келтіріңіз
dossier-why-ask-growth = Не өскенін толығырақ жазыңыз
dossier-why-ask-reused = Қайталанған материал неден?
dossier-why-no-part = Іске өзі аз қатысқан
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
dossier-state-candidate = Комиссия қарап жатыр
dossier-state-interviewed = сұқбаттан өтті
dossier-state-awarded = марапатталды 🏅
dossier-state-declined = марапатталмады
dossier-state-deferred = келесі маусымға қалдырылды
dossier-state-appealed = шағым қаралып жатыр
dossier-state-invited = салтанатқа шақырылды
dossier-state-handed-over = төсбелгі табысталды 🏅
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
dossiers-choose = ☑️ <b>Кімдерді марапатқа ұсынасыз?</b> Мұнда тәлімгері ұсынған, бәрі түгел қатысушылар тұр.
dossiers-sure =
    🎖 <b>Осы қатысушыларды марапатқа ұсынасыз ба?</b> Саны – { $count }

    { $names }
dossiers-recommended = ✅ <b>Ұсынылды: { $count }</b>{ $left ->
    [0] { "" }
   *[other] { "" } Күйі өзгергендіктен қалып қойғаны: { $left }.
}
dossiers-due = 🎖 <b>Төсбелгі жолында кезегі келгендер</b>
dossiers-due-note = { $name }: сараптамалық жазба ({ $who })
dossiers-due-noted = { $name }: марапатқа ұсыну ({ $who })
dossiers-due-commission = { $name }: Комиссияның шешімі
dossiers-due-nobody = жасайтын адам жоқ: тағайындау керек
refused-dossier-missing = Әзірге ұсынуға болмайды: не жетпейтіні істе жазылған.

# Деңгейден төсбелгіге дейінгі жол.
way-title = 🎖 <b>Төсбелгіге дейінгі жол</b>: { $name }, { $level }
way-title-own = 🎖 <b>Төсбелгіге дейінгі жол</b>: { $level }
way-none = 🎖 Бұл жол деңгей аяқталғанда басталады.
way-step-note = Тәлімгердің сараптамалық жазбасы
way-step-recommendation = Орталықтың ұсынысы
way-step-commission = Комиссия, сұқбат
way-step-decision = Шешім
way-step-invitation = Салтанатқа шақыру
way-step-handing-over = Төсбелгіні табыстау
way-step-done = ✅ { $step } – { DAY($day, style: "short") }
way-step-now = 👉 <b>{ $step }</b>
way-step-ahead = ▫️ { $step }
way-who = 🤝 Кезек: { $names }
way-since = 📅 Қай күннен: { DAY($day) }
way-until = ⏳ Соңғы күні: { DAY($day) }
way-reason = 💬 Себебі:
way-now-complete = <b>{ $number }-қадам, барлығы { $total }:</b> тәлімгер сараптамалық жазба жазады
way-now-returned = <b>{ $number }-қадам, барлығы { $total }:</b> тәлімгер жазбаны толықтырып жатыр
way-now-noted = <b>{ $number }-қадам, барлығы { $total }:</b> орталық ұсынысын айтады
way-now-not-recommended = <b>{ $number }-қадам, барлығы { $total }:</b> орталық марапатқа ұсынбады
way-now-recommended = <b>{ $number }-қадам, барлығы { $total }:</b> { $reader ->
    [own] ісіңізді Комиссия қарайды
   *[staff] істі Комиссия қарайды
}
way-now-candidate = <b>{ $number }-қадам, барлығы { $total }:</b> { $reader ->
    [own] ісіңізді Комиссия қарап жатыр
   *[staff] істі Комиссия қарап жатыр
}
way-now-interviewed = <b>{ $number }-қадам, барлығы { $total }:</b> сұқбат өтті, Комиссия шешеді
way-now-declined = <b>{ $number }-қадам, барлығы { $total }:</b> Комиссия марапаттамау туралы шешім шығарды
way-now-deferred = <b>{ $number }-қадам, барлығы { $total }:</b> шешім келесі маусымға қалдырылды
way-now-appealed = <b>{ $number }-қадам, барлығы { $total }:</b> шағымды басқа мүшелер қарап жатыр
way-now-awarded = <b>{ $number }-қадам, барлығы { $total }:</b> { $reader ->
    [own] марапатталдыңыз, салтанатқа шақыру келеді 🏅
   *[staff] марапатталды, салтанатқа шақырылады 🏅
}
way-now-invited = <b>{ $number }-қадам, барлығы { $total }:</b> төсбелгі салтанатта табысталады 🏅
way-now-handed-over = <b>Барлық қадам өтті:</b> төсбелгі табысталды 🏅
way-told-recommended = 🎉 <b>Орталық сізді марапатқа ұсынды.</b> Енді ісіңізді Комиссия қарайды.
way-told-not-recommended = 🙏 <b>Орталық әзірге марапатқа ұсынбады.</b> Себебін төменде оқыңыз. Келіспесеңіз, төмендегі батырманы басып, дауласа аласыз: істі басқа адам қарайды.
way-button-participant = 👤 Қатысушы
way-button-note = 📝 Тәлімгердің жазбасы
button-way = 🎖 Төсбелгіге жол
levels-title = 🗂 <b>Деңгейлерім</b>
levels-line = { $level }: { $state ->
    [complete] аяқталды, { DAY($ended, style: "short") }
    [active] жүріп жатыр, { DAY($began, style: "short") } басталды
    [paused] тоқтатылған, { DAY($began, style: "short") } басталды
    [withdrawn] бас тартқансыз, { DAY($began, style: "short") } басталған
   *[other] өтініш берілген, { DAY($began, style: "short") }
}
levels-button-journal = 📖 Күнделік
levels-button-progress = 📊 Үлгерім
next-level-sent = Келесі деңгейге өтінішіңіз жіберілді!
refused-next-level = Қазір бірден ашылатын келесі деңгей жоқ. Мәзірден өтініш бере аласыз.

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

    Қазір: { $words }
refused-characterisation-empty = Бірнеше сөз жазыңыз.
refused-characterisation-long = Тым ұзақ: { $length } таңба. { $most } таңбаға дейін қысқартыңыз.
