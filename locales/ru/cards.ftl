# Карточка сотрудника, документы, карточка центра.
menu-button-staff-card = 🪪 Служебная карточка
menu-card-owed = 🪪 Ваша служебная карточка ещё не заполнена: добавьте фото и пару слов о себе. По ним участники выбирают наставника.
staff-card-offer =
    🪪 <b>Заполним вашу служебную карточку?</b>

    Фото, пара слов о себе, достижения, e-mail и копии документов. Это две-три минуты; можно и позже, карточка остаётся в меню.
staff-card-button-fill = 🪪 Заполнить карточку

staff-card =
    🪪 <b>{ $name }</b>
    { $lines }

    <i>Имя, фото и «О себе» видят участники, которые выбирают наставника, и их представители. Остальное видят только сотрудники, которые за вас отвечают.</i>
staff-card-owed = ✍️ Карточка готова, когда есть фото и «О себе».
staff-card-photo = 📷 Фото
staff-card-about = 👋 О себе
staff-card-achievements = 🏆 Достижения
staff-card-email = ✉️ Электронная почта
staff-card-button-person = ✏️ Имя и телефон
ask-card-photo = 📷 Пришлите своё фото: его увидят и участники, которые выбирают наставника.
ask-card-about = 👋 Напишите пару слов о себе: кто вы, чем занимаетесь, как помогаете участникам?
ask-card-achievements = 🏆 Напишите о своих достижениях: образование, опыт, награды.
ask-card-email = ✉️ Напишите свой адрес e-mail. Например: aigul@mail.kz
mistake-card-about = ⚠️ Нужно от { $shortest } до { $longest } знаков.
mistake-card-achievements = ⚠️ Нужно от { $shortest } до { $longest } знаков.
mistake-card-email = ⚠️ Это не похоже на адрес e-mail. Например: aigul@mail.kz
card-button-take-off = 🗑 Убрать

card-of-mentor = 🧑‍🏫 Наставник: <b>{ $name }</b>
card-of-staff = 👤 <b>{ $name }</b>
card-post = { $role } · { $where }
card-phone = ☎️ { $phone }
card-email = ✉️ { $email }
card-achievements =
    🏆 Достижения:
    { $words }
staff-button-card = 🪪 Открыть карточку
button-mentor = 🧑‍🏫 Наставник
button-choose-mentor = ✅ Выбрать наставника
button-choose-centre = ✅ Выбрать этот центр
refused-no-mentor-yet = Наставник пока не назначен.

centre-card-button = 🏫 Карточка центра
centre-cards = 🏫 Какой центр?
centre-card-title =
    🏫 <b>{ $name }</b>
    { $place }
centre-card-contact =
    ☎️ Контакты:
    { $words }
centre-card-empty = Карточка ещё не заполнена.
centre-card-part-about = 🏫 О центре
centre-card-part-achievements = 🏆 Достижения
centre-card-part-contact = ☎️ Контакты
ask-centre-about = 🏫 Расскажите о центре: кто вы, чем занимаетесь, где находитесь? Это увидят и участники, которые выбирают центр.
ask-centre-achievements = 🏆 Расскажите о достижениях центра. Это увидят и участники, которые выбирают центр.
ask-centre-contact = ☎️ Напишите контакты: адрес, телефон, e-mail. Их видят только сотрудники.
mistake-centre-about = ⚠️ Нужно от { $shortest } до { $longest } знаков.
mistake-centre-achievements = ⚠️ Нужно от { $shortest } до { $longest } знаков.
mistake-centre-contact = ⚠️ Нужно от { $shortest } до { $longest } знаков.

documents-button = 📎 Документы
documents-button-own = 📎 Мои документы
documents-button-of = 📎 Документы: { $count }
documents-button-open = 📎 Открыть документы
documents-button-new = ➕ Добавить документ
documents =
    📎 <b>Документы</b>
    { $name }

    { $count ->
        [0] Документов пока нет.
       *[other] Всего: { $count }
    }
documents-who-sees =

    <i>Документы видят только сотрудники, которые за вас отвечают; каждый просмотр записывается. То, что вы добавили, можно отозвать в любое время.</i>
document-agreement = Соглашение
document-birth = Свидетельство о рождении
document-reference = Справка
document-identity = Удостоверение личности
document-diploma = Диплом
document-certificate = Сертификат
document-distinction = Знак отличия
document-other = Другой документ
document-line = { $kind } · { DAY($day) }
document-one =
    📎 <b>{ $kind }</b>
    Добавлен: { DAY($given) }
document-by = Кто добавил: { $by }
document-button-open = 👁 Открыть
document-button-withdraw = 🗑 Отозвать
document-file = 📎 { $kind }
document-ask-kind = 📎 Какой документ вы добавляете?
document-ask-day = 📅 Когда выдан документ? Например: 05.03.2024
document-button-no-day = Без даты
document-ask-file =
    📎 <b>{ $kind }</b>

    Пришлите копию: фото или файл (например, PDF). Один документ в сообщении.
mistake-document-file = ⚠️ Нужно фото или файл документа.
refused-document-day = ⚠️ Такого дня быть не может. Например: 05.03.2024
refused-documents-many = Здесь уже { $most } документов: чтобы добавить новый, сначала отзовите один из них.
notice-document-given = 📎 Пришёл новый документ вашего участника: <b>{ $name }</b>

mydata-achievements = Достижения
mydata-email = Электронная почта
mydata-document = Документ
