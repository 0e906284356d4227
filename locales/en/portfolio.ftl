# The portfolio: its PDF, the choice of photos for it, the record of hours.
portfolio-button = 📘 Portfolio
portfolio-own =
    📘 <b>Portfolio</b>
    Your whole way in one PDF booklet: your photo, your progress, the best pictures of each direction, words from your journal, the books you read, hours by month, and what your mentor says of you.

    🔒 It holds only what is your own. Sentences in which somebody else may be named stay out, and so do pictures that were used before.
portfolio-of =
    📘 <b>{ $name }</b>: portfolio
    The whole way in one PDF booklet: progress, pictures, own words, books read, hours by month.

    🔒 It holds only what is this participant’s own. That you looked at it stays on the record.
portfolio-button-make = 📘 Make the PDF
portfolio-button-photos = 🖼 Choose photos
portfolio-button-hours = 🕒 Get the record of hours
portfolio-begun = It is being made, and comes to this chat when it is ready.
portfolio-being-made = The portfolio is being made already, and comes to this chat when it is ready.
portfolio-lately = You asked for this a moment ago. Ask again in an hour.
portfolio-not-begun = A portfolio can be made once the journal is open.
portfolio-fetching = ⏳ Making the portfolio. Photos: { $done } / { $pictures }
portfolio-setting = ⏳ Making the portfolio: the pages are being set…
portfolio-waits = ⏳ The photos cannot be fetched just now. It goes on by itself in a while, no need to ask again.
portfolio-failed = 😔 The portfolio did not work out. Ask again in an hour. If that fails too, tell the operator.
portfolio-ready = 📘 The portfolio is ready.
portfolio-below = ✅ The portfolio is ready, see below ⬇️
portfolio-hours-sent = 🕒 The record of hours. XLSX is for reading, JSON for other programs.

portfolio-photos =
    🖼 <b>Photos for the portfolio</b>
    Choose up to { $most } photos in each direction. Where you choose none, they are picked for you, from different weeks.
portfolio-no-photos = 🖼 There are no photos for the portfolio yet. Those of entries that your mentor approved appear here.
portfolio-button-direction = { $direction }: { $chosen } / { $photos }
portfolio-photo =
    🖼 <b>{ $direction }</b>
    { DAY($day) }
    Chosen in this direction: { $chosen } / { $most }
portfolio-photo-chosen =
    ✅ <b>{ $direction }</b>: this photo is chosen
    { DAY($day) }
    Chosen in this direction: { $chosen } / { $most }
portfolio-button-choose = ✅ Put into the portfolio
portfolio-button-leave-out = ➖ Take out again
portfolio-button-directions = ◀️ Directions
portfolio-full = { $most } photos are chosen in this direction, and more do not fit. Take one out first.
portfolio-photo-gone = This photo cannot go into the portfolio: its entry has changed, or the photo itself.

portfolio-title = Portfolio of achievements
portfolio-period = { DAY($first) } – { DAY($last) }
portfolio-made = Made on { DAY($day) }
portfolio-way = The way so far
portfolio-fact-rating = personal rating
portfolio-fact-hours = hours
portfolio-fact-entries = approved entries
portfolio-fact-books = books read
portfolio-fact-days = days of trips and work
portfolio-nothing-yet = No entry is approved yet. From the first one on, these pages will begin to fill.
portfolio-months = Hours by month
portfolio-month = { DAY($first, style: "month") }
portfolio-entries = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}
portfolio-hours = { $hours } h
portfolio-books = Books read
portfolio-mentor = The mentor’s words
portfolio-trophies = Trophies
portfolio-certificate = Certificate
portfolio-alt = { $direction }, { DAY($day) }
portfolio-note = These are the participant’s own pictures and own words alone. Sentences in which somebody else may be named are left out.
portfolio-missing = Photos that could not be fetched: { $pictures }.

hours-sheet = Hours
hours-day = Day
hours-week = Week
hours-direction = Direction
hours-minutes = Minutes
hours-days = Days
hours-book = Book
hours-what = What was done
hours-by = Confirmed by
hours-at = Confirmed at
hours-employer = Employer who confirmed
