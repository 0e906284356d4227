# The mentor: the list of participants, a participant’s card, the answer to an application.
participants-title = { $total ->
    [0] 👥 You have no participants yet. We will tell you as soon as an application comes.
   *[other] { $new ->
        [0] 👥 Your participants: <b>{ $total }</b>. Whose card shall I open?
       *[other] 👥 Your participants: <b>{ $total }</b>. New applications: <b>{ $new }</b>. Whose card shall I open?
    }
}
participants-row = { $level } { $percent }% · { $name } · { $state }
participants-row-waiting = 📥 { $waiting } · { $level } { $percent }% · { $name } · { $state }
participants-row-new = 🆕 { DAY($day, style: "short") } · { $level } { $name }
participants-row-absence = 📅 { $level } { $name } · asks to be away
participants-load =
    🟢 Active: { $load_active } · 🗓 Plan being made: { $load_planning } · ⏸ Paused: { $load_paused } · 🏅 Level complete: { $load_complete }
    📥 Entries waiting for you: <b>{ $waiting }</b>
participants-state-submitted = new application
participants-state-planning = making the plan
participants-state-active = active
participants-state-paused = paused
participants-state-complete = level complete

participant-who =
    <b>{ $name }</b>, { $age ->
        [one] { $age } year old
       *[other] { $age } years old
    }
    Level: { $level }
participant-where =
    📍 { $place }
    🎓 { $study }
participant-phone = 📞 { $phone }
participant-state-submitted = 🆕 New application. Answer by { DAY($day) }
participant-state-active = 🟢 Active, personal rating { $percent }%
participant-state-paused = ⏸ Paused, personal rating { $percent }%
participant-state-complete = 🏅 Level complete
participant-state-refused = Application not accepted
participant-state-withdrawn = Has left the programme
participant-state-draft = Application being filled in
participant-state-awaiting_representative = Waiting for the legal representative to sign
participant-plan-draft = 🗓 The plan is being made
participant-plan-proposed = 📨 Plan proposed, waiting for the participant
participant-plan-agreed = ✅ Plan agreed. The journal can be opened.
participant-direction = { $direction }: { $percent }% · { $done }
participant-direction-asked = { $direction }: { $asked }
asked-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
asked-books = { $count ->
    [one] { $count } book
   *[other] { $count } books
}
asked-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
participant-signed-participant = ✍️ Agreement signed by the participant: { $name }, { DAY($day) }
participant-signed-representative = ✍️ Agreement signed by the legal representative: { $name }, { $phone }, { DAY($day) }

button-participants = 👥 Participants
button-card = 👤 Participant
button-take-up = ✅ Accept
button-decline-application = I cannot accept it
button-activate = 🚀 Open the journal
button-their-progress = 📊 Progress
button-read-journal = 📖 Journal
button-found-before = 🔁 Sent before
button-entries-waiting = 📥 Waiting for review: { $count }
button-marks = 🏅 Marks
button-task = ➕ Extra task

decline-ask = <b>{ $name }</b>. Why can you not accept this application? We will tell the participant kindly. If you have no time or room, hand it back to the centre: they will find another mentor.
button-decline-incomplete = Details are incomplete
button-decline-photo = Photo is unclear
button-decline-centre = Another centre is nearer
button-decline-words = ✍️ In my own words
button-hand-back = ↩️ Hand back to the centre
decline-incomplete = Some of the details are incomplete or look mistaken. Check them, correct them and send the application again.
decline-photo = It is hard to recognise you in the photo. Add one that shows your face clearly and send the application again.
decline-centre = A centre near your home or school will suit you better. Send the application there.
decline-words = Write the reason: the participant reads these very words. It helps to name the next step too. { $most } characters at most.
application-declined = The participant has been told why, and can apply again.
application-handed-back = The application is handed back: the centre will choose another mentor.
refused-enrolment-moved = Things have changed in the meantime. Have a look at how they stand now.
refused-decline-reason = Write the reason in a sentence or two, { $most } characters at most.

notice-application-accepted = 🎉 Your application is accepted! Your mentor: <b>{ $mentor }</b>. They will now prepare your plan and send it here. All that is left for you is to look and confirm.
notice-application-refused =
    Your application was not accepted this time.
    { $reason }

    You can apply again: your answers about yourself are kept, everything is in the menu.
notice-participant-paused = ⏸ <b>{ $name }</b> has paused. Weeks of a pause do not count as missed, and no reminders are sent.
notice-participant-resumed = ▶️ <b>{ $name }</b> is back from the pause, the journal is open again.
notice-participant-withdrew = ℹ️ <b>{ $name }</b> has left the programme. There is nothing you need to do.


# Extra tasks set by the mentor.
tasks-head = 🎯 Extra tasks: <b>{ $name }</b>
tasks-none = No tasks yet.
tasks-open = ⏳ { $direction }, due { DAY($due) }
tasks-waiting = 📥 { $direction }, due { DAY($due) }. The answer has come and is waiting for your review
tasks-done = ✅ { $direction }, due { DAY($due) }. Done
tasks-button-new = ➕ New task
tasks-button-drop = 🗑 Drop task { $number }
tasks-button-drop-yes = 🗑 Yes, drop it
tasks-button-participant = 👤 Participant
tasks-button-answer = ✏️ Done, I’ll answer
tasks-button-set = ✅ Send to the participant
tasks-ask-drop = Drop this task? The participant is told.
tasks-ask-direction = 🎯 <b>{ $name }</b>: in which direction is the task?
tasks-ask-words = ✍️ What is to be done? Write a sentence or two. For example: “Play the kui ‘Aqqu’ on the dombra and send a video.”
tasks-ask-due = 📅 By which day? Choose it in the calendar or write it: 20.03.2026
tasks-ask-sure =
    🎯 <b>{ $name }</b>
    { $direction }
    { $words }
    📅 Due { DAY($due) }
tasks-saved = ✅ The task is sent to the participant. Due { DAY($due) }. The answer comes as an ordinary entry.
tasks-not-active = Tasks can be given only while the participant is active.
tasks-many = There are already many open tasks: { $most }. Drop one, or wait until one is done.
tasks-all = A level has { $most } tasks at most, and all of them were given. Agree on a new one in the plan.
tasks-words-empty = Write the task in a sentence or two.
tasks-words-long = Too long: { $length } characters. Shorten it to { $most } and send it again.
tasks-due-wrong = Choose a day from today ({ DAY($today) }) to a year ahead, or write it in full: 20.03.2026
tasks-too-late = This task has already been answered or dropped.

tasks-told-set = 🎯 Your mentor set an extra task. { $direction }, due { DAY($due) }
tasks-told-hint = When it is done, tap the button below: you answer it like an ordinary entry.
tasks-told-dropped = ℹ️ Your mentor dropped this task, so you need not do it. { $direction }, due { DAY($due) }


# The mentor’s marks: a norm, a direction and a level complete.
marks-head = 🏅 <b>{ $name }</b>, level: { $level }
marks-direction = { $name }: { $done }{ $norm ->
    [yes] . Norm ✅
   *[no] { "" }
}
marks-direction-missing = { $name }: { $done }{ $norm ->
    [yes] . Norm ✅
   *[no] { "" }
}. Still missing: { $missing }
marks-hint = Mark a direction once everything in it is done. When all are marked, the level is complete.
marks-complete = 🎉 The level is complete.
marks-button-norm = 🏅 Norm met: { $name }
marks-button-unnorm = ↩️ Take back the norm: { $name }
marks-button-done = ✅ { $name }: complete
marks-button-undone = ↩️ { $name }: take back
marks-button-last = 🎉 Yes, the level is complete
marks-button-participant = 👤 Participant
marks-button-progress = 📊 Progress
marks-ask-last = This is the last direction. With this mark the level is complete: <b>{ $name }</b>, { $level }. It cannot be changed afterwards. Are you sure?
marks-already = This mark is there already.
marks-none = This mark has been taken back already.
marks-not-yet = Not everything in this direction is done yet. The list shows what is missing.
marks-norm-bound = This direction is marked complete. Take that mark back first.
marks-not-active = Marks can be given only while the participant is active.
marks-level-complete = The level is complete, so marks no longer change.

marks-told-norm = 🏅 Congratulations! Your mentor confirmed that you met the norm. Direction: { $direction }
marks-told-direction = 🎉 Congratulations! Direction complete: { $direction }. Directions complete: { $complete } / { $total }
marks-told-level = 🎉🏆 Congratulations, { $name }! You have completed every direction of this level: { $level }. We admire your work! News of the award will come here.
marks-told-level-staff = 🎉 Level complete: <b>{ $name }</b>, { $level }.

participant-born-before = ⚠️ Gave another birth date before: { DAY($day) }
participant-spoken = ☎️ Spoke to the representative: { DAY($day) }
participant-residence = 🏠 Lives: { $words }
participant-health = 🩺 Health: { $words }
button-first-contact = ☎️ Make first contact
button-mend-birth-date = ✏️ Correct the birth date
contact-spoken =
    ☎️ <b>First contact</b>

    { $name } is under 18. Before you open the journal, speak to the legal representative: whether it is really them, whether they know the agreement, whether they have questions.

    Legal representative: <b>{ $representative }</b>
    Phone: { $phone }
contact-button-spoken = ✅ Yes, I spoke to them
contact-residence =
    🏠 <b>Where does the participant live?</b>

    { $name }. Make sure where, and with whom. If the right answer is on the button already, tap it.
contact-health =
    🩺 <b>Is there anything about their health?</b>

    If something has to be kept in mind in training or on a trip, put it in a few words. Only you and the expert will see it.
contact-button-nothing = 👌 Nothing to mind
mistake-first-contact = ⚠️ Please use words, { $shortest } to { $longest } characters.
refused-not-spoken = First speak to the legal representative and confirm it: “Make first contact”.

apart-study = { $name } · { $value }
apart-place = { $name } · { $value }
apart-age = { $name } · aged { $value }
