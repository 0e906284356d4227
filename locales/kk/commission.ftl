# Комиссия: құрамы, үміткерлер, бағалар, дауыс беру, шешім, хаттама, шағым.
commission-name = { $season } ж. · { $region } · { $level }
commission-everywhere = Барлық өңір
commission-all-levels = Барлық деңгей
commission-list = 🏛 <b>Комиссиялар</b>
commission-none = 🏛 <b>Сізде ашық комиссия жоқ</b>
commission-mine = 🏛 { $name }
commission-line = { $name }{ $undecided ->
    [0] {""}
   *[other] {" "}({ $undecided })
}
commission-button-new = ➕ Жаңа комиссия
commission-ask-season =
    🏛 <b>Қай маусымға?</b>

    Салтанатты рәсім өтетін жыл.
commission-ask-region = 🏛 <b>Комиссия қай өңірдің үміткерлерін қарайды?</b>
commission-ask-level = 🏛 <b>Қай деңгейдің үміткерлерін?</b>
commission-head =
    🏛 <b>Комиссия</b>
    { $name }
commission-state-new = 📝 Әлі ашылған жоқ
commission-state-open = 🟢 Жұмыс істеп жатыр
commission-state-closed = 🔒 Жұмысын аяқтады
commission-lacks-chair = ⚠️ Төраға жоқ
commission-lacks-secretary = ⚠️ Хатшы жоқ
commission-lacks-authority = ⚠️ Білім беру саласындағы уәкілетті органның өкілі жоқ
commission-lacks-members = ⚠️ Мүшелері аз: кемінде { $fewest } адам керек
commission-counts =
    Қаралып жатыр: { $undecided }
    Шешімі шықты: { $decided }
commission-waiting = { $total ->
    [0] Жаңадан ұсынылған үміткер жоқ
   *[other] Ұсынылып, кезек күтіп тұр: { $total }{ $deferred ->
        [0] {""}
       *[other] , оның ішінде өткен маусымнан қалғаны: { $deferred }
    }
}
commission-button-seats = 👥 Құрамы
commission-button-open = 🟢 Комиссияны ашу
commission-button-close = 🔒 Жұмысын аяқтау
commission-button-put = 📥 Қарауға беру ({ $count })
commission-button-take-back = 📤 Қалғанын қайтарып алу
commission-button-open-card = 🏛 Комиссияны көру
commission-button-desk = 🏛 Комиссияға өту
commission-put = Комиссияға берілді: { $count }
commission-taken-back = Қайтарып алынды: { $count }
commission-short = ⚠️ Қайшылығы жоқ мүше екеуден аз, сондықтан шешім шықпайды: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}және тағы { $more }
}. Комиссияға тағы мүше қосыңыз.
commission-seats =
    👥 <b>Комиссия құрамы</b>

    Мүшенің атын басып, сілтемесін қайта ала аласыз не өкілеттігін тоқтата аласыз. Орын қосу үшін төмендегі батырмалардың бірін басыңыз.
seat-line = • { $seat }: <b>{ $name }</b>{ $authority ->
    [yes] {" "}– уәкілетті орган өкілі
   *[no] {""}
}
seat-nobody = сілтеме әлі қабылданбаған
seat-chair = төраға
seat-secretary = хатшы
seat-member = мүше
seat-button = { $seat }: { $name }
seat-add-chair = ➕ Төраға
seat-add-secretary = ➕ Хатшы
seat-add-member = ➕ Мүше
seat-add-authority = ➕ Уәкілетті орган өкілі
seat-link =
    🔗 <b>Комиссияға шақыру сілтемесі</b>

    { $link }

    Бір рет қана және жеті күн ішінде жарамды. Шақырылған адамның өзіне ғана жіберіңіз.
seat-button-share = 📤 Сілтемені жіберу
seat-share-words = Сізді төсбелгі комиссиясына шақырамыз
seat-button-drop = 🗑 Орынды алып тастау
seat-ask-end =
    👥 <b>Мүшенің өкілеттігін тоқтатасыз ба?</b>

    Ол үміткерлердің құжаттарын бұдан былай көрмейді. Берген дауыстары хаттамада қалады.
seat-button-end = ✋ Өкілеттігін тоқтату
seat-over = ✅ Комиссия құрамы өзгерді. Бұл журналға жазылды.
seat-offer =
    🏛 <b>Сізді комиссияға шақырамыз</b>

    Комиссия: { $name }
    Комиссиядағы міндетіңіз: { $seat }{ $authority ->
        [yes] {" "}(білім беру саласындағы уәкілетті орган өкілі)
       *[no] {""}
    }
    Сілтеменің соңғы күні: { DAY($until) }

    Комиссия мүшесі үміткерлердің құжаттарын оқиды, баға қояды, дауыс береді. Не қарағаныңыздың бәрі журналға жазылады. Үміткер туысыңыз не танысыңыз болса, оны қараудан бас тарта аласыз.
seat-button-take = ✅ Қабылдаймын
seat-button-decline = Қазір емес
seat-declined = Жарайды. Ойыңыз өзгерсе, сілтемені қайта ашыңыз.
seat-taken = ✅ <b>Сіз енді комиссия құрамындасыз.</b> Үміткерлер берілгенде осы чатқа хабар келеді.
seat-told-taken = 👥 <b>{ $name }</b> комиссияға қосылды ({ $seat }): { $commission }
seat-told-ended = 👥 Комиссиядағы өкілеттігіңіз аяқталды: { $commission }. Еңбегіңізге рақмет!
menu-commission = 🏛 Сіз комиссия құрамындасыз.
menu-button-commission = 🏛 Комиссия
desk-seat = Міндетіңіз: { $seat }
desk-candidates = { $before ->
    [0] Қазір қаралатын үміткер жоқ
   *[other] Үміткерлер: { $before }, сізге қалғаны: <b>{ $left }</b>
}
desk-hidden = 🙈 Мүдделер қайшылығына не өзіңіз бас тартқаныңызға байланысты сізге көрсетілмейтін үміткерлер: { $hidden }. Олар бойынша шешімді басқа мүшелер шығарады.
desk-sitting-none = Отырыс әлі басталған жоқ: құжаттарды алдын ала оқи беріңіз.
desk-sitting-away = 🔔 Отырыс жүріп жатыр. Қатысып отырған мүшелер: { $present } / { $members }
desk-sitting-here = 🟢 Сіз отырысқа қатысып отырсыз. Қатысып отырған мүшелер: { $present } / { $members }
desk-button-here = 🖐 Мен отырыстамын
desk-button-next = ▶️ Келесі үміткер ({ $left })
desk-button-list = 📋 Үміткерлер тізімі
desk-button-undisputed = ✍️ Бірауызды шешімдер
desk-button-sit = 🔔 Отырысты бастау
desk-button-rise = 🔚 Отырысты аяқтау
desk-button-leave = 🚪 Отырыстан шығу
desk-all-done = 👏 <b>Сіз қарайтын үміткер қалмады.</b>
desk-undisputed = { $count ->
    [0] Қатысып отырғандар бірауыздан марапаттауға дауыс берген үміткер әзірге жоқ.
   *[other]
    ✍️ <b>Бірауыздан марапаттауға дауыс берілген үміткерлер: { $count }</b>

    Негіздемесі: деңгей талаптары толық орындалды. Бәрі салтанатты рәсімге шақырылады.
}
desk-button-sign-all = ✍️ Бәріне қол қою ({ $count })
desk-signed = ✅ <b>Қол қойылды: { $count }.</b> Үміткерлерге хабар жіберілді.
desk-unsigned = ⚠️ <b>Қол қойылмады: { $count }.</b> Бұлар шешімсіз қалды, алғашқылары мен себебі төменде.
desk-unsigned-one = <b>№ { $number } · { $name }</b>
sitting-closed = Отырыс аяқталды. Хаттама дайындалып жатыр.
sitting-closed-without = Отырыс аяқталды. Шешім шыққан жоқ, сондықтан хаттама да жоқ.
sitting-told-opened = 🔔 <b>Комиссия отырысы басталды.</b> Қатыссаңыз, «Мен отырыстамын» батырмасын басыңыз.
candidates-told-put = 📥 <b>Комиссияға үміткерлердің құжаттары берілді.</b>
candidate-told-taken-back-own = 📤 <b>Құжаттарыңыз комиссиядан қайтарылды: сіз туралы шешім шыққан жоқ.</b> Деңгейіңіз: { $level }. Ұсыныс күшінде: құжаттарыңыз комиссияға қайта беріледі, сізден ештеңе керек емес.{ $interview ->
    [yes] {" "}Таңдаған уақытыңызда сұқбат болмайды.
   *[no] {""}
}
candidate-told-taken-back = 📤 <b>{ $name }: құжаттары комиссиядан қайтарылды, шешім шыққан жоқ.</b> Деңгейі: { $level }. Ұсыныс күшінде: құжаттары комиссияға қайта беріледі.{ $interview ->
    [yes] {" "}Белгіленген сұқбат болмайды.
   *[no] {""}
}
candidates-list = 📋 <b>Үміткерлер: { $count }</b>
candidates-line = { $state ->
    [done] ✅
    [closed] 🗳
   *[new] ▫️
} № { $number } · { $name } · { $level }
candidate-head = <b>№ { $number } · { $name }</b>, { $age } жаста · { $level }
candidate-place = 📍 { $region } · { $centre }
candidate-no-centre = орталығы жоқ
candidate-appeal = ⚖️ <b>Шағым.</b> Қатысушының сөзі:
candidate-progress = 📊 Рейтингі: { $percent } %, аяқталған бағыттары: { $finished } / { $all }
candidate-norms = ✅ Норматив орындалды: { $directions }
candidate-reused = { $reused ->
    [0] 🔍 Адалдық: { $entries } жазбаның ешқайсысы бұрын жіберілмеген
   *[other] 🔍 Адалдық: жазбасы – { $entries }, бұрын жіберілгені расталғаны – { $reused }
}
candidate-interview-held = 🎙 Сұқбат өтті: { MOMENT($when) }
candidate-interview-taken = 🎙 Сұқбат: { MOMENT($when) }. { $place }
candidate-interview-none = 🎙 Сұқбат уақытын әлі таңдаған жоқ
candidate-interview-again = 🎙 Сұқбатқа келмеді, тағы бір рет уақыт таңдай алады
candidate-interview-without = 🎙 Сұқбат болмады: шешім онсыз шығарылады
candidate-recommended = 👍 Ұсынған: { $name }, { DAY($day, style: "short") }
candidate-characterisation = 💬 Тәлімгердің мінездемесі:
candidate-button-progress = 📊 Жетістігі
candidate-button-journal = 📖 Күнделігі
candidate-button-note = 💬 Тәлімгер сөзі
candidate-note = 💬 <b>Тәлімгердің сараптамалық жазбасы</b>
candidate-no-note = 💬 Тәлімгер жазбасы әлі жоқ.
candidate-button-files = 📎 { $files } · { $entry }
candidate-button-next = ▶️ Келесісі ({ $left } қалды)
candidate-button-look-again = 🔄 Жаңарту
candidate-button-list = 📋 Тізім
candidate-button-step-back = ✋ Қараудан бас тарту
candidate-button-surely-back = ✋ Иә, бас тартамын
candidate-ask-back =
    ✋ <b>{ $name }: бұл үміткерді қараудан бас тартасыз ба?</b>

    Құжаттарын енді көрмейсіз, ол бойынша дауыс бермейсіз. Бұл хаттамаға жазылады, кейін қайтару мүмкін емес.
candidate-stepped-back = ✋ Бұл үміткерді қараудан бас тарттыңыз. Бұл хаттамаға жазылады.
candidate-journal = 📖 <b>Күнделік: расталған { $count } жазба</b>
marks-in-sitting = 🙈 Бағалар отырыста қойылады.
marks-hidden = 🙈 Бәрі баға қойып болғанша бағалар жасырын тұрады. Қойып болған мүшелер: { $ready } / { $present }
marks-mine = • { $name }: <b>{ $points }</b>
marks-opened = 🔓 Мүшелердің бағалары: ортасы (ең төмені–ең жоғарысы)
marks-all = • { $name }: <b>{ $median }</b> ({ $least }–{ $most })
marks-button-again = ✏️ { $name }: { $points }
marks-button-word = ✍️ Бір ауыз сөз қосу
marks-button-close = 🔓 Бағаларды ашу
votes-cast =
    🗳 Дауыстар: 🏅 { $awarded } · ✖️ { $declined } · ⏳ { $deferred }
    Қатысып отырған мүшелер: { $present } / { $members }
votes-mine = Сіздің дауысыңыз: { $outcome }
votes-no-quorum = ⚠️ Кворум жоқ: кемінде { $need } мүше қатысуы керек
votes-one-left = ⚠️ Қайшылығы жоқ мүше жетіспейді: шешімді бір адам шығармайды. Оператор комиссияға тағы мүше қосуы керек.
votes-verdict = ✅ Дауыс беру нәтижесі: <b>{ $outcome }</b>{ $by ->
    [casting] {" "}(дауыс тең түсті, төрағалық етушінің дауысы шешті)
   *[majority] {""}
}
votes-button-sign = ✍️ Қол қою: { $outcome }
vote-awarded = 🏅 Марапаттау
vote-declined = ✖️ Марапаттамау
vote-deferred = ⏳ Кейінге қалдыру
outcome-awarded = марапаттау
outcome-declined = марапаттамау
outcome-deferred = кейінге қалдыру
decision-ask =
    ✍️ <b>{ $name }</b>
    Шешім: <b>{ $outcome }</b>

    Негіздемесін таңдаңыз: оны қатысушы да оқиды. Таңдаған сәтте шешімге қол қойылады.
decision-reason-met = Талаптар толық орындалды
decision-reason-beyond = Талаптан артық орындады
decision-reason-grew = Өзін дамытқаны анық көрінеді
decision-reason-results = Нәтижесі әлі жеткіліксіз
decision-reason-independence = Дербестік әлі жетіспейді
decision-reason-contribution = Қоғамға қосқан үлесі аз
decision-reason-time = Тағы уақыт керек
decision-reason-papers = Материалдар толық емес
decision-reason-own = Негіздемесі үміткерге жазбаша айтылды
decision-reason-absent = Сұқбат болмады
decision-button-own-words = ✍️ Өз сөзіммен
decision-button-no-ceremony = Талап орындалды, рәсімсіз
decision-signed = ✅ <b>Шешімге қол қойылды.</b> Қатысушыға, тәлімгерге, орталық жетекшісіне хабар жіберілді.
decision-own-awarded = 🏅 <b>Құттықтаймыз! Комиссия сізді марапаттау туралы шешім шығарды.</b> Деңгейіңіз: { $level }
decision-own-declined = <b>Комиссия бұл жолы сізді марапаттамау туралы шешім шығарды.</b> Деңгейіңіз: { $level }. Еңбегіңіз еш кетпейді: күнделігіңіз де, үйренгеніңіз де өзіңізде қалады.
decision-own-deferred = ⏳ <b>Комиссия шешімді келесі маусымға қалдырды.</b> Деңгейіңіз: { $level }. Келесі маусымда құжаттарыңыз бірінші болып қаралады, қайта өтініш берудің қажеті жоқ.
decision-theirs-awarded = 🏅 <b>{ $name }: комиссия марапаттау туралы шешім шығарды.</b> Деңгейі: { $level }
decision-theirs-declined = <b>{ $name }: комиссия бұл жолы марапаттамау туралы шешім шығарды.</b> Деңгейі: { $level }
decision-theirs-deferred = ⏳ <b>{ $name }: комиссия шешімді келесі маусымға қалдырды.</b> Деңгейі: { $level }
decision-why = Неліктен:
decision-gives = 🎁 { $gives }
decision-ceremony = 🎉 Сізді салтанатты рәсімге шақырамыз: күні мен орны белгілі болғанда хабарлаймыз.
decision-appeal = ⚖️ Келіспесеңіз, бір рет шағымдана аласыз: құжаттарды басқа мүшелер қайта қарайды. Шағымданудың соңғы күні: { DAY($until) }.
decision-due-line = № { $number }
decisions-due = ⏳ <b>Комиссияның шешімін күтіп тұр</b>
protocol-button = 📄 Хаттама № { $number }
protocol-head = { $corrects ->
    [yes] 📄 <b>{ $season } жылғы № { $number } хаттама: түзету</b>
   *[no] 📄 <b>{ $season } жылғы № { $number } хаттама</b>
}
protocol-unmade = 📄 Хаттама дайындалып жатыр. Бірер минуттан кейін осы чатқа келеді.
protocol-button-correct = ✏️ Хаттамаға түзету жазу
protocol-corrected = ✅ <b>Түзету жеке хаттама болып шықты.</b> Бұрынғысы өзгеріссіз қалады. Файлы дайын болғанда осы чатқа келеді.
appeal-button-make = ⚖️ Шағымдану
appeal-made = ⚖️ <b>Шағымыңыз қабылданды.</b> Құжаттарыңызды бұған дейін қарамаған мүшелер қарайды. Жауабы осы чатқа келеді.
appeals-button = ⚖️ Шағымдар ({ $count })
appeals-list = { $count ->
    [0] ⚖️ <b>Комиссиясы белгіленбеген шағым жоқ</b> 👏
   *[other] ⚖️ <b>Комиссиясы белгіленбеген шағымдар: { $count }</b>
}
appeal-button-show = ⚖️ № { $number }
appeal-told = ⚖️ <b>Жаңа шағым.</b>
appeal-head = ⚖️ <b>Комиссия шешіміне шағым. Құжаттар нөмірі: { $number }</b>
appeal-due = ⏳ Жауап берудің соңғы күні: { DAY($day) }
appeal-ask = Қай комиссия қарайды? Тізімде бұл үміткер бойынша бұрын шешім шығармаған мүшелері жеткілікті комиссиялар ғана тұр.
appeal-given = ✅ Шағым комиссияға берілді.
appeal-nobody = ⚠️ Қарайтын комиссия жоқ. Бұл үміткер бойынша бұрын шешім шығармаған кемінде { $fewest } мүшесі бар комиссия ашыңыз.
appeal-due-line = № { $number }
appeals-due = ⚖️ <b>Шағымдар жауап күтіп тұр</b>
commission-ask-reason = ✍️ Шешімнің негіздемесін жазыңыз: оны қатысушы да оқиды. { $fewest } таңбадан { $most } таңбаға дейін.
commission-ask-beside = ✍️ Бағаларыңызға бір ауыз сөз қосыңыз. Басқа мүшелер оны бағалар ашылғанда оқиды. Ең көбі { $most } таңба.
commission-ask-correction = ✏️ Хаттаманың несі қате, дұрысы қалай? Жаңа хаттама шығады, бұрынғысы өзгермейді. { $fewest } таңбадан { $most } таңбаға дейін.
commission-ask-appeal =
    ⚖️ <b>Шешіммен неге келіспейсіз?</b>

    Өз сөзіңізбен жазыңыз. Құжаттарды басқа мүшелер басынан қарайды. Бір рет қана шағымдануға болады, хабар бірден жіберіледі. { $fewest } таңбадан { $most } таңбаға дейін.
refused-season = Осы жылды не келесі жылды таңдаңыз ({ $year } немесе одан кейінгі).
refused-seat-held = Бұл орын бос емес: алдымен қазіргі адамның өкілеттігін тоқтатыңыз.
refused-seat-taken = Осы екі арада бұл орын өзгеріп үлгеріпті.
refused-commission-closed = Бұл комиссия жұмысын аяқтаған.
refused-commission-open = Комиссия ашылып қойған.
refused-commission-not-open = Алдымен комиссияны ашыңыз.
refused-commission-busy = Әлі аяқтауға болмайды: отырыс жүріп жатыр не шешімі шықпаған үміткерлер бар. Оларды қайтарып алыңыз.
refused-commission-chair = Алдымен төраға керек: оған сілтеме жіберіңіз.
refused-commission-secretary = Алдымен хатшы керек: оған сілтеме жіберіңіз.
refused-commission-authority = Алдымен білім беру саласындағы уәкілетті органның өкілі керек.
refused-commission-members = Кемінде { $fewest } мүше керек.
refused-candidate-decided = Бұл үміткер бойынша шешім шығып қойған не құжаттары қайтарып алынған.
refused-sitting-open = Отырыс басталып қойған.
refused-sitting-closed = Қазір отырыс жүріп жатқан жоқ.
refused-not-present = Алдымен «Мен отырыстамын» батырмасын басыңыз.
refused-marks-closed = Бағалар ашылып қойған, енді өзгермейді.
refused-marks-hidden = Алдымен бәрі баға қойып болсын, содан кейін дауыс береміз.
refused-no-marks = Әзірге ешкім баға қойған жоқ.
refused-mark-word = { $most } таңбадан асырмай, бір ауыз сөз жазыңыз.
refused-no-quorum = Кворум жоқ: { $present } мүше қатысып отыр, кемінде { $need } керек.
refused-one-left = Бұл үміткермен қайшылығы жоқ бір ғана мүше қалды, ал шешімді бір адам шығармайды. Оператор комиссияға тағы мүше қосуы керек.
refused-no-majority = Көпшілік дауыс жоқ: ақылдасып, қайта дауыс беріңіздер.
refused-votes-changed = Осы арада дауыстар өзгерді. Карточканы қайта ашып, шешімді тағы бір қараңыз.
refused-decision-reason = Негіздемені { $fewest } таңбадан { $most } таңбаға дейін жазыңыз.
refused-correction = { $fewest } таңбадан { $most } таңбаға дейін жазыңыз.
refused-correction-names = ⚠️ Хаттама мәңгі сақталады: үміткердің атын жазбаңыз, құжаттарының нөмірін жазыңыз.
refused-appeal-late = Бұл шешімге шағымдануға болмайды: мерзімі өтіп кеткен не шағым бұрын берілген.
refused-appeal-words = { $fewest } таңбадан { $most } таңбаға дейін жазыңыз: басқа мүшелер пікіріңізді толық білсін.
refused-appeal-given = Бұл шағым комиссияға берілген.
desk-button-interviews = 🎙 Сұқбат уақыттары
