# Бақылау журналы: тәлімгердің, сарапшының, үйлестірушінің қатысушы туралы жеке жазбалары.
observation-button-open = 📓 Бақылау журналы
observation-button-write = ✍️ Жазба қосу
observation-button-remove = 🗑 { DAY($day, style: "short") }
observations-head = { $count ->
    [0] 📓 <b>{ $name }</b>: бақылау журналы әзірге бос
   *[other] 📓 <b>{ $name }</b>: бақылау журналы, жазбалар: { $count }
}
observation-line = 🗓 { DAY($day) } · { $who }, { $role }
observation-ask =
    📓 <b>Не байқадыңыз?</b>

    Мұны өзіңіз және сізден жоғарылар ғана оқиды: тәлімгердікін – сарапшы, үйлестіруші, оператор. Қатысушы мұны ботта көрмейді, бірақ өз деректерінің көшірмесін сұраса, ішінде болады. Сондықтан құрметпен, тек іске керегін жазыңыз. Ең көбі { $most } таңба.
observation-written = ✅ <b>Жазылды.</b>
observation-removed = Жазба өшірілді.
refused-observation-words = Бірнеше сөзбен болса да жазыңыз.
refused-observation-long = Тым ұзын: { $length } таңба. { $most } таңбадан асырмай қысқартыңыз.
