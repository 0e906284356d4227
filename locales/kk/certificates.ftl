# Куәлік: иегерінің өз куәлігі, оператордың бөлімі, кез келген адамның тексеруі.
certificate-card =
    🏅 <b>{ $level }</b>
    № <code>{ $number }</code>
    { $name }
    { $state }
certificate-state-valid = ✅ Жарамды
certificate-state-replaced = 🔁 Жаңасымен ауыстырылған
certificate-state-revoked = ⛔ Күші жойылған
certificate-being-made = { $reader ->
    [own] 🖨 Куәлік басылып жатыр. Дайын болғанда осы чатқа келеді.
   *[other] 🖨 Куәлік басылып жатыр.
}
certificate-initials = Куәлікті тексерген адам балаңыздың аты-жөнінің бас әріптерін ғана көреді.
certificate-named = Куәлікті тексерген адам балаңыздың аты-жөнін толық көреді.
certificate-name-now = { $reader ->
    [own] ✏️ Қазіргі аты-жөніңіз: { $name }. Куәлікте басқаша жазылған: жаңасымен ауыстыру үшін орталығыңызға хабарласыңыз.
   *[other] ✏️ Иегерінің қазіргі аты-жөні: { $name }
}
certificate-button-show = 🏅 Ашу
certificate-button-paper = 📄 Куәлікті алу
certificate-button-name = 👁 Аты-жөнін көрсету
certificate-button-unname = 🙈 Бас әріптерін ғана көрсету
certificate-button-replace = 🔁 Жаңа атымен ауыстыру
certificate-button-revoke = ⛔ Күшін жою
certificate-button-signature = ✍️ Қолтаңба
certificate-button-seal = 🔵 Мөр
certificate-button-remove = 🗑 Алып тастау
certificate-paper = { $reader ->
    [own] 📄 Куәлігіңіз. Басып шығарып, қабырғаға ілуге де болады.
   *[other] 📄 Куәлік. Басып шығарып, қабырғаға ілуге де болады.
}
certificate-replaced-now = 🔁 Жаңа куәлік берілді. Ескісі «ауыстырылған» деп көрсетіледі.
certificate-ask-reason =
    ⛔ <b>Куәліктің күші неге жойылады?</b>

    Себебін жазыңыз: иегері осы сөздерді оқиды. Кейін қайтару мүмкін емес. Ең көбі { $most } таңба.
certificate-revoked-now = ⛔ <b>№ { $number } куәліктің күші жойылды.</b> Иегеріне хабарладық.
certificates-own = 🏅 <b>Куәліктеріңіз</b>
certificates-none = 🏅 Куәлігіңіз әлі жоқ. Деңгейді аяқтап, марапатталған соң осында шығады.
certificate-desk =
    🏅 <b>Куәліктер</b>

    Куәліктің нөмірін не иегерінің аты-жөнін жазыңыз. Қолтаңба мен мөр бұдан кейін басылатын куәліктерге түседі.
certificate-not-found = 🔍 Ештеңе табылмады. Нөмірін не аты-жөнін басқаша жазып көріңіз.
certificate-found-more = Алғашқы { $most } куәлік көрсетілді. Қалғанын табу үшін дәлірек жазыңыз.
certificate-ask-signature =
    ✍️ <b>Қолтаңба</b>

    Ақ қағазға қойылған қолтаңбаның анық фотосын жіберіңіз. Қағаздың реңі өшіп, сиясы ғана қалады.
certificate-ask-seal =
    🔵 <b>Мөр</b>

    Ақ қағазға басылған мөрдің анық фотосын жіберіңіз. Қағаздың реңі өшіп, мөрдің ізі ғана қалады.
certificate-picture-taken = ⏳ Сурет дайындалып жатыр. Біткенде хабарлаймыз.
notice-signature-ready = ✍️ <b>Қолтаңба дайын.</b> Бұдан кейінгі куәліктерге осы қолтаңба түседі.
notice-signature-unreadable = ⚠️ <b>Қолтаңбаның суреті ашылмады.</b> JPG не PNG түрінде қайта жіберіңіз.
notice-seal-ready = 🔵 <b>Мөр дайын.</b> Бұдан кейінгі куәліктерге осы мөр түседі.
notice-seal-unreadable = ⚠️ <b>Мөрдің суреті ашылмады.</b> JPG не PNG түрінде қайта жіберіңіз.
notice-certificate-ready =
    🎉 <b>Құттықтаймыз! Куәлігіңіз дайын</b>
    { $level }, № <code>{ $number }</code>

    { $gives }
notice-certificate-revoked = { $reader ->
    [own] ⛔ <b>№ { $number } куәлігіңіздің күші жойылды.</b>
   *[other] ⛔ <b>Балаңыздың № { $number } куәлігінің күші жойылды.</b>
}
notice-certificate-revoked-means = Тексерген адам оның күші жойылғанын көреді, төсбелгі берілмеген болып саналады. Күнделік пен оған жазылған еңбек сақталады. Қате деп ойласаңыз, орталыққа жазыңыз.
notice-certificate-replaced =
    🔁 <b>Жаңа куәлік дайын: аты-жөні түзетілді</b>
    { $level }, № { $number }

    Бұрынғысын тексерген адам оның жаңасымен ауыстырылғанын көреді. Енді осысын көрсетіңіз.
certificates-wards = 🏅 <b>Балаңыздың куәліктері</b>
certificate-button-link = 🔗 Тексеру сілтемесі
certificate-verify-words = Куәлік № { $number }. Сілтемені ашып, осы нөмір мен иесінің тегін жазыңыз: куәліктің күші бар-жоғы көрінеді.
verify-ask =
    🔎 <b>Куәлікті тексеру</b>

    Куәліктің нөмірі мен иегерінің тегін бір хабармен жазыңыз. Мысалы: <i>ET-2026-B-000012 Сәрсен</i>
mistake-verify = ⚠️ Нөмірден кейін бос орын қалдырып, тегін жазыңыз. Мысалы: <i>ET-2026-B-000012 Сәрсен</i>
verify-valid = ✅ <b>Куәлік жарамды</b>
verify-replaced = 🔁 <b>Бұл куәлік жаңасымен ауыстырылған</b>
verify-revoked = ⛔ <b>Бұл куәліктің күші жойылған</b>
verify-name = Иегері: <b>{ $name }</b>
verify-no-name = Иегерінің деректері өшірілген.
verify-facts = { $level }, { $year } жыл
verify-unknown =
    🔍 <b>Мұндай куәлік табылмады</b>

    Нөмірі мен тегін куәлікте жазылғандай етіп қайта жазып көріңіз.
refused-verify-tries = ⏳ Нөмірі мен тегі { $most } рет сәйкес келмеді. { $minutes } минуттан кейін қайта көріңіз немесе куәліктегі QR-кодты сканерлеңіз.
refused-certificate-not-complete = ⚠️ Деңгей әлі аяқталмаған, сондықтан куәлік берілмейді.
refused-certificate-no-name = ⚠️ Қатысушының аты-жөні жазылмаған, сондықтан куәлік берілмейді.
refused-certificate-held = ⚠️ Қатысушыда бұл деңгейдің төсбелгісі бар. Бір деңгей үшін екі рет марапаттауға болмайды.
refused-certificate-same-name = ⚠️ Аты-жөні өзгермеген: куәлік сол қалпында жарамды.
refused-certificate-ended = ⚠️ Бұл куәлік қазір жарамсыз: ауыстырылған не күші жойылған.
refused-certificate-reason = ⚠️ Себебін өз сөзіңізбен жазыңыз, ең көбі { $most } таңба.
menu-button-certificates = 🏅 Куәліктерім
menu-button-certificate-desk = 🏅 Куәліктер
menu-button-verify = 🔎 Куәлікті тексеру
command-verify = куәлікті тексеру
mydata-certificate = Куәлік
certificate-button-badge = 🎖 Цифрлық төсбелгі
certificate-badge = 🎖 Цифрлық төсбелгіңіз (Open Badges 3.0). Суретте атыңыз жазылмаған. Файлды порталға өзгертпей жүктеңіз.
public-title = Куәлікті тексеру
public-number = Куәліктің нөмірі
public-surname = Иегерінің тегі
public-verify = Тексеру
