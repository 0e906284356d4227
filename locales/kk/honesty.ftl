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
