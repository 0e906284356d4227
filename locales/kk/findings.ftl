# Бұрын жіберілгенге ұқсас фото, видео, мәтін: тәлімгердің жауабы.
finding-head = { $what ->
    [photo] 🔎 <b>Бұл фото бұрын да жіберілген сияқты</b>
    [video] 🔎 <b>Бұл видео бұрын да жіберілген сияқты</b>
    [voice] 🔎 <b>Бұл аудио бұрын да жіберілген сияқты</b>
    [words] 🔎 <b>Бұл мәтін бұрын жіберілген мәтінге ұқсайды</b>
   *[file] 🔎 <b>Бұл файл бұрын да жіберілген сияқты</b>
}
finding-of = 👤 { $name }. { $summary }
finding-number = 🖼 Жазбадағы { $number }-файл, барлығы { $count }
finding-before-own = 🕘 Бұрын өзі жіберген, ол жазбаның күні: { DAY($day) }
finding-before-by = 🕘 Бұрын басқа қатысушыңыз жіберген: { $name }, жазбаның күні: { DAY($day) }
finding-before-other = 🕘 Бұрын басқа қатысушы жіберген, жазбаның күні: { DAY($day) }
finding-same-file = 📎 Дәл сол файл, айырмашылығы жоқ.
finding-edits = ✂️ Айырмашылығы: { $edits }
finding-edit-same = жоқ, сол күйінде
finding-edit-mirrored = айнадағыдай аударылған
finding-edit-turned = бұрылған
finding-edit-tilted = қисайтылған
finding-edit-cropped = шеті қиылған
finding-edit-framed = жиегі бар немесе экран суреті
finding-edit-covered = үстіне жазу не стикер қойылған
finding-edit-recoloured = түсі өзгертілген
finding-edit-blurred = бұлдыратылған
finding-sure = { $sure ->
    [high] 📏 Бір сурет екені анық дерлік.
    [medium] 📏 Бір сурет болуы әбден мүмкін.
   *[low] 📏 Екеуін мұқият салыстырып көріңіз.
} Сәйкес келетін бөлігі: { $percent } %
finding-share = 📏 Мәтіннің сәйкес келетін бөлігі: { $percent } %
finding-words-now = <i>Қазіргі мәтінде:</i>
finding-words-before = <i>Бұрынғы мәтінде:</i>
finding-unseen = 🖼 Екеуін қатар көрсету мүмкін болмады. Жазбаны ашып, өзіңіз қарап шығыңыз.
finding-ask = { $state ->
    [submitted] Бұл – тек белгі, шешім сізде. «Бұрын қолданылған» десеңіз, жазба түзетуге қайтады.
    [approved] ✅ Бұл жазба расталған. «Бұрын қолданылған» десеңіз, растау кері алынып, жазба түзетуге қайтады. Бұл – тек белгі, шешім сізде.
   *[other] Бұл жазба туралы шешім шыққан, жауабыңыз оны өзгертпейді, бірақ есте қалады.
}
finding-left = Осы жазба бойынша тағы { $left } сәйкестік бар, ол осыдан кейін шығады.

finding-button-honest = ✅ Адал
finding-button-reused = ♻️ Бұрын қолданылған
finding-button-shared = 🤝 Ортақ іс-шара
finding-button-entry = 📖 Жазбаны көру
finding-button-open = 🔎 Салыстырып көру
finding-button-marks = 🏁 Белгілерді қарау

finding-said-honest = ✅ <b>Жауап: адал.</b> Бұл екеуі енді сұралмайды.
finding-said-shared_event = 🤝 <b>Жауап: ортақ іс-шара.</b> Осы екі қатысушының сол күндердегі суреттері енді сұралмайды.
finding-said-reused = ♻️ <b>Жауап: бұрын қолданылған.</b>
finding-said-closed = 🔒 Жазба туралы шешім шыққан соң бұл сұрақ жабылды.
finding-returned = ↩️ Жазба түзетуге қайтарылды. Қатысушыға не істеу керегін жылы сөзбен айттық.
finding-reopened = ↩️ Растау кері алынды, жазба түзетуге қайтарылды. Қатысушыға не істеу керегін жылы сөзбен айттық.
finding-marked = ⚠️ Бұл бағыт аяқталған деп белгіленген. Белгі дұрыс па, қарап шығыңыз.
finding-none = Бұл жазбада жауапсыз сәйкестік қалмады.
finding-gone = Бұрынғы жазба қайтарып алынған, сондықтан салыстыратын ештеңе қалмады.

finding-already-honest = { $own ->
    [true] Бұған «адал» деп өзіңіз жауап бергенсіз.
   *[false] Бұған «адал» деген жауап берілген. Жауап берген: { $by }
}
finding-already-reused = { $own ->
    [true] Бұған «бұрын қолданылған» деп өзіңіз жауап бергенсіз.
   *[false] Бұған «бұрын қолданылған» деген жауап берілген. Жауап берген: { $by }
}
finding-already-shared_event = { $own ->
    [true] Бұған «ортақ іс-шара» деп өзіңіз жауап бергенсіз.
   *[false] Бұған «ортақ іс-шара» деген жауап берілген. Жауап берген: { $by }
}
finding-already-closed = { $own ->
    [true] Жазба туралы шешім шығарғансыз, бұл сұрақ сонымен бірге жабылған.
   *[false] Бұл сұрақ жазба туралы шешіммен бірге жабылған. Шешкен: { $by }
}

finding-sheet-new = Қазіргі жазба
finding-sheet-own = Өзінің бұрынғы жазбасы
finding-sheet-other = Басқа қатысушының жазбасы
finding-sheet-day = { DAY($day) }
finding-sheet-missing = Бұл файлды көрсету мүмкін болмады


# Бұрын жіберілген болып шыққан материалдар: сарапшы мен операторға, тәлімгерлер мен қатысушылар бойынша.
honesty-title = 🔁 <b>Бұрын жіберілген материалдар</b>
honesty-nothing = 👏 Бұрын жіберілген фото, видео не эссе әзірге табылған жоқ. Табылса, осы жерден көресіз.
honesty-counts = Белгіленгені: { $flags }. Расталғаны: { $confirmed }, адал: { $honest }, ортақ іс-шара: { $shared }, шешім күтіп тұр: { $open }{ $closed ->
    [0] { "" }
   *[other] , жазбамен бірге жабылған: { $closed }
}
honesty-weeks = Апталар бойынша, белгіленгені / расталғаны: { $weeks }
honesty-week = { DAY($monday, style: "short") } – { $flags }/{ $confirmed }
honesty-mentor-line = <b>{ $name }</b>: белгіленгені { $flags }, расталғаны { $confirmed }
honesty-mentor = 👤 Тәлімгер: <b>{ $name }</b>
honesty-participant = 👤 Қатысушы: <b>{ $name }</b>
honesty-mentored-by = Тәлімгері: { $name }
honesty-name = <b>{ $name }</b>
honesty-more-mentors = Тізімге сыймаған тәлімгерлер: { $more }
honesty-more-participants = Тізімге сыймаған қатысушылар: { $more }

honesty-pair = <b>{ $number }.</b> { $what ->
    [photo] 📷 Фото
    [video] 🎬 Видео
    [voice] 🎙 Аудио
    [file] 📎 Файл
   *[words] 📝 Мәтін
}: { $summary }
honesty-verdict-reused = ♻️ Бұрын қолданылған. Шешкен: { $by }, { DAY($day, style: "short") }
honesty-verdict-honest = ✅ Адал. Шешкен: { $by }, { DAY($day, style: "short") }
honesty-verdict-shared_event = 🤝 Ортақ іс-шара. Шешкен: { $by }, { DAY($day, style: "short") }
honesty-closed = 🔒 Жазба туралы шешім шыққан, жұпқа бөлек жауап берілмеген
honesty-waits = ⏳ Тәлімгердің шешімін күтіп тұр
honesty-button-pair = № { $number }
honesty-button-pairs = 🔁 Барлық жұбы

honesty-chart-title = Бұрын жіберілген материалдар
honesty-chart-period = Соңғы { $weeks } апта, { DAY($first, style: "short") } – { DAY($last, style: "short") }
honesty-chart-flags = Белгіленгені: { $flags }
honesty-chart-confirmed = Расталғаны: { $confirmed }
honesty-chart-none = Бұл апталарда ештеңе белгіленген жоқ
honesty-chart-day = { DAY($day, style: "short") }

notice-pattern =
    🔁 <b>{ $name }</b>. Бұрын қолданылғаны расталды: { $confirmed }
    Тәлімгері: { $mentor }. Жұптарды қарап шығып, не болғанын тәлімгерден сұрап көріңіз.
notice-button-pattern = 🔁 Қарап шығу
