# Данные программы: оператор меняет их в чате.
amendments-home =
    📚 <b>Данные программы</b>

    Каждое изменение вы сначала посмотрите и подтвердите. Кто начал раньше, продолжает по своим требованиям.
amendments-button-mandatory = 🧭 Обязательные направления
amendments-button-norms = 🏃 Нормативы
amendments-button-books = 📖 Книги
amendments-button-versions = 🕘 История изменений
amendments-button-questions = ❓ Ждут решения: { $questions }

amendments-name-mandatory = { $year } год
amendments-name-norm = { $direction } · { $level }
amendments-line = • { $text }
amendments-line-section = • Раздел { $number }
amendments-line-language = { $language ->
    [kk] • По-казахски: { $text }
    [ru] • По-русски: { $text }
   *[en] • По-английски: { $text }
}
amendments-number = { $exercise } · { $sex ->
    [female] девушки
   *[male] юноши
} { $from }–{ $to } лет: { $least ->
    [most] не больше
   *[least] не меньше
} { $value } { $unit }
amendments-number-button = { $value } · { $sex ->
    [female] девушки
   *[male] юноши
} { $from }–{ $to } · { $exercise }
amendments-nothing = –

amendments-years = 🧭 <b>Обязательные направления</b>. На какой год?
amendments-year =
    🧭 <b>{ $year } год</b>

    Отметьте направления, обязательные для тех, кто начнёт в этом году. Тех, кто начал раньше, это не коснётся.
amendments-button-look = 👀 Посмотреть

amendments-norms = 🏃 <b>Нормативы</b>. Какой открыть?
amendments-norm =
    🏃 <b>{ $name }</b>

    { $lines }

    Чтобы изменить число, нажмите на него.
amendments-button-text = ✏️ Изменить текст
amendments-norm-text = ✏️ Напишите новый текст в трёх строках: по-казахски, по-русски, по-английски.
amendments-number-new =
    ✏️ <b>{ $number }</b>

    Напишите новое число. Например: <i>12</i>
mistake-amendment-number = ⚠️ Напишите одно положительное число. Например: <i>12</i>
mistake-three-lines = ⚠️ Напишите в трёх строках: по-казахски, по-русски, по-английски (если везде одинаково, хватит одной строки). В каждой от 2 до { $longest } знаков.

amendments-books = 📖 <b>Книги</b>: { $count }. Чтобы изменить, нажмите на книгу.
amendments-button-add-book = ➕ Добавить книгу
amendments-book =
    📖 <b>Книга</b>

    { $lines }

    Тем, кто уже прочитал книгу, она засчитывается и после того, как её убрали из списка.
amendments-button-author = ✏️ Исправить автора
amendments-button-title = ✏️ Исправить название
amendments-button-take-off = 🗑 Убрать из списка
amendments-section = 📖 К какому разделу относится новая книга?
amendments-author = ✍️ Напишите автора в трёх строках: по-казахски, по-русски, по-английски.
amendments-title = 📖 Напишите название в трёх строках: по-казахски, по-русски, по-английски.

amendments-look =
    👀 <b>{ $name }</b>

    <b>Сейчас:</b>
    { $gone }

    <b>Станет:</b>
    { $new }

    { $keeping ->
        [0] После подтверждения сразу вступит в силу.
       *[other] После подтверждения сразу вступит в силу. По прежним требованиям продолжат уже начавшие: { $keeping }.
    }
amendments-button-set = ✅ Ввести в силу
amendments-set = ✅ Вступило в силу. Если это ошибка, верните прежнее в «Истории изменений».

amendments-versions = { $count ->
    [0] 🕘 Пока ничего не меняли.
   *[other] 🕘 <b>История изменений</b>. Нажмите, чтобы посмотреть подробнее или вернуть прежнее.
}
amendments-version-line = { DAY($day, style: "short") } · { $name }
amendments-version =
    🕘 <b>{ $name }</b>

    { $source ->
        [file] { DAY($day) }, из файла
       *[person] { DAY($day) }, { $by }
    }

    <b>Было:</b>
    { $gone }

    <b>Стало:</b>
    { $new }
amendments-button-undo = ↩️ Вернуть прежнее
amendments-undone = ↩️ Прежнее возвращено

amendments-questions = { $count ->
    [0] ❓ Решать нечего 👏
   *[other] ❓ <b>Файл изменился</b>. Это же меняли и в чате. Пока действует то, что в файле: выберите, что оставить.
}
amendments-question =
    ❓ <b>{ $name }</b>

    <b>В чате:</b>
    { $gone }

    <b>В файле (действует сейчас):</b>
    { $new }
amendments-button-keep-chat = 💬 Оставить как в чате
amendments-button-keep-file = 📄 Оставить как в файле
amendments-settled = ✅ Решение сохранено

refused-amendment-same = Так уже и есть: менять нечего.
refused-amended-meanwhile = За это время это изменил кто-то другой. Посмотрите ещё раз.
refused-amendment-not-in-force = Эта версия сейчас не действует: возвращать нечего.
refused-amendment-decided = Это уже решено.
refused-amendment-mandatory = ⚠️ Обязательным должно быть хотя бы одно направление, и только из тех, что есть в программе.
refused-amendment-norms = ⚠️ Так нельзя: норматив каждого уровня должен быть полным.
refused-amendment-books = ⚠️ Так нельзя: в списке останется меньше книг, чем требуют уровни.
refused-amendment-many-books = ⚠️ В списке может быть не больше { $most } книг.
