# Күн мен аптаның есебі: қызметкерлерге, әркімге өз аясында; тәлімгерге кешкі еске салу.
digest-done = 👥 Қатысып жүргені: <b>{ $active }</b>, жаңа қосылғаны: <b>{ $new }</b>. Жіберілген жазба: <b>{ $entries }</b>, расталғаны: <b>{ $approved }</b>, уақыты: <b>{ $hours }</b> сағ.
digest-waiting = { $waiting ->
    [0] ⏳ Тексеру күтіп тұрған жазба жоқ 👏
   *[other] ⏳ Тексеру күткен жазба: <b>{ $waiting }</b>. Күту уақыты әдетте { $median }, ең ұзағы { $longest }.
}
digest-heed = { $risk ->
    [0] ✅ Деңгейді мерзімінде аяқтай алмайтын ешкім жоқ.
   *[other] ⚠️ Осы қарқынмен деңгейді мерзімінде аяқтай алмауы мүмкін қатысушы: <b>{ $risk }</b>.
} Бұрын жіберілген болуы мүмкін материал: <b>{ $flags }</b>.
digest-week-nothing = 📊 { DAY($first, style: "short") } – { DAY($last, style: "short") }: бұл аптада қатысушы да, жазба да болмады, шұғыл іс жоқ.

digest-day-title = 📋 <b>{ DAY($day, style: "weekday") }</b>: назарыңызды күтіп тұрған істер
digest-day-nothing = 👏 { DAY($day, style: "weekday") }: бәрі рет-ретімен, назарыңызды күтіп тұрған іс жоқ.
digest-day-waiting = ⏳ Тексеру күткен жазба: <b>{ $waiting }</b>. Күту уақыты әдетте { $median }, ең ұзағы { $longest }.
digest-day-slowest = { $name }: { $waiting }, ең ұзағы { $longest }
digest-day-unassigned = 📥 Тәлімгерсіз тұрған өтініш: <b>{ $count }</b>
digest-day-answers = ✉️ Тәлімгердің жауабын күткен өтініш: <b>{ $count }</b>
digest-day-flags = 🔁 Тәлімгердің шешімін күткен ұқсас материал: <b>{ $count }</b>
digest-day-silent = 🔕 30 күннен бері үнсіз қатысушы: <b>{ $count }</b>

digest-evening =
    🔎 Бүгінгі тексеру. Сізді күтіп тұрған жазба: <b>{ $total }</b>
    Ең көп күткені – бірінші:
digest-evening-line = { $name }: { $count }, { DAY($since, style: "short") } күнінен бері
digest-evening-more = Тізімге сыймаған қатысушы: { $more }

digest-days = { $days } күн
digest-hours = { $hours } сағ
digest-others = Қалғандары
digest-nowhere-region = Өңірі көрсетілмеген
digest-nowhere-centre = Орталығы жоқ
digest-nowhere-mentor = Тәлімгері жоқ

digest-button-review = 🔎 Тексеруге кірісу
digest-button-applications = 📥 Өтініштер
digest-button-honesty = 🔁 Адалдық
digest-button-week = 📊 Соңғы апта
digest-button-today = 📋 Бүгінгі істер
digest-button-wishes = ⏰ Қашан келсін?
digest-counting = ⏳ Санап жатырмын. Дайын болғанда осы чатқа өзі келеді.
menu-button-digest = 📊 Жағдай қалай?

digest-chart-week = Апта: { DAY($first, style: "short") } – { DAY($last, style: "short") }
digest-chart-by-region = Өңірлер бойынша. ▲▼ – алдыңғы аптамен салыстырғанда
digest-chart-by-centre = Орталықтар бойынша. ▲▼ – алдыңғы аптамен салыстырғанда
digest-chart-by-mentor = Тәлімгерлер бойынша. ▲▼ – алдыңғы аптамен салыстырғанда
digest-chart-by-self = Өз қатысушыларыңыз. ▲▼ – алдыңғы аптамен салыстырғанда
digest-chart-active = Қатысып жүр
digest-chart-new = Жаңа қосылған
digest-chart-entries = Жазба жіберілді
digest-chart-approved = Жазба расталды
digest-chart-hours = Сағат саны
digest-chart-waiting = Тексеру күтіп тұр
digest-chart-flags = Ұқсастық
digest-chart-at-risk = Кешігу қаупі
digest-chart-waited = әдетте { $median }, ұзағы { $longest }
digest-chart-bar-sent = жіберілген
digest-chart-bar-approved = расталған
digest-chart-bar-waiting = күтіп тұр
digest-chart-bar-risk = қауіп
digest-chart-sums = { $sent } / { $approved }
