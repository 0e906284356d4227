# Words that appear everywhere.
button-back = ◀️ Back
button-menu = 🏠 Menu
button-next = Next ▶️
button-save = ✅ Save

refused = This is not possible.
refused-not-allowed = This is not open to you. /menu shows what is.
refused-too-late = This entry has changed in the meantime. Here is how it stands now.
refused-link = This link no longer works: it was used, has expired, or was replaced by a newer one. Ask whoever sent it for a new one.
outdated-button = That was an old button. Here is how things stand now.
failure = Sorry, something went wrong on our side, and what you sent may not be saved. Send it again in a little while; if it does not help, tell us this number: { $number }
set-aside = Sorry, we could not handle that message. Try sending it differently: for example, the photo not as a file, or a shorter text.

minutes = { $minutes } min
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
refused-too-often = You did this { $most } times today, and each time somebody got a message. You can go on tomorrow.
refused-enough-today = You did this { $most } times today. You can go on tomorrow.
refused-forms-open = You have { $most } unfinished windows open. Finish one of them, or close all with /cancel.
