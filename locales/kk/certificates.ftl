# Куәлік: иегерінің өз куәлігі, оператордың бөлімі, кез келген адамның тексеруі.
certificate-card =
    🏅 <b>{ $level }</b>
    № { $number }
    { $name }
    { $state }
certificate-state-valid = ✅ Жарамды
certificate-state-replaced = 🔁 Жаңасымен ауыстырылған
certificate-state-revoked = ⛔ Күші жойылған
certificate-being-made = 🖨 Куәлік басылып жатыр. Дайын болғанда осы чатқа келеді.
certificate-initials = Тексергендерге балаңыздың аты-жөнінің бас әріптері ғана көрсетіледі.
certificate-named = Тексергендерге балаңыздың аты-жөні толық көрсетіледі.
certificate-name-now = ✏️ Иегерінің қазіргі аты-жөні: { $name }
certificate-button-show = 🏅 Ашу
certificate-button-paper = 📄 Куәлікті алу
certificate-button-name = 👁 Аты-жөнін көрсету
certificate-button-unname = 🙈 Бас әріптерін ғана көрсету
certificate-button-replace = 🔁 Жаңа атымен ауыстыру
certificate-button-revoke = ⛔ Күшін жою
certificate-button-signature = ✍️ Қол қою үлгісі
certificate-button-seal = 🔵 Мөр
certificate-button-remove = 🗑 Алып тастау
certificate-paper = 📄 Куәлігіңіз. Басып шығарып, қабырғаға ілуге де болады.
certificate-replaced-now = 🔁 Жаңа куәлік берілді, ескісі ауыстырылған деп көрсетіледі.
certificate-ask-reason =
    ⛔ <b>Куәліктің күші неге жойылады?</b>

    Себебін жазыңыз: иегері осы сөздерді оқиды. Бұл қадам қайтарылмайды. Ең көбі { $most } таңба.
certificate-revoked-now = ⛔ <b>№ { $number } куәлігінің күші жойылды.</b> Иегеріне хабарланды.
certificates-own = 🏅 <b>Куәліктеріңіз</b>
certificates-none = 🏅 Куәлігіңіз әлі жоқ. Деңгейді аяқтап, марапатталған соң осында шығады.
certificate-desk =
    🏅 <b>Куәліктер</b>

    Куәліктің нөмірін не иегерінің аты-жөнін жазыңыз. Қол мен мөр бұдан кейін басылатын куәліктерге түседі.
certificate-not-found = 🔍 Ештеңе табылмады. Нөмірін не аты-жөнін басқаша жазып көріңіз.
certificate-found-more = Алғашқы { $most } куәлік көрсетілді. Қалғанын табу үшін дәлірек жазыңыз.
certificate-ask-signature =
    ✍️ <b>Қол қою үлгісі</b>

    Ақ қағазға қойылған қолдың анық фотосын жіберіңіз. Қағазы кетіп, сиясы ғана қалады.
certificate-ask-seal =
    🔵 <b>Мөр</b>

    Ақ қағазға басылған мөрдің анық фотосын жіберіңіз. Қағазы кетіп, бедері ғана қалады.
certificate-picture-taken = ⏳ Сурет дайындалып жатыр. Біткенде хабарлаймын.
notice-signature-ready = ✍️ <b>Қол дайын.</b> Бұдан кейінгі куәліктерге осы қол түседі.
notice-signature-unreadable = ⚠️ <b>Қолдың суреті ашылмады.</b> JPG не PNG түрінде қайта жіберіңіз.
notice-seal-ready = 🔵 <b>Мөр дайын.</b> Бұдан кейінгі куәліктерге осы мөр түседі.
notice-seal-unreadable = ⚠️ <b>Мөрдің суреті ашылмады.</b> JPG не PNG түрінде қайта жіберіңіз.
notice-certificate-ready =
    🎉 <b>Құттықтаймыз! Куәлігіңіз дайын</b>
    { $level }, № { $number }

    { $gives }
notice-certificate-revoked = ⛔ <b>№ { $number } куәлігіңіздің күші жойылды.</b>
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
refused-verify-tries = ⏳ Қате жұп { $most } рет жазылды. { $minutes } минуттан кейін қайта көріңіз немесе куәліктегі QR-кодты сканерлеңіз.
refused-certificate-not-complete = ⚠️ Деңгей аяқталмаған: куәлік берілмейді.
refused-certificate-no-name = ⚠️ Қатысушының аты-жөні жоқ: куәлік берілмейді.
refused-certificate-held = ⚠️ Бұл деңгейдің төсбелгісі оған бұрын берілген. Бір деңгей екі рет марапатталмайды.
refused-certificate-same-name = ⚠️ Аты-жөні өзгермеген: куәлік сол қалпында жарамды.
refused-certificate-ended = ⚠️ Бұл куәлік қазір жарамсыз: ауыстырылған не күші жойылған.
refused-certificate-reason = ⚠️ Себебін өз сөзіңізбен жазыңыз, ең көбі { $most } таңба.
menu-button-certificates = 🏅 Куәліктерім
menu-button-certificate-desk = 🏅 Куәліктер
menu-button-verify = 🔎 Куәлікті тексеру
command-verify = куәлікті тексеру
mydata-certificate = Куәлік
certificate-button-badge = 🎖 Цифрлық төсбелгі
certificate-badge = 🎖 Цифрлық төсбелгіңіз (Open Badges 3.0). Суретте атыңыз жоқ, оны порталға сол күйінде жүктеңіз.
public-title = Куәлікті тексеру
public-number = Куәліктің нөмірі
public-surname = Иегерінің тегі
public-verify = Тексеру
