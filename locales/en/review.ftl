# The mentor’s review: an entry that came, approve, return, reject.
review-head = <b>{ $name }</b>
    { $summary }
review-version = ✏️ A corrected entry, version { $version }. Why you returned the previous one:
review-task = 🎯 Extra task: { $words }
review-final = ⭐ The direction’s final video
review-action = 📌 Action: { $action }
review-activity = 🧩 Activity: { $activity }
review-result = 🌱 Result: { $result }
review-partner = 🏛 Partner organisation: { $partner }
review-employer = 💼 Employer: { $employer }
review-employer-confirmed = 💼 Employer: { $employer }. ✅ Confirmed by { $name }
review-happened = 📅 Happened: { DAY($day, style: "short") }
review-taken = 📷 Taken: { MOMENT($moment) }
review-received = 📥 Received: { MOMENT($moment) }
review-late-reason = 🕰 Why it was logged later: { $reason }
review-week = 📊 Week of { DAY($monday, style: "short") }: { $approved } min approved, { $with_this } / { $needed } min with this one
review-left = { $left ->
    [one] { $left } more entry is waiting.
   *[other] { $left } more entries are waiting.
}

review-warning-late = ⚠️ Logged { $days ->
    [one] { $days } day
   *[other] { $days } days
} after it happened.
review-warning-taken = ⚠️ The file has another date: { DAY($day) }.
review-warning-unreadable = ⚠️ Not checked: { $reason ->
    [empty] a file is empty.
    [not_image] a file turned out not to be a picture.
    [too_large] a file is too big.
    [too_heavy] a file is too complex.
    [not_seen] a file is too complex.
    [not_fetched] a file could not be fetched from Telegram.
   *[unreadable] a file could not be opened.
}
review-warning-long-day = ⚠️ A lot is logged for this day: { $minutes } min.
review-warning-short = ⚠️ The book review is short: { $length } characters of text, { $seconds } sec of voice or video.
review-warning-book = ⚠️ This book already counts.
review-warning-employer = ⚠️ The employer has not confirmed yet.
review-warning-finding = ⚠️ Something like this was sent before. Matches: { $count }
review-warning-finding-reused = ⚠️ What was found to be reused in the earlier version has been sent again.

review-button-approve = ✅ Approve
review-button-return = ↩️ Return
review-button-more = ⋯ More
review-button-reject = ❌ Reject
review-button-all = ✅ Approve all their entries
review-button-all-yes = { $count ->
    [one] ✅ Yes, approve { $count } entry
   *[other] ✅ Yes, approve { $count } entries
}
review-button-earlier = 🕘 Earlier version
review-button-whole = 📄 Whole text
review-button-participant = 👤 Participant
review-button-progress = 📊 Progress
review-button-skip = ⏭ Look later
review-button-words = ✍️ In my own words

review-ask-return = <b>Why are you returning it?</b> The participant sees the reason at once, corrects the entry and sends it again.
review-ask-reject = <b>Why are you rejecting it?</b> The entry will not count. If it can be corrected, return it instead.
review-ask-more = What would you like to do with this entry?
review-ask-all = <b>{ $name }</b>, entries without warnings: { $count }. Approve them all at once?
review-ask-all-flagged = <b>{ $name }</b>, entries without warnings: { $count }. Approve them all at once? The ones with warnings ({ $flagged }) you can look at one by one later.
review-all-none = <b>{ $name }</b>: no entries without warnings. Please look at them one by one.
review-all-done = ✅ <b>{ $name }</b>, entries approved: { $count }

review-reason-photo_other = The photo doesn’t show what you did. Add a photo of the activity itself.
    .short = Photo doesn’t show the activity
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

review-words-returned = ✍️ Why are you returning the entry? Write in a sentence or two what to correct: the participant reads it at once.
review-words-rejected = ✍️ Why are you rejecting the entry? Write the reason in a sentence or two: the participant reads it at once.
review-reason-needed = Choose a reason or write one in your own words: the participant needs to know what to do.
review-words-long = Too long: { $length } characters. Shorten it to { $most } and send it again.
review-book-counted = This book already counts, and a book counts once. Return the entry and ask for another book.

review-already-approved = { $own ->
    [true] You have already approved this entry.
   *[false] This entry has already been approved by { $by }.
}
review-already-returned = { $own ->
    [true] You have already returned this entry.
   *[false] This entry has already been returned by { $by }.
}
review-already-rejected = { $own ->
    [true] You have already rejected this entry.
   *[false] This entry has already been rejected by { $by }.
}
review-already-withdrawn = The participant took this entry back.
review-gone = This entry is no longer yours to review: the participant may have left the programme or gone to another mentor.

review-outcome-approved = ✅ Approved: { $name }. { $summary }
review-outcome-returned = ↩️ Returned: { $name }. { $summary }
review-outcome-rejected = ❌ Rejected: { $name }. { $summary }
review-outcome-withdrawn = 🗑 Taken back by the participant: { $name }. { $summary }
review-outcome-submitted = ⏳ Left for later: { $name }. { $summary }
review-none = 👏 Nothing else is waiting for you.
review-nothing = 👏 Everything is reviewed. A new entry will show up here at once.
review-queue = 📥 Waiting for you: { $total } ({ $names })
notice-entries-submitted =
    📥 <b>More entries have come</b>
    Waiting for you: { $total } ({ $names })

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
verdict-returned = ↩️ Your mentor returned it to be corrected: { $summary }
verdict-rejected = ❌ Your mentor did not accept: { $summary }
verdict-reused-photo = 📷 { $number ->
    [0] The photo in your entry
   *[other] Photo No. { $number } of your entry
} was sent before. Photos get mixed up sometimes, so don’t worry. Tap “Correct”, add a photo of what you did this time and send the entry again. The rest is kept.
verdict-reused-video = 🎬 { $number ->
    [0] The video in your entry
   *[other] Video No. { $number } of your entry
} was sent before. Videos get mixed up sometimes, so don’t worry. Tap “Correct”, add a video of what you did this time and send the entry again. The rest is kept.
verdict-reused-voice = 🎙 { $number ->
    [0] The recording in your entry
   *[other] Recording No. { $number } of your entry
} was sent before. Messages get mixed up sometimes, so don’t worry. Tap “Correct”, tell in a new voice message what you did this time and send the entry again. The rest is kept.
verdict-reused-file = 📎 { $number ->
    [0] The file in your entry
   *[other] File No. { $number } of your entry
} was sent before. Files get mixed up sometimes, so don’t worry. Tap “Correct”, add a file about what you did this time and send the entry again. The rest is kept.
verdict-reused-words = 📝 Part of your text is the same as one sent before. That happens sometimes, so don’t worry. Tap “Correct”, write in your own words what you took from it and send the entry again. The rest is kept.
verdict-mend-hint = Correct it and send it again: your photo and text are kept.
verdict-week-kept-this = This week counts! 👏 { $minutes } / { $needed } min
verdict-week-kept-other = The week of { DAY($monday, style: "short") } counts! 👏 { $minutes } / { $needed } min
verdict-week-short-this = This week: { $minutes } / { $needed } min
verdict-week-short-other = Week of { DAY($monday, style: "short") }: { $minutes } / { $needed } min
verdict-week-excused-this = This week is excused, so it is not counted.
verdict-week-excused-other = The week of { DAY($monday, style: "short") } is excused, so it is not counted.
verdict-weeks = Weeks counted: { $done } / { $required }
verdict-books = Books read: { $done } / { $required }
verdict-days = Days done: { $done } / { $required }
verdict-button-mend = ✏️ Correct
verdict-button-show = 📖 Open the entry
verdict-button-progress = 📊 Progress
