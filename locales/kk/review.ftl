# Тәлімгердің қарауы: келген жазба, растау, түзетуге қайтару, қабылдамау.
review-head = <b>{ $name }</b>
    { $summary }
review-version = ✏️ Түзетілген жазба, нұсқасы: { $version }. Алдыңғысын қайтару себебіңіз:
review-task = 🎯 Қосымша тапсырма: { $words }
review-final = ⭐ Бағыттың қорытынды видеосы
review-action = 📌 Іс-шара: { $action }
review-activity = 🧩 Немен айналысты: { $activity }
review-result = 🌱 Нәтижесі: { $result }
review-partner = 🏛 Серіктес-ұйым: { $partner }
review-employer = 💼 Жұмыс беруші: { $employer }
review-employer-confirmed = 💼 Жұмыс беруші: { $employer }. ✅ Растаған: { $name }
review-happened = 📅 Болған күні: { DAY($day, style: "short") }
review-taken = 📷 Түсірілген уақыты: { MOMENT($moment) }
review-received = 📥 Келген уақыты: { MOMENT($moment) }
review-late-reason = 🕰 Кеш жазылу себебі: { $reason }
review-week = 📊 { DAY($monday, style: "short") } күні басталған апта: расталғаны { $approved } мин, осымен бірге { $with_this } / { $needed } мин
review-left = Тағы { $left } жазба күтіп тұр.

review-warning-late = ⚠️ Болған күнінен { $days } күн өткен соң жазылған.
review-warning-taken = ⚠️ Файлда басқа күн тұр: { DAY($day) }.
review-warning-unreadable = ⚠️ Тексерілмеді: { $reason ->
    [empty] файл бос.
    [not_image] файл сурет болып шықпады.
    [too_large] файл тым үлкен.
    [too_heavy] файл тым күрделі.
    [not_seen] файл тым күрделі.
    [not_fetched] файлды Telegram-нан алу мүмкін болмады.
   *[unreadable] файл ашылмады.
}
review-warning-long-day = ⚠️ Осы күнге жазылған уақыт тым көп: { $minutes } мин.
review-warning-short = ⚠️ Кітап туралы пікірі қысқа: мәтіні { $length } таңба, дауысы не видеосы { $seconds } секунд.
review-warning-book = ⚠️ Бұл кітап бұрын есепке алынған.
review-warning-employer = ⚠️ Жұмыс беруші әлі растаған жоқ.
review-warning-finding = ⚠️ Осыған ұқсас файл не мәтін бұрын да жіберілген. Сәйкестік саны: { $count }
review-warning-finding-reused = ⚠️ Алдыңғы нұсқада «бұрын қолданылған» деп танылған файл не мәтін қайта жіберілген.

review-button-approve = ✅ Растау
review-button-return = ↩️ Қайтару
review-button-more = ⋯ Тағы
review-button-reject = ❌ Қабылдамау
review-button-all = ✅ Барлық жазбасын растау
review-button-all-yes = ✅ Иә, { $count } жазбаны растау
review-button-earlier = 🕘 Алдыңғы нұсқасы
review-button-whole = 📄 Толық мәтіні
review-button-participant = 👤 Қатысушы
review-button-progress = 📊 Жетістігі
review-button-skip = ⏭ Кейінірек қарау
review-button-words = ✍️ Өз сөзіммен

review-ask-return = <b>Неге қайтарасыз?</b> Қатысушы себебін бірден көреді, жазбасын түзетіп, қайта жібереді.
review-ask-reject = <b>Неге қабылдамайсыз?</b> Бұл жазба есепке кірмейді. Түзетуге болатын болса, қайтарған дұрыс.
review-ask-more = Осы жазбамен не істейміз?
review-ask-all = <b>{ $name }</b>, ескертусіз жазба: { $count }. Бәрін бірден растайсыз ба?
review-ask-all-flagged = <b>{ $name }</b>, ескертусіз жазба: { $count }. Бәрін бірден растайсыз ба? Ескертуі бар { $flagged } жазбаны кейін жеке қарайсыз.
review-all-none = <b>{ $name }</b>: ескертусіз жазба жоқ. Әрқайсысын жеке қараңыз.
review-all-done = ✅ <b>{ $name }</b>, расталған жазба: { $count }

review-reason-photo_other = Фотода не істегеніңіз көрініп тұрған жоқ. Сол істің өз фотосын қосыңыз.
    .short = Фотода іс көрінбейді
review-reason-photo_unclear = Фото анық емес. Анығырақ фото немесе видео қосыңыз.
    .short = Фото анық емес
review-reason-minutes = Уақыты дұрыс емес сияқты. Неше минут айналысқаныңызды тексеріп, түзетіңіз.
    .short = Уақыты дұрыс емес
review-reason-direction = Бұл басқа бағытқа жататын сияқты. Бағытын ауыстырыңыз.
    .short = Бағыты басқа
review-reason-date = Күні дұрыс емес сияқты. Қай күні болғанын тексеріп, түзетіңіз.
    .short = Күні дұрыс емес
review-reason-note_short = Сипаттамасы тым қысқа. Не істегеніңізді, не үйренгеніңізді толығырақ жазыңыз.
    .short = Сипаттамасы тым қысқа
review-reason-not_done = Бұл іс орындалмаған.
    .short = Іс орындалмаған
review-reason-not_own = Фото, видео немесе мәтін сіздікі емес.
    .short = Өз жұмысы емес
review-reason-reused = Бұл фото, видео немесе мәтін бұрын жіберілген.
    .short = Бұрын жіберілген
review-reason-not_counted = Бұл іс таңдаған бағыттарыңыздың ешқайсысына жатпайды.
    .short = Ешбір бағытқа жатпайды

review-words-returned = ✍️ Жазбаны неге қайтарасыз? Нені түзету керегін бір-екі сөйлеммен жазыңыз: қатысушы оны бірден оқиды.
review-words-rejected = ✍️ Жазбаны неге қабылдамайсыз? Себебін бір-екі сөйлеммен жазыңыз: қатысушы оны бірден оқиды.
review-reason-needed = Себебін таңдаңыз немесе өз сөзіңізбен жазыңыз: қатысушы не істерін білуі керек.
review-words-long = Тым ұзын: { $length } таңба. { $most } таңбадан асырмай, сәл қысқартып қайта жіберіңіз.
review-book-counted = Бұл кітап бұрын есепке алынған, ал бір кітап бір рет қана саналады. Жазбаны қайтарып, басқа кітап туралы сұраңыз.

review-already-approved = { $own ->
    [true] Бұл жазбаны өзіңіз растап қойғансыз.
   *[false] Бұл жазба расталып қойған. Растаған: { $by }
}
review-already-returned = { $own ->
    [true] Бұл жазбаны өзіңіз түзетуге қайтарғансыз.
   *[false] Бұл жазба түзетуге қайтарылған. Қайтарған: { $by }
}
review-already-rejected = { $own ->
    [true] Бұл жазбаны өзіңіз қабылдамай қойғансыз.
   *[false] Бұл жазба қабылданбаған. Шешкен: { $by }
}
review-already-withdrawn = Қатысушы бұл жазбаны өзі қайтарып алды.
review-gone = Бұл жазба енді сіздің тексеруіңізде емес: қатысушы бағдарламадан шыққан немесе басқа тәлімгерге өткен болуы мүмкін.

review-outcome-approved = ✅ Расталды: { $name }. { $summary }
review-outcome-returned = ↩️ Түзетуге қайтарылды: { $name }. { $summary }
review-outcome-rejected = ❌ Қабылданбады: { $name }. { $summary }
review-outcome-withdrawn = 🗑 Қатысушы қайтарып алған: { $name }. { $summary }
review-outcome-submitted = ⏳ Кейінге қалды: { $name }. { $summary }
review-none = 👏 Күтіп тұрған басқа жазба жоқ.
review-nothing = 👏 Қаралмаған жазба жоқ. Жаңасы келсе, бірден осы жерде көрінеді.
review-queue = 📥 Күтіп тұрған жазба: { $total } ({ $names })
notice-entries-submitted =
    📥 <b>Тағы жаңа жазбалар келді</b>
    Күтіп тұрғаны: { $total } ({ $names })

review-earlier = <b>{ $version }-нұсқа.</b> { $summary }
review-earlier-approved = ✅ Расталған
review-earlier-returned = ↩️ Түзетуге қайтарылған
review-earlier-rejected = ❌ Қабылданбаған
review-earlier-withdrawn = 🗑 Қатысушы қайтарып алған

verdict-approved = ✅ Тәлімгер растады: { $summary }
verdict-approved-many = ✅ Тәлімгер { $count } жазбаңызды растады!
verdict-returned = ↩️ Тәлімгер түзетуге қайтарды: { $summary }
verdict-rejected = ❌ Тәлімгер қабылдамады: { $summary }
verdict-reused-photo = 📷 { $number ->
    [0] Жазбаңыздағы фото
   *[other] Жазбаңыздағы № { $number } фото
} бұрын да жіберілген екен. Кейде фотолар шатасып кетеді, уайымдамаңыз. «Түзету» батырмасын басып, осы жолғы ісіңіздің өз фотосын қосыңыз да, жазбаны қайта жіберіңіз. Қалғаны сақтаулы тұр.
verdict-reused-video = 🎬 { $number ->
    [0] Жазбаңыздағы видео
   *[other] Жазбаңыздағы № { $number } видео
} бұрын да жіберілген екен. Кейде видеолар шатасып кетеді, уайымдамаңыз. «Түзету» батырмасын басып, осы жолғы ісіңіздің өз видеосын қосыңыз да, жазбаны қайта жіберіңіз. Қалғаны сақтаулы тұр.
verdict-reused-voice = 🎙 { $number ->
    [0] Жазбаңыздағы аудио
   *[other] Жазбаңыздағы № { $number } аудио
} бұрын да жіберілген екен. Кейде хабарлар шатасып кетеді, уайымдамаңыз. «Түзету» батырмасын басып, осы жолғы ісіңіз туралы жаңа дауыстық хабар қосыңыз да, жазбаны қайта жіберіңіз. Қалғаны сақтаулы тұр.
verdict-reused-file = 📎 { $number ->
    [0] Жазбаңыздағы файл
   *[other] Жазбаңыздағы № { $number } файл
} бұрын да жіберілген екен. Кейде файлдар шатасып кетеді, уайымдамаңыз. «Түзету» батырмасын басып, осы жолғы ісіңіздің өз файлын қосыңыз да, жазбаны қайта жіберіңіз. Қалғаны сақтаулы тұр.
verdict-reused-words = 📝 Мәтініңіздің бір бөлігі бұрын жіберілген мәтінмен бірдей екен. Кейде солай болып қалады, уайымдамаңыз. «Түзету» батырмасын басып, не түйгеніңізді өз сөзіңізбен жазыңыз да, жазбаны қайта жіберіңіз. Қалғаны сақтаулы тұр.
verdict-mend-hint = Түзетіп, қайта жіберіңіз: фотоңыз бен мәтініңіз сақтаулы тұр.
verdict-week-kept-this = Бұл апта саналды! 👏 { $minutes } / { $needed } мин
verdict-week-kept-other = { DAY($monday, style: "short") } күні басталған апта саналды! 👏 { $minutes } / { $needed } мин
verdict-week-short-this = Осы аптада: { $minutes } / { $needed } мин
verdict-week-short-other = { DAY($monday, style: "short") } күні басталған аптада: { $minutes } / { $needed } мин
verdict-week-excused-this = Бұл апта – себепті апта, сондықтан есепке кірмейді.
verdict-week-excused-other = { DAY($monday, style: "short") } күні басталған апта – себепті апта, сондықтан есепке кірмейді.
verdict-weeks = Саналған апта: { $done } / { $required }
verdict-books = Оқылған кітап: { $done } / { $required }
verdict-days = Өткен күн: { $done } / { $required }
verdict-button-mend = ✏️ Түзету
verdict-button-show = 📖 Жазбаны ашу
verdict-button-progress = 📊 Жетістік
