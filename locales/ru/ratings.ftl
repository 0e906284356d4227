# Рейтинг: своё место участника, таблицы сотрудников, имя в открытых таблицах.
menu-button-rating = 🏅 Рейтинг
menu-button-ratings = 🏅 Рейтинг
progress-button-rating = 🏅 Место в рейтинге
button-public-name = 📣 Моё имя в таблицах

rating-title = 🏅 <b>{ $name }</b>, уровень: { $level }
rating-personal = Личный рейтинг: <b>{ $percent } %</b>
rating-direction = { $emoji } { $name }: { $percent } %
rating-country = По стране: <b>{ $place }-е место</b> из { $of }
rating-region = 📍 { $region }: <b>{ $place }-е место</b> из { $of }
rating-near = Места выше и ниже, без имён:
rating-neighbour = { $place }-е место – { $percent } %
rating-you = 👉 <b>{ $place }-е место – { $percent } %</b>, это вы
rating-child = 👉 <b>{ $place }-е место – { $percent } %</b>, это ваш ребёнок
rating-few = На этом уровне пока мало участников, поэтому чужие рейтинги не показываются.
rating-note = <i>Рейтинг не влияет на решение о награде. Рейтинги других обновляются каждый час.</i>
rating-not-begun = 🏅 Рейтинг появится здесь, когда будет согласован личный план и начнётся уровень.
rating-button-leaders = 🌟 Лидеры месяца
rating-button-name = 📣 Имя в открытых таблицах
rating-button-progress = 📊 Успехи

leaders-title =
    🌟 <b>Лидеры месяца</b>
    { $level } · { $where }
    С { DAY($month) }
leaders-everywhere = вся страна
leaders-line = { $place }. <b>{ $name }</b>: +{ $gained }
leaders-own = 👉 { $place }. <b>{ $name }</b>: +{ $gained }
leaders-none = В этом месяце здесь пока никого нет.
leaders-note = <i>Показано, на сколько процентов вырос рейтинг за этот месяц. В таблице только те, кто согласился.</i>
leaders-button-rating = 🏅 Мой рейтинг

public-name-asked-own =
    📣 <b>Хотите быть в открытых таблицах?</b>

    Таблицу «Лидеры месяца» видят участники программы. В ней только короткое имя, которое вы выберете, и рост рейтинга: ни фото, ни школы, ни адреса. Если передумаете, имя сразу исчезнет.
public-name-asked-child =
    📣 <b>Показывать в открытых таблицах: { $of }?</b>

    Таблицу «Лидеры месяца» видят участники программы. В ней только короткое имя, которое выбрано, и рост рейтинга: ни фото, ни школы, ни адреса. Если отзовёте согласие, имя сразу исчезнет.
public-name-lapsed = 🎂 Вам исполнилось 18 лет. Согласие законного представителя больше не действует, теперь решаете вы.
public-name-representative = До 18 лет это согласие даёт ваш законный представитель.
public-name-given-own =
    📣 Ваше имя в открытых таблицах – <b>{ $name }</b>.

    Отказаться можно в любой момент одной кнопкой.
public-name-given-child =
    📣 <b>{ $of }</b>: имя в открытых таблицах – <b>{ $name }</b>.

    Отозвать согласие можно в любой момент одной кнопкой.
public-name-button-give = ✅ Да: { $name }
public-name-button-words = ✏️ Написать другое имя
public-name-button-take-back = ✖️ Убрать имя
public-name-button-ask = 👪 Спросить представителя
public-name-button-rating = 🏅 Рейтинг
public-name-taken-back = Имя убрано из открытых таблиц.
public-name-told = Сообщение отправлено вашему законному представителю. Если он согласится, имя появится в таблице.
public-name-told-before = В этом месяце вашего законного представителя уже спрашивали. Подождём ответа.
public-name-ask-words =
    ✏️ <b>Какое имя показать?</b>

    Напишите короткое имя: только буквы, не больше { $most } знаков. Например: <i>Айгерим С.</i>
refused-public-name = В имени могут быть только буквы, не больше { $most } знаков. Например: Айгерим С.
refused-public-name-minor = До 18 лет это согласие даёт законный представитель.
refused-public-name-adult = Участнику исполнилось 18 лет: теперь это согласие даёт он сам.

ratings-title = 🏅 <b>Рейтинг</b>, уровень: { $level }
ratings-counts-participants = Закреплено участников: { $participants }
ratings-counts-mentors = Закреплено участников: { $participants }, наставников: { $mentors }
ratings-counts-experts = Закреплено участников: { $participants }, наставников: { $mentors }, экспертов: { $experts }
ratings-counts-coordinators = Участников: { $participants }, наставников: { $mentors }, экспертов: { $experts }, региональных координаторов: { $coordinators }
ratings-mean = На этом уровне: { $total }, средний рейтинг: { $percent } %
ratings-as-of = 🕐 Подсчитано: { MOMENT($moment) }
ratings-line = { $number }. <b>{ $name }</b>: { $percent } %
ratings-row = <b>{ $name }</b>: { $percent } %
ratings-part = { $emoji } { $percent }
ratings-none = Здесь пока никого нет.
ratings-sort-high = ⬇️ От большего
ratings-sort-low = ⬆️ От меньшего
ratings-sort-name = 🔤 По имени
ratings-button-picture = 🖼 Картинка
ratings-button-file = 📄 Таблица XLSX
ratings-button-region = 📍 По регионам
ratings-button-centre = 🏢 По центрам
ratings-button-mentor = 👤 По наставникам
ratings-button-participants = 👥 Участники
ratings-by-region = 📍 <b>По регионам</b>, уровень: { $level }
ratings-by-centre = 🏢 <b>По центрам</b>, уровень: { $level }
ratings-by-mentor = 👤 <b>По наставникам</b>, уровень: { $level }
ratings-group = { $number }. <b>{ $name }</b>: { $percent } %, участников: { $participants }
ratings-no-region = Регион не указан
ratings-no-centre = Без центра
ratings-no-mentor = Без наставника
ratings-file = 📄 Рейтинг, уровень: { $level }. В файле личные данные: не передавайте его посторонним.
ratings-picture-title = Рейтинг, уровень: { $level }
ratings-picture-mean = Участников: { $total }, средний рейтинг: { $percent } %
ratings-picture-line = { $number }. { $name }

sheet-name = Уровень { $level }
sheet-place = Место
sheet-participant = Участник
sheet-region = Регион
sheet-centre = Центр программ
sheet-mentor = Наставник
sheet-rating = Личный рейтинг, %
