# Дау: қатысушы шешіммен келіспейді, сарапшы төреші болады, бір рет үйлестірушіге шағымдануға болады.
dispute-button-begin = ⚖️ Келіспеймін
dispute-button-annul = ✅ Күшін жою
dispute-button-confirm = ☑️ Дұрыс деп растау
dispute-button-appeal = ⚖️ Үйлестірушіге шағымдану
dispute-button-withdraw = 🗑 Дауды қайтарып алу
dispute-button-files = 📎 Жазбаның файлдары
dispute-button-show = ⚖️ { $name }
dispute-ask-entry =
    ⚖️ <b>Немен келіспейсіз?</b>

    Өз сөзіңізбен жазыңыз: не істегеніңізді, шешімді неге әділ емес деп ойлайтыныңызды. Сарапшы жазбаңызды да, тәлімгердің сөзін де оқып, бес жұмыс күні ішінде жауап береді. Бәрін бір хабармен жазыңыз: ол бірден жіберіледі. Ең көбі { $most } таңба.
dispute-ask-task =
    ⚖️ <b>Бұл тапсырмамен неге келіспейсіз?</b>

    Өз сөзіңізбен жазыңыз. Сарапшы екі жақты да тыңдап, бес жұмыс күні ішінде жауап береді. Бәрін бір хабармен жазыңыз: ол бірден жіберіледі. Ең көбі { $most } таңба.
dispute-ask-appeal =
    ⚖️ <b>Сарапшының шешімімен неге келіспейсіз?</b>

    Аймақтық үйлестіруші бәрін басынан оқып, бес жұмыс күні ішінде жауап береді. Бұл – соңғы шешім. Бәрін бір хабармен жазыңыз: ол бірден жіберіледі. Ең көбі { $most } таңба.
dispute-ask-confirm = ☑️ Шешім неге дұрыс? Екі жақ та осы сөздерді оқиды. Ең көбі { $most } таңба.
dispute-ask-annul = ✅ Шешімнің күші неге жойылады? Екі жақ та осы сөздерді оқиды. Ең көбі { $most } таңба.
dispute-said-entry = ⚖️ <b>Дауыңыз сарапшыға жіберілді.</b> Жауабы осы чатқа келеді.
dispute-said-task = ⚖️ <b>Дауыңыз сарапшыға жіберілді.</b> Жауабы осы чатқа келеді.
dispute-said-appeal = ⚖️ <b>Шағымыңыз үйлестірушіге жіберілді.</b>
dispute-said-confirm = ☑️ <b>Шешім расталды.</b> Екі жаққа да хабарладық.
dispute-said-annul = ✅ <b>Шешімнің күші жойылды.</b> Екі жаққа да хабарладық.
dispute-head =
    ⚖️ <b>Дау</b>
    Қатысушы: { $name }
    Тәлімгер: { $mentor }
dispute-entry = 📖 Жазба: { $summary }
dispute-task = 🎯 Қосымша тапсырма: { $direction }, мерзімі { DAY($day, style: "short") }
dispute-decided-returned = ↩️ Тәлімгер түзетуге қайтарған:
dispute-decided-rejected = ❌ Тәлімгер қабылдамаған:
dispute-decided-approved = ✅ Тәлімгер растаған:
dispute-participants-words = 💬 Қатысушының сөзі:
dispute-answer-confirmed = ☑️ Сарапшы шешімді растады:
dispute-answer-annulled = ✅ Сарапшы шешімнің күшін жойды:
dispute-appeal-words = 💬 Қатысушының шағымы:
dispute-appeal-answer-confirmed = ☑️ Шағым бойынша шешім расталды:
dispute-appeal-answer-annulled = ✅ Шағым бойынша шешімнің күші жойылды:
dispute-waits = ⏳ Жауап берудің соңғы күні: { DAY($day) }
dispute-withdrawn = 🗑 Қатысушы дауды қайтарып алды.
dispute-files = 📎 <b>{ $name }</b>: дауға қатысты жазбаның файлдары
dispute-no-files = 📎 <b>{ $name }</b>: бұл жазбада файл жоқ
dispute-told-opened = ⚖️ <b>Сіз осы дауда төрешісіз.</b> Екі жақтың сөзін оқып, шешіміңізді айтыңыз.
dispute-told-against = ⚖️ <b>Қатысушы шешіміңізбен келіспейді.</b> Бұл – оның құқығы. Төреші екі жақтың сөзін оқып, шешеді.
dispute-told-confirmed = ☑️ <b>Дау қаралды: шешім күшінде қалды.</b>
dispute-told-annulled-entry = ✅ <b>Дау қаралды: шешімнің күші жойылды, жазба расталды.</b>
dispute-told-annulled-task = ✅ <b>Дау қаралды: қосымша тапсырманың күші жойылды.</b>
dispute-due = ⚖️ <b>Даулар жауап күтіп тұр</b>
dispute-due-line = { $name } – { $mentor }
disputes-open = { $count ->
    [0] ⚖️ <b>Жауап күтіп тұрған дау жоқ</b> 👏
   *[other] ⚖️ <b>Жауап күтіп тұрған даулар: { $count }</b>
}
disputes-line = { $term ->
    [over] ⚠️
   *[runs] ⏳
} <b>{ $name }</b> – { $mentor }: { $days ->
    [0] бүгін ашылды
   *[other] { $days } күннен бері күтіп тұр
}{ $answers ->
    [me] , төрешісі – сіз
   *[another] , төрешісі – басқа
}
refused-dispute-late = Бұл жөнінде дауласу кеш: жазба не тапсырма өзгеріп үлгерген.
refused-dispute-already = Бұл жөнінде дау бұрын ашылған.
refused-dispute-words = Бірнеше сөзбен болса да жазыңыз: екінші жақ не ойлайтыныңызды білуі керек.
refused-dispute-long = Тым ұзын: { $length } таңба. { $most } таңбадан асырмай қысқартыңыз.
refused-dispute-answered = Бұл дауға жауап беріліп қойған.
refused-dispute-moved = Осы арада жағдай өзгеріп үлгеріпті. Міне, қазіргі күйі.
