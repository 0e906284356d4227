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
participant-signed-representative = ✍️ Agreement signed by the legal representative: { $name }, { DAY($day) }

button-participants = 👥 Participants
button-card = 👤 Participant
button-take-up = ✅ Accept
button-decline-application = I cannot accept it
button-activate = 🚀 Open the journal
button-their-progress = 📊 Progress
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
