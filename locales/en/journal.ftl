# Logging in the journal: send, then confirm with one tap.

# The card of an entry. $summary is direction, how much, when.
journal-card = <b>{ $summary }</b>
journal-card-ready = <b>{ $summary }?</b>
journal-when = { $ago ->
    [0] today
    [1] yesterday
   *[other] { DAY($day, style: "short") }
}
journal-card-version = ✏️ Corrected version: { $version }
journal-card-action = 📌 Action: { $action }
journal-card-result = 🌱 Result: { $result }
journal-card-partner = 🏛 Partner organisation: { $partner }
journal-card-employer = 💼 Employer: { $employer }
journal-card-late = 🕰 Why it is logged late: { $reason }
journal-card-files = 📎 { $files ->
    [one] { $files } file attached
   *[other] { $files } files attached
}
journal-card-big = ⚠️ The big file (over 20 MB) is kept and your mentor will see it, but it skips the automatic check.
journal-card-final = ⭐ Final video of the direction
journal-card-lacks = To send it to your mentor, add:
journal-card-add-words = 💬 If you like, add a line: what you did and how it is going.

journal-lack-direction = • the direction
journal-lack-minutes = • how long (1–600 minutes)
journal-lack-book = • which book
journal-lack-day = • which day
journal-lack-late-reason = • why it is logged late
journal-lack-partner = • the partner organisation
journal-lack-action = • the name of the action
journal-lack-result = • the result
journal-lack-employer = • the employer
journal-lack-report = • a short report of what you did
journal-lack-line = • a line about what you did
journal-lack-evidence = • at least one photo or video
journal-lack-essay = • a short essay (at least { $least } characters), or a video or voice review
journal-lack-video = • a short video that shows the result

journal-ask-dir = Which direction?
journal-ask-min = How long? Tap, or write: 1 hour 20 min
journal-ask-days = How many days?
journal-ask-day = Which day was it?
journal-ask-day-ahead = That day has not come yet, and the journal is for what has been done. Which day was it?
journal-ask-day-start = Your journal opened on { DAY($start) }: choose a day since then, not after today.
journal-ask-drop = Delete this entry and all that was sent for it?

journal-button-ok = ✅ Yes
journal-button-direction = Direction
journal-button-minutes = Time
journal-button-days = How many days
journal-button-book = Book
journal-button-day = Day
journal-button-words = ✍️ Text
journal-button-more = 📎 Add a file
journal-button-fill = ✍️ Complete it
journal-button-other = Other
journal-button-earlier = 📅 Earlier
journal-button-final = ⭐ Final video
journal-button-not-final = Not the final video
journal-button-drop = 🗑 Not an entry
journal-button-drop-yes = 🗑 Yes, delete
journal-button-withdraw = ↩️ Take back
journal-button-again = ➕ Add another
journal-button-progress = 📊 Progress
journal-button-employer = 💼 Link for the employer
journal-button-resume = ▶️ Resume

journal-saved-this-week = ✅ Saved. This week: { $minutes } / { $needed } min.
journal-saved-other-week = ✅ Saved. Week of { DAY($monday, style: "short") }: { $minutes } / { $needed } min.
journal-saved-book = ✅ Saved. The book counts once your mentor approves it.
journal-saved-days = ✅ Saved: { $days ->
    [one] { $days } day
   *[other] { $days } days
}. It counts once your mentor approves it.
journal-dropped = 🗑 Deleted. For a new entry just send a photo, video, voice message or text.
journal-gone = This entry is gone. For a new one just send a photo, video, voice message or text.
journal-piece-added = 📎 Added to the entry you sent; your mentor will see it all together.
journal-piece-late = The entry that this file belongs to is already decided. To add it, open the entry in the menu (“📖 Journal”), tap “Correct” and send the file there.
journal-resumed = ▶️ Welcome back! Your journal is open again: send a photo, video, voice message or text.
journal-send-again = Your journal is open now. Please send the album again.

# Why nothing can be logged, and what to do.
journal-closed-none = The journal is for participants of the programme. To apply, tap /start: it takes about five minutes.
journal-closed-staff = I cannot log this: the journal is for participants. Your sections are in the menu: /menu
journal-closed-draft = The journal is still closed: your application is not finished. Complete and send it through /menu; you can send this again afterwards.
journal-closed-awaiting-representative = The journal is still closed: your legal representative has to agree. Send them the link, it is in /menu. Then you and your mentor make a plan.
journal-closed-submitted = The journal is still closed: your application is being looked at. When a mentor accepts it, you make a plan together and the journal opens.
journal-closed-plan-draft = The journal is still closed: your mentor is preparing your plan. When it comes, confirm it, and your mentor opens the journal.
journal-closed-plan-proposed = The journal is still closed: your mentor has sent the plan, now you confirm it: /plan
journal-closed-plan-agreed = The journal is still closed: the plan is agreed, now your mentor has to activate you. We will tell you at once.
journal-closed-paused = Your participation is paused, so this was not saved. To resume, tap the button below and send it again.
journal-closed-complete = Congratulations, this level is complete! The journal is closed. You can apply for the next level through /menu.
journal-closed-refused = Your application was not accepted, so the journal is closed. You can apply again through /menu.
journal-closed-withdrawn = You have left the programme, so the journal is closed. If you would like to come back: /menu.

# What stands in the way of sending.
journal-needs-direction = Choose the direction first.
journal-needs-minutes = Say how long it took: 1 to 600 minutes.
journal-needs-book = Choose the book from the list.
journal-needs-day = Choose the day.
journal-needs-late-reason = Say why it is logged late.
journal-needs-partner = Choose the partner organisation.
journal-needs-action = Write the name of the action.
journal-needs-result = Write the result.
journal-needs-employer = Write who the employer is.
journal-needs-report = Write briefly what you did.
journal-needs-line = Write a line about what you did.
journal-needs-evidence = Add at least one photo or video.
journal-needs-essay = Write an essay about the book, or send a video or voice review.
journal-needs-video = Add a short video that shows the result.
journal-minutes-range = One entry holds 1 to { $most } minutes. For example: 45, or 1 hour 20 min.
journal-days-range = One entry holds 1 to { $most } days.
journal-day-ahead = A day in the future cannot be logged. Today is { DAY($today) }: choose it or an earlier day.
journal-day-before-start = Your journal opened on { DAY($start) }; days before that do not count. Choose that day or a later one.
journal-day-full = A day has only 24 hours: { $taken } min are logged for it already, { $left } min still fit. Change the time or the day.
journal-book-unknown = This book is not on the list, or does not suit this direction. Choose another one.
journal-book-taken = You have already sent an entry about this book. Choose another one.
journal-words-empty = Some text is needed here. Please write a few words.
journal-words-long = That is a bit long: { $length } characters, and up to { $most } fit. Please send a shorter one.

# Windows.
filling-minutes = How long did it take? Write: 40, 1 hour 20 min, 1:20
filling-minutes-unclear = I did not understand how long. Try: 40, 1 hour 20 min, 1:20
filling-day = Which day was it? Choose it in the calendar, or write: 5 March, 05.03
filling-day-unclear = I did not understand which day. Try: 5 March, 05.03, yesterday
filling-reason = That was over a week ago. Why are you logging it only now? Choose, or use your own words.
filling-reason-internet = No internet
filling-reason-ill = I was ill
filling-reason-away = I was travelling
filling-reason-phone = No phone
filling-reason-forgot = I forgot
filling-section = Which book? Choose a section, or write the title.
filling-book = Choose the book, or write its title.
filling-book-label = { $title } – { $author }
filling-book-unclear = I did not find such a book on the list. Write the title again, or choose from the list.
filling-partner = { $any ->
    [0] Your region has no partner organisation for this direction yet. Tell your mentor, who will pass it on to the operator.
   *[other] Which partner organisation was it with?
}
filling-action = What was the action called? Write it, for example: Spring clean-up
filling-result = What came of it? Write it, for example: 12 bags of litter collected
filling-employer = Where did you work? Write who the employer is.
filling-same-employer = { $employer }
filling-words = { $kind ->
    [essay] Write what you think of the book: what you liked, what made you think. At least { $least } characters, now { $written }. Or go back and add a video or voice review.
    [report] Write briefly what you did and what you learnt.
   *[other] What did you do, how is it going? A line or two is enough. It replaces the earlier text.
}
filling-more = Send a photo, video, voice message or file for this entry.


# Own entries.
entries-add =
    ➕ <b>New entry</b>

    The easiest way: just send a photo, video, voice message or text. Add a few words about what you did, for example: <i>running 40 min</i>.

    Or begin with a direction:
entries-title = 📖 <b>Journal</b> · { $total ->
    [0] nothing yet
    [one] { $total } entry
   *[other] { $total } entries
}
entries-no-direction = No direction chosen
entries-filter-all = All
entries-filter-draft = 📝
entries-filter-waiting = ⏳
entries-filter-approved = ✅
entries-filter-returned = ↩️ ❌
entries-state-draft = 📝 Not sent yet
entries-state-submitted = ⏳ With your mentor
entries-state-approved = ✅ Approved by your mentor
entries-state-returned = ↩️ Returned by your mentor to be corrected
entries-state-rejected = ❌ Not accepted by your mentor
entries-state-withdrawn = 🗑 You took it back
entries-happened = 📅 Happened: { DAY($day) }
entries-taken = 📷 Taken: { MOMENT($moment) }
entries-received = 📥 Reached us: { MOMENT($moment) }
entries-mentor-words = 💬 Your mentor’s words:
entries-employer-confirmed = ✅ Confirmed by the employer: { $name }
entries-version = Version { $version }: { $line }
entries-versions = 🕘 All versions of this entry. The earlier ones are kept too.
entries-button-show = 📖 Open the entry
entries-button-list = 📖 Journal
entries-button-continue = ▶️ Continue
entries-button-mend = ✏️ Correct and send again
entries-button-correct = ✏️ Correct
entries-button-media = 📎 Files ({ $files })
entries-button-versions = 🕘 Versions ({ $versions })


# The employer’s confirmation.
employer-forward = 👇 Forward the message below to your employer. The link opens once and is good for 7 days.
employer-letter = Hello! Could you please confirm that I worked for you: { $employer }? No registration needed, it takes a minute: { $link }
employer-work =
    👋 Hello! <b>{ $name }</b>, who takes part in a youth programme, wrote in the journal about working for you. Do you confirm it?

    💼 { $employer }
    📅 { DAY($day) }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
    { $report }
employer-name = Thank you! Write your name: it will be shown in the confirmation.
employer-name-wrong = Write your full name (2–120 characters), for example: Serik Akhmetov
employer-decline = Was there no such work, or are the details wrong? We will pass on that you do not confirm it.
employer-thanks = 🙏 Thank you! Your answer has been passed on; nothing else is needed.
employer-button-confirm = ✅ I confirm
employer-button-decline = I do not confirm
employer-button-decline-yes = Yes, I do not confirm it
employer-self = This link is for your employer. You cannot open it yourself: forward it to them.
employer-confirmed = ✅ The employer confirmed: { $employer }, { DAY($day, style: "short") } ({ $name }).
employer-declined = The employer did not confirm the entry: { $employer }, { DAY($day, style: "short") }. Talk to them and, if needed, take the entry back and correct it.


# A file that did not open: what happened and what to do.
files-unreadable = 📎 The file you sent with your entry of { DAY($day) } could not be opened: it may have been damaged on its way. { $state ->
    [draft] Please send it once more from your gallery, as a photo.
   *[other] Your mentor sees the entry all the same. To add the picture, open the entry, take it back and send the picture as a photo.
}
files-not-image = 📎 The file you sent with your entry of { DAY($day) } turned out not to be a picture. { $state ->
    [draft] Please choose the picture in your gallery and send it as a photo.
   *[other] Your mentor sees the entry all the same. To add the picture, open the entry, take it back and send the picture as a photo.
}
files-too-large = 📎 The picture you sent with your entry of { DAY($day) } is too big: it is kept, but skips the automatic check. { $state ->
    [draft] Send it as a photo, not as a file: Telegram makes it smaller by itself.
   *[other] Your mentor sees the entry all the same. Next time send it as a photo, not as a file: Telegram makes it smaller by itself.
}
files-button-more = 📎 Send it again
files-button-show = 📖 Open the entry

journal-files-full = One entry holds { $most } files at most, so this one was not added. Send the rest as a new entry.
journal-words-full = One entry holds { $most } characters at most, so this text was not added. Send the rest as a new entry.
journal-alone-full = One entry holds { $most } voice messages, round videos and animations at most, so this file was not added. Send it as an ordinary video or as a new entry.
journal-versions-full = This entry was sent { $most } times and cannot be corrected any more. Send what you did as a new entry.
journal-waiting-full = { $most } of your entries wait for your mentor, so this one was not sent, but kept. Send it when the mentor has looked at some of them.
journal-drafts-full = You have { $most } entries that are not sent yet, so this message was not kept. Send those that are ready, or remove some, and then send it once more.

# A journal as staff read it.
journal-of = 📖 <b>{ $name }</b>, journal: { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
journal-of-whom = 👤 { $name }
journal-button-of = 📖 Journal
