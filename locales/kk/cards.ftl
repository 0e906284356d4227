# Қызметкер карточкасы, құжаттар, орталық карточкасы.
menu-button-staff-card = 🪪 Қызмет карточкам
menu-card-owed = 🪪 Қызмет карточкаңыз әлі толмаған: фото мен өзіңіз туралы бір-екі сөйлем қосыңыз. Қатысушылар тәлімгерді осыған қарап таңдайды.
staff-card-offer =
    🪪 <b>Қызмет карточкаңызды толтырасыз ба?</b>

    Фото, өзіңіз туралы бір-екі сөйлем, жетістіктеріңіз, e-mail және құжаттардың көшірмелері. Екі-үш минут алады; кейін де толтыруға болады, мәзірде тұрады.
staff-card-button-fill = 🪪 Карточканы толтыру

staff-card =
    🪪 <b>{ $name }</b>
    { $lines }

    <i>Атыңызды, фотоңызды және «Өзім туралы» бөлімін тәлімгер таңдайтын қатысушылар мен олардың өкілдері көреді. Қалғанын сізге жауапты қызметкерлер ғана көреді.</i>
staff-card-owed = ✍️ Фото мен «Өзім туралы» бөлімі толса, карточкаңыз дайын.
staff-card-photo = 📷 Фотосуретім
staff-card-about = 👋 Өзім туралы
staff-card-achievements = 🏆 Жетістіктерім
staff-card-email = ✉️ Электрондық пошта
staff-card-button-person = ✏️ Аты-жөні мен телефон
ask-card-photo = 📷 Фотоңызды жіберіңіз: оны тәлімгер таңдайтын қатысушылар да көреді.
ask-card-about = 👋 Өзіңіз туралы бір-екі сөйлем жазыңыз: кімсіз, немен айналысасыз, қатысушыларға қалай көмектесесіз?
ask-card-achievements = 🏆 Жетістіктеріңізді жазыңыз: білім, тәжірибе, марапат.
ask-card-email = ✉️ E-mail мекенжайыңызды жазыңыз. Мысалы: aigul@mail.kz
mistake-card-about = ⚠️ { $shortest }–{ $longest } таңба болуы керек.
mistake-card-achievements = ⚠️ { $shortest }–{ $longest } таңба болуы керек.
mistake-card-email = ⚠️ Бұл e-mail мекенжайына ұқсамайды. Мысалы: aigul@mail.kz
card-button-take-off = 🗑 Алып тастау

card-of-mentor = 🧑‍🏫 Тәлімгер: <b>{ $name }</b>
card-of-staff = 👤 <b>{ $name }</b>
card-post = { $role } · { $where }
card-phone = ☎️ { $phone }
card-email = ✉️ { $email }
card-achievements =
    🏆 Жетістіктері:
    { $words }
staff-button-card = 🪪 Карточкасын ашу
button-mentor = 🧑‍🏫 Тәлімгер
button-choose-mentor = ✅ Осы тәлімгерді таңдау
button-choose-centre = ✅ Осы орталықты таңдау
refused-no-mentor-yet = Тәлімгер әзірге тағайындалған жоқ.

centre-card-button = 🏫 Орталық карточкасы
centre-cards = 🏫 Қай орталық?
centre-card-title =
    🏫 <b>{ $name }</b>
    { $place }
centre-card-contact =
    ☎️ Байланыс:
    { $words }
centre-card-empty = Карточка әлі толтырылмаған.
centre-card-part-about = 🏫 Орталық туралы
centre-card-part-achievements = 🏆 Жетістіктер
centre-card-part-contact = ☎️ Байланыс
ask-centre-about = 🏫 Орталық туралы жазыңыз: кімдер, немен айналысасыздар, қайда орналасқансыздар? Мұны орталық таңдайтын қатысушылар да көреді.
ask-centre-achievements = 🏆 Орталықтың жетістіктерін жазыңыз. Мұны орталық таңдайтын қатысушылар да көреді.
ask-centre-contact = ☎️ Байланыс деректерін жазыңыз: мекенжай, телефон, e-mail. Мұны қызметкерлер ғана көреді.
mistake-centre-about = ⚠️ { $shortest }–{ $longest } таңба болуы керек.
mistake-centre-achievements = ⚠️ { $shortest }–{ $longest } таңба болуы керек.
mistake-centre-contact = ⚠️ { $shortest }–{ $longest } таңба болуы керек.

documents-button = 📎 Құжаттар
documents-button-own = 📎 Құжаттарым
documents-button-of = 📎 Құжаттары: { $count }
documents-button-open = 📎 Құжаттарын ашу
documents-button-new = ➕ Құжат қосу
documents =
    📎 <b>Құжаттар</b>
    { $name }

    { $count ->
        [0] Әзірге құжат жоқ.
       *[other] Барлығы: { $count }
    }
documents-who-sees =

    <i>Құжаттарды сізге жауапты қызметкерлер ғана көреді, әр қарау тіркеледі. Қосқан құжатыңызды кез келген уақытта қайтарып аласыз.</i>
document-agreement = Келісім
document-birth = Туу туралы куәлік
document-reference = Анықтама
document-identity = Жеке куәлік
document-diploma = Диплом
document-certificate = Сертификат
document-distinction = Үздік белгісі
document-other = Басқа құжат
document-line = { $kind } · { DAY($day) }
document-one =
    📎 <b>{ $kind }</b>
    Қосылған күні: { DAY($given) }
document-by = Қосқан: { $by }
document-button-open = 👁 Ашу
document-button-withdraw = 🗑 Қайтарып алу
document-file = 📎 { $kind }
document-ask-kind = 📎 Қандай құжат қосасыз?
document-ask-day = 📅 Құжат қай күні берілген? Мысалы: 05.03.2024
document-button-no-day = Күні жоқ
document-ask-file =
    📎 <b>{ $kind }</b>

    Көшірмесін фото не файл (мысалы, PDF) етіп жіберіңіз. Бір хабарда бір құжат.
mistake-document-file = ⚠️ Құжаттың фотосы немесе файлы керек.
refused-document-day = ⚠️ Мұндай күн болмайды. Мысалы: 05.03.2024
refused-documents-many = Құжат саны { $most } болды: жаңасын қосу үшін алдымен бірін қайтарып алыңыз.
notice-document-given = 📎 Қатысушыңыздың жаңа құжаты келді: <b>{ $name }</b>

mydata-achievements = Жетістіктер
mydata-email = Электрондық пошта
mydata-document = Құжат
