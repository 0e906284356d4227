# Сұқбат: комиссия уақыт ұсынады, үміткер таңдайды.
interview-weekday = { DAY($day, style: "weekday") }
interview-day-brief = { DAY($day, style: "brief") }
interview-place = 📍 { $place }
interview-place-online = 💻 Онлайн: { $place }
interview-title = Сұқбат: { $level }
interview-title-of = Сұқбат: { $name }
interview-file = 📅 Файлды ашсаңыз, сұқбат телефонның күнтізбесіне түседі.

interview-none = { $free ->
    [0]
        🎙 <b>Сұқбат. { $level }</b>

        Комиссия әлі уақыт ұсынған жоқ. Ұсынған бойда хабарлаймыз.
   *[other]
        🎙 <b>Сұқбат. { $level }</b>

        Комиссиямен қай уақытта сөйлескен ыңғайлы? Бос уақыттар: { $free }. Өзіңізге ыңғайлысын таңдаңыз.
}
interview-taken-card =
    🎙 <b>Сұқбат. { $level }</b>

    🗓 { MOMENT($when) }, { $minutes } минут
    { $place }

    { $changes ->
        [yes] Уақытты сұқбатқа бір күн қалғанға дейін өзгерте аласыз. Бір күн және жарты сағат бұрын еске саламыз.
       *[no] Уақытты енді өзгертуге болмайды. Жарты сағат бұрын еске саламыз.
    }
interview-over-came =
    🎙 <b>Сұқбат. { $level }</b>

    ✅ Сұқбат өтті. Енді комиссияның шешімін күтеміз.
interview-without =
    🎙 <b>Сұқбат. { $level }</b>

    Сұқбат болмады. Комиссия құжаттарыңызға қарап шешім шығарады.
interview-choose-day = { $more ->
    [0] 🗓 Қай күн ыңғайлы?
   *[other] 🗓 Қай күн ыңғайлы? Кейінірек тағы { $more } күн бар: жақын күндер толғанда көрінеді.
}
interview-day-free = { $day } · { $free } бос
interview-choose-time = 🕙 <b>{ $day }.</b> Уақытын таңдаңыз.
interview-ask-back = Сұқбатыңыздың уақыты: { MOMENT($when) }. Оны босатайық па? Кейін басқа уақытты таңдай аласыз.
interview-button-choose = 🗓 Уақыт таңдау
interview-button-change = 🔁 Уақытты өзгерту
interview-button-cannot = ✖️ Бұл уақытты босату
interview-button-give-back = ✖️ Иә, босату
interview-button-calendar = 📅 Күнтізбеге қосу
interview-button-join = 💻 Кездесуге қосылу
interview-button-show = 🎙 Сұқбатты ашу

interview-taken = Бұл уақытты басқа біреу алып үлгеріпті. Тағы бірін таңдаңыз.
interview-over = Бұл уақыт өтіп кеткен немесе алынып тасталған.
interview-too-soon = Сұқбатқа бір күннен аз қалды, уақытты енді өзгертуге болмайды. Келе алмасаңыз, тәлімгеріңізге айтыңыз.
interview-no-more = Енді уақыт таңдаудың қажеті жоқ: комиссия шешімді өзі шығарады.
interview-no-candidate = Сізге белгіленген сұқбат қазір жоқ.
interview-not-yet = Сұқбат әлі басталған жоқ.
interview-noted = Келген-келмегені белгіленіп қойған.

interview-days = { $days ->
    [0]
        🎙 <b>Сұқбат уақыттары</b>

        Әзірге уақыт ұсынылған жоқ. Бір күнге бірнеше уақытты бірден ұсына аласыз.
   *[other]
        🎙 <b>Сұқбат уақыттары</b>

        Күнін таңдаңыз. Қасындағы сандар: алынған уақыт / барлық уақыт.
}
interview-day-taken = { $day } · { $taken }/{ $all }
interview-day = 🎙 <b>{ $day }</b>
interview-line-free = { $when } · бос
interview-line-taken = { $when } · { $name }
interview-line-came = { $when } · ✅ { $name }
interview-line-missed = { $when } · ❌ { $name }
interview-line-conflict = { $when } · мүдделер қайшылығы
interview-one =
    🎙 <b>{ MOMENT($when) }</b>, { $minutes } минут
    { $place }

    { $state ->
        [free] Бос уақыт.
        [hidden] Бұл үміткерге қатысты мүдделер қайшылығыңыз бар, сондықтан аты-жөні көрсетілмейді.
       *[taken] Үміткер: { $name }. { $came ->
            [yes] ✅ Келді.
            [no] ❌ Келмеді.
           *[open] {""}
        }
    }
interview-button-dossier = 📁 Үміткер құжаттары
interview-button-offer = ➕ Уақыт ұсыну
interview-button-came = ✅ Келді
interview-button-not-come = ❌ Келмеді
interview-button-take-back = ✖️ Уақытты алып тастау
interview-ask-take-back = { $taken ->
    [yes] { MOMENT($when) }: бұл уақытты үміткер таңдап қойған. Алып тастасаңыз, оған басқа уақыт таңдауын сұраймыз.
   *[no] { MOMENT($when) }: бұл уақытты алып тастайық па?
}
interview-took-back = Уақыт алып тасталды

interview-ask-day = 🗓 Сұқбаттар қай күні болады?
interview-ask-first = 🕙 Алғашқысы сағат нешеде басталады?
interview-ask-minutes = ⏱ Әр сұқбат неше минут?
interview-ask-pause = ☕️ Араларында неше минут үзіліс болады?
interview-ask-count = 🔢 Неше сұқбат болады? Соңғысы 20:00-ге дейін аяқталуы керек.
interview-ask-none = Бұл күні енді уақыт қалмады. Басқа күнді таңдаңыз.
interview-ask-place =
    🗓 <b>{ $day }</b>: басталуы – { $first }, әрқайсысы – { $minutes } минут, барлығы – { $count } сұқбат.

    Қайда өтеді? Кездесу сілтемесін (https://meet.google.com/abc-defg-hij) немесе мекенжайды жазыңыз.
interview-offered = ✅ Ұсынылған жаңа уақыттар: { $times }. Әлі уақыт таңдамаған үміткерлерге хабарлаймыз.
interview-hours = Сұқбаттар 10:00 мен 20:00 арасында өтеді. Санын немесе басталу уақытын өзгертіңіз.
interview-day-unfit = Бұл уақыт өтіп кеткен немесе тым алыс. Басқа күнді таңдаңыз.
interview-place-unfit = Кездесу сілтемесі https:// деп басталуы керек. Мысалы: https://meet.google.com/abc-defg-hij. Немесе мекенжайды жазыңыз: Алматы, Абай даңғылы, 10.
interview-too-many = Алда { $most } бос уақыт бар, бұдан көп ұсынуға болмайды. Алдымен артығын алып тастаңыз.

notice-interview-offered =
    🎙 <b>Комиссия сізді сұқбатқа шақырады</b>

    { $level } деңгей бойынша құжаттарыңыз комиссияда. Өзіңізге ыңғайлы уақытты таңдаңыз: кім бірінші таңдаса, соныкі.
notice-interview-taken-back = ⚠️ Сіз таңдаған уақытта сұқбат болмайтын болды. Кешірім сұраймыз! Басқа уақытты таңдаңызшы.
notice-interview-missed = { $again ->
    [yes] 🎙 Сұқбатқа келе алмай қалыпсыз. Ондай да болады! Уақытты тағы бір рет таңдай аласыз.
   *[no] 🎙 Сұқбат бұл жолы да болмады. Комиссия құжаттарыңызға қарап шешім шығарады.
}
notice-interview-own = { $stage ->
    [day]
        🎙 <b>Сұқбатқа бір күн қалды</b>

        🗓 { MOMENT($when) }, { $minutes } минут
        { $place }
    [late]
        🎙 <b>Сұқбат жақындап қалды</b>

        🗓 { MOMENT($when) }, { $minutes } минут
        { $place }
   *[soon]
        🎙 <b>Сұқбатқа жарты сағат қалды</b>

        🗓 { MOMENT($when) }, { $minutes } минут
        { $place }

        Сәттілік! Өзіңіз болыңыз, комиссия сізді тыңдағысы келеді.
}
notice-interview-of = { $stage ->
    [day]
        🎙 <b>Сұқбатқа бір күн қалды</b>

        { $name }
        🗓 { MOMENT($when) }, { $minutes } минут
        { $place }
    [late]
        🎙 <b>Сұқбат жақындап қалды</b>

        { $name }
        🗓 { MOMENT($when) }, { $minutes } минут
        { $place }
   *[soon]
        🎙 <b>Сұқбатқа жарты сағат қалды</b>

        { $name }
        🗓 { MOMENT($when) }, { $minutes } минут
        { $place }
}
