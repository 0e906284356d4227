# Programme data: the operator changes them in the chat.
amendments-home =
    📚 <b>Programme data</b>

    You look at each change and confirm it first. Whoever began before goes on with their own requirements.
amendments-button-mandatory = 🧭 Mandatory directions
amendments-button-norms = 🏃 Norms
amendments-button-books = 📖 Books
amendments-button-versions = 🕘 History of changes
amendments-button-questions = ❓ To be decided: { $questions }

amendments-name-mandatory = Year { $year }
amendments-name-norm = { $direction } · { $level }
amendments-line = • { $text }
amendments-line-section = • Section { $number }
amendments-line-language = { $language ->
    [kk] • In Kazakh: { $text }
    [ru] • In Russian: { $text }
   *[en] • In English: { $text }
}
amendments-number = { $exercise } · { $sex ->
    [female] girls
   *[male] boys
} { $from }–{ $to }: { $least ->
    [most] at most
   *[least] at least
} { $value } { $unit }
amendments-number-button = { $value } · { $sex ->
    [female] girls
   *[male] boys
} { $from }–{ $to } · { $exercise }
amendments-nothing = –

amendments-years = 🧭 <b>Mandatory directions</b>. Of which year?
amendments-year =
    🧭 <b>Year { $year }</b>

    Tick the directions that are mandatory for those who begin this year. Whoever began before is not affected.
amendments-button-look = 👀 Look at it

amendments-norms = 🏃 <b>Norms</b>. Which one?
amendments-norm =
    🏃 <b>{ $name }</b>

    { $lines }

    To change a number, tap it.
amendments-button-text = ✏️ Change the text
amendments-norm-text = ✏️ Write the new text in three lines: in Kazakh, in Russian, in English.
amendments-number-new =
    ✏️ <b>{ $number }</b>

    Write the new number. For example: <i>12</i>
mistake-amendment-number = ⚠️ Write one number above zero. For example: <i>12</i>
mistake-three-lines = ⚠️ Write three lines: in Kazakh, in Russian, in English (one line if all are the same). Each of 2 to { $longest } characters.

amendments-books = 📖 <b>Books</b>: { $count }. Tap a book to change it.
amendments-button-add-book = ➕ Add a book
amendments-book =
    📖 <b>Book</b>

    { $lines }

    A book that is taken off the list still counts for whoever has read it.
amendments-button-author = ✏️ Correct the author
amendments-button-title = ✏️ Correct the title
amendments-button-take-off = 🗑 Take off the list
amendments-section = 📖 Which section is the new book of?
amendments-author = ✍️ Write the author in three lines: in Kazakh, in Russian, in English.
amendments-title = 📖 Write the title in three lines: in Kazakh, in Russian, in English.

amendments-look =
    👀 <b>{ $name }</b>

    <b>Now:</b>
    { $gone }

    <b>Then:</b>
    { $new }

    { $keeping ->
        [0] When you confirm, it takes force at once.
       *[other] When you confirm, it takes force at once. Going on as they began: { $keeping }.
    }
amendments-button-set = ✅ Put into force
amendments-set = ✅ It is in force. If it was a mistake, take it back in “History of changes”.

amendments-versions = { $count ->
    [0] 🕘 Nothing has been changed yet.
   *[other] 🕘 <b>History of changes</b>. Tap one to see more or to take it back.
}
amendments-version-line = { DAY($day, style: "short") } · { $name }
amendments-version =
    🕘 <b>{ $name }</b>

    { $source ->
        [file] { DAY($day) }, from the file
       *[person] { DAY($day) }, { $by }
    }

    <b>Before:</b>
    { $gone }

    <b>After:</b>
    { $new }
amendments-button-undo = ↩️ Take it back
amendments-undone = ↩️ It is as it was before

amendments-questions = { $count ->
    [0] ❓ There is nothing to decide 👏
   *[other] ❓ <b>The file has changed</b>. These were changed in the chat, too. For now the file counts: choose which to keep.
}
amendments-question =
    ❓ <b>{ $name }</b>

    <b>In the chat:</b>
    { $gone }

    <b>In the file (in force now):</b>
    { $new }
amendments-button-keep-chat = 💬 Keep the chat’s
amendments-button-keep-file = 📄 Keep the file’s
amendments-settled = ✅ Your decision is kept

refused-amendment-same = It is so already: there is nothing to change.
refused-amended-meanwhile = Somebody else has changed it meanwhile. Look at it once more.
refused-amendment-not-in-force = This version is not in force now: there is nothing to take back.
refused-amendment-decided = This is decided already.
refused-amendment-mandatory = ⚠️ At least one direction must be mandatory, and only directions of the programme can be.
refused-amendment-norms = ⚠️ That cannot be: the norm of each level must be whole.
refused-amendment-books = ⚠️ That cannot be: the list would have fewer books than the levels ask for.
refused-amendment-many-books = ⚠️ The list can have at most { $most } books.
