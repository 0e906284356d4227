# Сағат жіберетін хабарлар: әркім уақытын таңдайды, міндетті еместерін өшіреді.
menu-button-wishes = ⚙️ Хабарлар уақыты
wishes-button = ⚙️ Хабарлар уақыты
wishes-home =
    ⚙️ <b>Хабарлар уақыты</b>
    { $any ->
        [0] Сізге белгілі уақытта келетін хабар әзірге жоқ.
       *[other] Сізге белгілі уақытта келетін хабарлар төменде. Сағатын ауыстыру не өшіру үшін керегін басыңыз.
    }
    { $staff ->
        [0] { "" }
       *[other] 🔔 Мерзімдер мен шешіміңізді күтіп тұрған істер туралы ескертулер әрқашан келеді.
    }
wishes-one =
    <b>{ $name }</b> · { $state }
    { $about }
wishes-hour = Қай сағатта келгені ыңғайлы? Түнде, 21:00 мен 9:00 арасында, ешкімді мазаламаймыз.
wishes-button-usual = ↩️ Әдеттегі уақытында
wishes-button-rest = 💤 Бір апта тыныштық
wishes-button-off = 🔕 Өшіру
wishes-button-on = 🔔 Қайта қосу
wish-is-off = 🔕 өшірулі
wish-is-snoozed = 💤 үзілісте
wish-is-usual = әдеттегі уақытында
wish-is-at = { $hour }:00
wish-label-off = 🔕 { $name }
wish-label-snoozed = 💤 { $name }
wish-label-usual = { $name }
wish-label-at = { $name } · { $hour }:00
wish-weekly-hour = ⏱ Аптаның сағаты
wish-weekly-hour-about = Аптаның бір сағаты толмай тұрса, бейсенбі 18:00-де және жексенбі 16:00-де еске саламыз.
wish-celebration = 🎉 Саналған апта
wish-celebration-about = Өткен апта барлық бағытта саналса, дүйсенбі 9:00-де құттықтаймыз.
wish-review-evening = 🔎 Кешкі тексеру тізімі
wish-review-evening-about = Тексеруіңізді күтіп тұрған жазбалар бір хабар болып күн сайын 18:00-де келеді. Қатысушылар жауап күтеді, сондықтан оны өшіруге болмайды.
wish-daily-digest = 📰 Күнделікті шолу
wish-daily-digest-about = Сізге қатысты нәрсенің бәрі күн сайын 9:00-де бір хабарда.
wish-weekly-digest = 📊 Апталық шолу
wish-weekly-digest-about = Өткен аптаның көрінісі: диаграмма мен үш жол, дүйсенбі 9:00-де.

refused-wish-required = Бұл хабарды өшіруге болмайды: қатысушылар жауабыңызды күтеді. Оның есесіне келетін сағатын таңдай аласыз.
refused-wish-hour = Уақытты { $first }:00 мен { $last }:00 аралығынан таңдаңыз: түнде ешкімді мазаламаймыз.
refused-wish-not-yours = Бұл хабар сізге келмейді, сондықтан баптайтын ештеңесі жоқ.


# Оператордың көпшілікке хабары.
broadcast-words =
    📣 <b>Көпшілікке хабар</b>

    Хабарды қай тілде жазасыз? Бір тіл де жеткілікті, ал бірнеше тілде жазсаңыз, әркім өз тілінде оқиды.
broadcast-text = ✍️ Хабардың мәтінін жазып жіберіңіз. Тілі: { $language }
broadcast-button-remove = 🗑 Мәтінді алып тастау
broadcast-example = Құрметті қатысушылар! Сенбіде Талғарда ағаш отырғызамыз. Қосылыңыздар!

broadcast-audience =
    👥 <b>Хабар кімдерге барады?</b>

    Ештеңе таңдамасаңыз, барлығына барады.
broadcast-button-roles = 👤 Рөл: { $chosen }
broadcast-button-levels = 🏅 Деңгей: { $chosen }
broadcast-button-regions = 🗺 Өңір: { $chosen }
broadcast-button-centres = 🏫 Орталық: { $chosen }
broadcast-all = барлығы
broadcast-closed = { $centre } (жабылған)
broadcast-participants = Қатысушы
broadcast-ask-roles = 👤 Хабар кімдерге барсын? Бірнешеуін белгілеуге болады.
broadcast-ask-levels = 🏅 Қай деңгейге? Деңгей белгіленсе, хабар қатысушылар мен олардың заңды өкілдеріне ғана барады.
broadcast-ask-regions = 🗺 Қай өңірлерге? Бірнешеуін белгілеуге болады.
broadcast-ask-centres = 🏫 Қай орталықтарға? Бірнешеуін белгілеуге болады.
broadcast-button-all = ♾ Барлығына

broadcast-sure =
    📣 <b>Жіберейік пе?</b>

    Алатын адам саны: <b>{ $people }</b>
    Рөл: { $roles }
    Деңгей: { $levels }
    Өңір: { $regions }
    Орталық: { $centres }
    Хабардың тілі: { $languages }
broadcast-nobody =

    ⚠️ Мұндай адам табылмады. Артқа қайтып, таңдауды кеңейтіңіз.
broadcast-button-preview = 👁 Алдымен өзім көрейін
broadcast-button-send = 🚀 Жіберу: { $people }

broadcast-message =
    📣 <b>{ $programme }</b>

    { $words }
broadcast-goes = 📣 <b>Хабар таратылып жатыр</b>
broadcast-over = ✅ <b>Хабар таратылып болды</b>
broadcast-stopped = ⏹ <b>Хабар тарату тоқтатылды</b>
broadcast-sent = Жеткені: { $sent } / { $count }
broadcast-unreachable = Ботты бұғаттағандар: { $people }
broadcast-failed = Жеткізу мүмкін болмағаны: { $people }
broadcast-not-sent = Жіберілмегені: { $people }
broadcast-button-stop = ⏹ Тоқтату
broadcast-over-already = Бұл хабар енді таратылмайды.

refused-broadcast-empty = ⚠️ Алдымен хабардың мәтінін жазыңыз.
refused-broadcast-long = ⚠️ Мәтін ұзын болып кетті: { $length } таңба. { $most } таңбадан аспасын.
refused-broadcast-nobody = Мұндай адам табылмады. Артқа қайтып, таңдауды кеңейтіңіз.
