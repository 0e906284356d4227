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
tasks-words-empty = Write the task in a sentence or two.
tasks-words-long = Too long: { $length } characters. Shorten it to { $most } and send it again.
tasks-due-wrong = Choose a day from today ({ DAY($today) }) to a year ahead, or write it in full: 20.03.2026
tasks-too-late = This task has already been answered or dropped.

tasks-told-set = 🎯 Your mentor set an extra task. { $direction }, due { DAY($due) }
tasks-told-hint = When it is done, tap the button below: you answer it like an ordinary entry.
tasks-told-dropped = ℹ️ Your mentor dropped this task, so you need not do it. { $direction }, due { DAY($due) }
