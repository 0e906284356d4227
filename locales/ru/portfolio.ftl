# Портфолио: PDF, выбор фото для него, перечень часов.
portfolio-button = 📘 Портфолио
portfolio-own =
    📘 <b>Портфолио</b>
    Весь ваш путь в одной брошюре PDF: ваше фото, успехи, лучшие снимки каждого направления, слова из дневника, прочитанные книги, часы по месяцам и характеристика наставника.

    🔒 В ней только то, что принадлежит вам. Предложения, где может быть назван кто-то другой, и снимки, которые уже использовались, в неё не попадают.
portfolio-of =
    📘 <b>{ $name }</b>: портфолио
    Весь путь в одной брошюре PDF: успехи, снимки, собственные слова, прочитанные книги, часы по месяцам.

    🔒 В ней только то, что принадлежит участнику. Ваш просмотр записывается в журнал.
portfolio-button-make = 📘 Сделать PDF
portfolio-button-photos = 🖼 Выбрать фото
portfolio-button-hours = 🕒 Получить перечень часов
portfolio-begun = Готовится. Когда будет готово, придёт в этот чат.
portfolio-being-made = Портфолио уже готовится. Когда будет готово, придёт в этот чат.
portfolio-lately = Вы запрашивали это совсем недавно. Попробуйте снова через час.
portfolio-not-begun = Портфолио можно сделать, когда открыт дневник.
portfolio-fetching = ⏳ Готовим портфолио. Фото: { $done } / { $pictures }
portfolio-setting = ⏳ Готовим портфолио: верстаем страницы…
portfolio-waits = ⏳ Фото пока не загружаются. Чуть позже всё продолжится само, запрашивать снова не нужно.
portfolio-failed = 😔 Собрать портфолио не получилось. Попробуйте снова через час. Если повторится, сообщите оператору.
portfolio-ready = 📘 Портфолио готово.
portfolio-below = ✅ Портфолио готово, оно ниже ⬇️
portfolio-hours-sent = 🕒 Перечень часов. XLSX – для чтения, JSON – для других приложений.

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
portfolio-full = Фото в этом направлении уже { $most }, больше не поместится. Сначала уберите одно.
portfolio-photo-gone = Это фото нельзя взять в портфолио: изменилась запись или само фото.

portfolio-title = Портфолио достижений
portfolio-period = { DAY($first) } – { DAY($last) }
portfolio-made = Составлено: { DAY($day) }
portfolio-way = Пройденный путь
portfolio-fact-rating = личный рейтинг
portfolio-fact-hours = часы
portfolio-fact-entries = подтверждённые записи
portfolio-fact-books = прочитанные книги
portfolio-fact-days = дни походов и труда
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
hours-employer = Какой работодатель подтвердил
