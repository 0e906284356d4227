# The mentor's review: an entry that came, approve, return, reject.
review-head = <b>{ $name }</b>
    { $summary }
review-version = ✏️ A mended entry, version { $version }. You returned the last one for this:
review-task = 🎯 Extra task: { $words }
review-final = ⭐ The direction's final video
review-action = 📌 { $action }
review-result = 🌱 Result: { $result }
review-partner = 🏛 Partner organisation: { $partner }
review-employer = 💼 Employer: { $employer }
review-employer-confirmed = 💼 Employer: { $employer }. ✅ Confirmed by { $name }
review-happened = 🗓 Happened: { DAY($day, style: "short") }
review-taken = 📷 Taken: { MOMENT($moment) }
review-received = 📥 Received: { MOMENT($moment) }
review-late-reason = 🕰 Why it was logged later: { $reason }
review-week = 📊 Week of { DAY($monday, style: "short") }: { $approved } min approved, { $with_this } / { $needed } min with this one
review-left = { $left ->
    [one] { $left } more entry waits.
   *[other] { $left } more entries wait.
}

review-doubt-late = ⚠️ Logged { $days ->
    [one] { $days } day
   *[other] { $days } days
} after it happened.
review-doubt-taken = ⚠️ The file has another date: { DAY($day) }.
review-doubt-unreadable = ⚠️ One of the files could not be opened, so it was not checked automatically.
review-doubt-long-day = ⚠️ A lot is logged for this day: { $minutes } min.
review-doubt-short = ⚠️ The book review is short: { $length } characters of text, { $seconds } seconds of voice or video.
review-doubt-book = ⚠️ This book counts already.
review-doubt-employer = ⚠️ The employer has not confirmed yet.
review-doubt-sent-before-own = ⚠️ The participant sent this very file before, with an entry of { DAY($day) }.
review-doubt-sent-before-by = ⚠️ Another of your participants sent this very file before: { $name }, { DAY($day) }.
review-doubt-sent-before-other = ⚠️ Another participant sent this very file before.

review-button-approve = ✅ Approve
review-button-return = ↩️ Return
review-button-more = ⋯ More
review-button-reject = ❌ Reject
review-button-all = ✅ Approve all of this participant
review-button-all-yes = { $count ->
    [one] ✅ Yes, approve { $count } entry
   *[other] ✅ Yes, approve { $count } entries
}
review-button-earlier = 🕓 Earlier version
review-button-whole = 📄 Whole text
review-button-participant = 👤 Participant
review-button-progress = 📊 Progress
review-button-skip = ⏭ Look later
review-button-words = ✍️ In my own words

review-ask-return = <b>Why do you return it?</b> The participant sees the reason at once, mends the entry and sends it again.
review-ask-reject = <b>Why do you reject it?</b> The entry will not count. If it can be mended, return it instead.
review-ask-more = What shall we do with this entry?
review-ask-all = <b>{ $name }</b>, entries without warnings: { $count }. Approve them all at once?
review-ask-all-flagged = <b>{ $name }</b>, entries without warnings: { $count }. Approve them all at once? You look at those with warnings ({ $flagged }) one by one later.
review-all-none = <b>{ $name }</b>: no entries without warnings. Please look at them one by one.
review-all-done = ✅ <b>{ $name }</b>, entries approved: { $count }

review-reason-photo_other = The photo doesn't show what you did. Add a photo of the activity itself.
    .short = Photo doesn't show the activity
review-reason-photo_unclear = The photo is unclear. Add a clearer photo or a video.
    .short = Photo is unclear
review-reason-minutes = The time looks wrong. Check how many minutes it took and correct it.
    .short = Minutes look wrong
review-reason-direction = This looks like another direction. Change the direction.
    .short = Wrong direction
review-reason-date = The date looks wrong. Check which day it was and correct it.
    .short = Wrong date
review-reason-note_short = The description is too short. Write more about what you did and what you learnt.
    .short = Description is too short
review-reason-not_done = This was not done.
    .short = It was not done
review-reason-not_own = The photo, video or text is not yours.
    .short = Not their own work
review-reason-reused = This photo, video or text was sent before.
    .short = Sent before
review-reason-not_counted = This belongs to none of your directions.
    .short = Belongs to no direction

review-words-returned = ✍️ Why do you return the entry? Write in a sentence or two what to mend: the participant reads it at once.
review-words-rejected = ✍️ Why do you reject the entry? Write the reason in a sentence or two: the participant reads it at once.
review-reason-needed = Choose a reason or write one in your own words: the participant needs to know what to do.
review-words-long = Too long: { $length } characters. Shorten it to { $most } and send it again.
review-book-counted = This book counts already, and a book counts once. Return the entry and ask for another book.

review-already-approved = { $own ->
    [true] You have approved this entry already.
   *[false] This entry is approved already, by { $by }.
}
review-already-returned = { $own ->
    [true] You have returned this entry already.
   *[false] This entry is returned already, by { $by }.
}
review-already-rejected = { $own ->
    [true] You have rejected this entry already.
   *[false] This entry is rejected already, by { $by }.
}
review-already-withdrawn = The participant took this entry back.
review-gone = This entry is no longer yours to review: the participant may have left the programme or gone to another mentor.

review-outcome-approved = ✅ Approved: { $name }. { $summary }
review-outcome-returned = ↩️ Returned: { $name }. { $summary }
review-outcome-rejected = ❌ Rejected: { $name }. { $summary }
review-outcome-withdrawn = 🗑 Taken back by the participant: { $name }. { $summary }
review-outcome-submitted = ⏳ Left for later: { $name }. { $summary }
review-none = 👏 Nothing else waits for you.
review-nothing = 👏 Everything is reviewed. A new entry will show up here at once.
review-queue = 📥 Waiting for you: { $total } ({ $names })

review-earlier = <b>Version { $version }.</b> { $summary }
review-earlier-approved = ✅ Approved
review-earlier-returned = ↩️ Returned
review-earlier-rejected = ❌ Rejected
review-earlier-withdrawn = 🗑 Taken back by the participant

verdict-approved = ✅ Your mentor approved: { $summary }
verdict-approved-many = { $count ->
    [one] ✅ Your mentor approved { $count } entry!
   *[other] ✅ Your mentor approved { $count } entries!
}
verdict-returned = ↩️ Your mentor returned for mending: { $summary }
verdict-rejected = ❌ Your mentor did not accept: { $summary }
verdict-mend-hint = Mend it and send it again: your photo and words are kept.
verdict-week-kept-this = This week counts! 👏 { $minutes } / { $needed } min
verdict-week-kept-other = The week of { DAY($monday, style: "short") } counts! 👏 { $minutes } / { $needed } min
verdict-week-short-this = This week: { $minutes } / { $needed } min
verdict-week-short-other = Week of { DAY($monday, style: "short") }: { $minutes } / { $needed } min
verdict-week-excused-this = This week is excused, so it is not counted.
verdict-week-excused-other = The week of { DAY($monday, style: "short") } is excused, so it is not counted.
verdict-weeks = Weeks that count: { $done } / { $required }
verdict-books = Books read: { $done } / { $required }
verdict-days = Days done: { $done } / { $required }
verdict-button-mend = ✏️ Mend
verdict-button-show = 🔎 Show the entry
verdict-button-progress = 📊 My progress
