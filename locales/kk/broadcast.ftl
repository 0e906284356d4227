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
