# Портфолио: PDF, выбор фото для него, перечень часов.
portfolio-button = 📘 К портфолио
portfolio-own =
    📘 <b>Портфолио</b>
    Весь ваш путь в одной брошюре PDF: ваше фото, успехи, лучшие снимки каждого направления, слова из дневника, прочитанные книги, часы по месяцам и характеристика наставника.

    🔒 В ней только ваше собственное. Предложения, где может быть назван кто-то другой, не попадают в неё, как и снимки, которые уже использовались раньше.
portfolio-of =
    📘 <b>{ $name }</b>: портфолио
    Весь путь в одной брошюре PDF: успехи, снимки, собственные слова, прочитанные книги, часы по месяцам.

    🔒 В ней только собственное этого участника. То, что вы смотрели её, остаётся в журнале.
portfolio-button-make = 📘 Сделать PDF
portfolio-button-photos = 🖼 Выбрать фото
portfolio-button-hours = 🕒 Получить перечень часов
portfolio-begun = Готовится. Когда будет готово, придёт в этот чат.
portfolio-being-made = Портфолио уже готовится. Когда будет готово, придёт в этот чат.
portfolio-lately = Вы недавно это запрашивали. Спросите снова через час.
portfolio-not-begun = Портфолио можно сделать, когда открыт дневник.
portfolio-fetching = ⏳ Готовим портфолио. Фото: { $done } / { $pictures }
portfolio-setting = ⏳ Готовим портфолио: верстаем страницы…
portfolio-waits = ⏳ Фото пока не загружаются. Немного позже всё продолжится само, просить снова не нужно.
portfolio-failed = 😔 Портфолио не получилось. Попросите снова через час. Если повторится, скажите оператору.
portfolio-ready = 📘 Портфолио готово.
portfolio-below = ✅ Портфолио готово, оно ниже ⬇️
portfolio-hours-sent = 🕒 Перечень часов. XLSX – для чтения, JSON – для других программ.

portfolio-photos =
    🖼 <b>Фото для портфолио</b>
    В каждом направлении можно выбрать до { $most } фото. Где вы ничего не выбрали, снимки подберутся сами, из разных недель.
portfolio-no-photos = 🖼 Пока нет фото для портфолио. Здесь появятся снимки из записей, которые подтвердил наставник.
portfolio-button-direction = { $direction }: { $chosen } / { $photos }
portfolio-photo =
    🖼 <b>{ $direction }</b>
    { DAY($day) }
    Выбрано в этом направлении: { $chosen } / { $most }
portfolio-photo-chosen =
    ✅ <b>{ $direction }</b>: фото выбрано
    { DAY($day) }
    Выбрано в этом направлении: { $chosen } / { $most }
portfolio-button-choose = ✅ Взять в портфолио
portfolio-button-leave-out = ➖ Убрать из портфолио
portfolio-button-directions = ◀️ Направления
portfolio-full = В этом направлении уже выбрано { $most } фото, больше не поместится. Сначала уберите одно.
portfolio-photo-gone = Это фото нельзя взять в портфолио: изменилась его запись или оно само.

portfolio-title = Портфолио достижений
portfolio-period = { DAY($first) } – { DAY($last) }
portfolio-made = Составлено: { DAY($day) }
portfolio-way = Пройденный путь
portfolio-fact-rating = личный рейтинг
portfolio-fact-hours = часы
portfolio-fact-entries = записи, подтверждены
portfolio-fact-books = прочитанные книги
portfolio-fact-days = дни похода и труда
portfolio-nothing-yet = Подтверждённых записей пока нет. С первой из них эти страницы начнут наполняться.
portfolio-months = Часы по месяцам
portfolio-month = { DAY($first, style: "month") }
portfolio-entries = { $entries ->
    [one] { $entries } запись
    [few] { $entries } записи
   *[other] { $entries } записей
}
portfolio-hours = { $hours } ч
portfolio-books = Прочитанные книги
portfolio-mentor = Слово наставника
portfolio-trophies = Трофеи
portfolio-certificate = Удостоверение
portfolio-alt = { $direction }, { DAY($day) }
portfolio-note = Здесь только собственные снимки и слова участника. Предложения, где может быть назван кто-то другой, не включены.
portfolio-missing = Фото, которые не удалось загрузить: { $pictures }.

hours-sheet = Часы
hours-day = День
hours-week = Неделя
hours-direction = Направление
hours-minutes = Минуты
hours-days = Дни
hours-book = Книга
hours-what = Что сделано
hours-by = Кто подтвердил
hours-at = Когда подтверждено
hours-employer = Работодатель, подтвердивший
