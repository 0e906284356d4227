# The mentor's closing note: four short screens, tapped, typed or spoken.
menu-button-notes = 📝 Closing notes: { $count }
menu-button-recommendations = { $count ->
    [0] 🎖 Recommend for the award
   *[other] 🎖 Recommend for award: { $count }
}
menu-button-notes-read = 📚 Notes, recommendations
menu-button-household = 🏠 My household
menu-button-way = 🎖 The way to the badge
menu-button-levels = 🗂 My levels
note-head =
    📝 <b>Closing note</b> · { $number }/{ $total }
    <b>{ $name }</b>, { $level }
note-left = 👥 Waiting besides: { $left }.
note-question = ❓ <b>The centre’s head asks:</b>
note-fact-direction = { $direction }: { $done }
note-fact-hours = ⏱ In all: { $hours } h { $minutes } min, approved entries: { $entries }
note-fact-honesty = ✏️ Entries mended: { $mended }, 🔁 pieces reused: { $reused }, ⚖️ disputes: { $disputes }
note-ask-strengths =
    💪 <b>What are their strengths?</b>
    Tap, write, or send a voice message. At most { $most } characters.
note-ask-growth =
    🌱 <b>How have they grown on the way?</b>
    Tap, write, or send a voice message. At most { $most } characters.
note-ask-direction =
    <b>{ $direction }</b> ({ $place }/{ $count })
    One sentence on this direction: tap, write or say it.
note-ask-verdict = 🎖 <b>Do you recommend them for the award?</b> Once sent, the note does not change.
note-ask-fill = ✍️ Fill in every part of the note: then you can give your recommendation.
note-ask-reason =
    ⏳ <b>Why not yet?</b>
    Tap, write, or send a voice message. At most { $most } characters.
note-said-so-far = So far it says:
note-spoken = 🎤 Voice message
note-part-strengths = 💪 Strengths
note-part-growth = 🌱 How they have grown
note-part-reason = ⏳ Why not yet
note-part-title = <b>{ $title }</b>
note-usual-strengths-1 = Persistent, finishes things
note-usual-strengths-2 = Responsible, always on time
note-usual-strengths-3 = Curious and independent
note-usual-strengths-4 = Open, good in a team
note-usual-strengths-5 = Helps those around
note-usual-growth-1 = More self-confident
note-usual-growth-2 = Plans their time well
note-usual-growth-3 = Speaks freely to people
note-usual-growth-4 = Fitter and healthier
note-usual-growth-5 = Makes their own decisions
note-usual-direction-1 = Done fully and honestly
note-usual-direction-2 = A very good result
note-usual-direction-3 = Kept at it all along
note-usual-direction-4 = It was hard; they kept on
note-usual-direction-5 = Loves it and goes on
note-usual-reason-1 = Should be more independent
note-usual-reason-2 = Too little evidence
note-usual-reason-3 = Needs more experience
note-button-keep = ▶️ Leave it so
note-button-later = ⏭ Next participant
note-button-yes = ✅ I recommend them
note-button-not-yet = ⏳ Not yet
note-button-fill = ✍️ Fill in
note-button-write = 📝 Write the note
note-button-of = 📝 { $name }
note-sent = The note is sent. Waiting: { $left }
note-all-done = ✅ <b>All closing notes are written.</b> Thank you! Next, the centre says whom it recommends.
note-told-asked-back = ❓ <b>{ $name }</b>, { $level }: the centre’s head has a question about your closing note.
note-told-written = 📝 <b>The mentor has written the closing note.</b> Read it and say whether you recommend them.
refused-note-unfinished = The note is not finished: write or say a sentence in every part.
refused-note-empty = Write a few words or send a voice message.
refused-note-long = Too long: { $length } characters. Shorten it to { $most }.

# The centre head's recommendation.
dossier-head =
    🎖 <b>{ $name }</b>, { $level }
    Dossier No. { $number }
dossier-note-of = 📝 <b>Closing note</b> by { $name }
dossier-mentor-yes = ✅ The mentor recommends them for the award.
dossier-mentor-not-yet = ⏳ The mentor does not recommend them yet.
dossier-missing = ⚠️ <b>Missing, before they can be recommended:</b>
dossier-missing-mark = • { $direction }: the mark that it is complete
dossier-missing-norm = • { $direction }: the mark of the norm
dossier-missing-agreement = • the agreement signed by the participant
dossier-missing-representative = • the legal representative’s signature
dossier-button-yes = ✅ Recommend
dossier-button-ask = ❓ Ask the mentor
dossier-button-no = 🚫 Do not recommend
dossier-button-whole = 🎧 Listen, read it whole
dossier-button-show = 🎖 Open the dossier
dossier-button-of = 🎖 { $name }
dossier-button-list = 📋 The list
dossier-which-ask = ❓ <b>{ $name }</b>: what do you ask the mentor? The note goes back with your question.
dossier-which-refuse = 🚫 <b>{ $name }</b>: why not? The participant reads the reason and can dispute it.
dossier-why-ask-examples = Please give examples
dossier-why-ask-growth = Say more about the growth
dossier-why-ask-reused = Why was material reused?
dossier-why-no-part = Took too little part
dossier-why-no-honesty = The entries are not true
dossier-why-no-alone = Results are not enough yet
dossier-why-words = ✍️ In my own words
dossier-words-ask = ❓ Write your question to the mentor in one message. At most { $most } characters.
dossier-words-refuse = 🚫 Write the reason in one message: the participant reads these words. At most { $most } characters.
dossier-done-yes = { $left ->
    [0] ✅ <b>Recommended.</b> Nobody else is waiting 👏
   *[other] ✅ <b>Recommended.</b> Waiting still: { $left }
}
dossier-done-ask = { $left ->
    [0] ❓ <b>Your question is with the mentor.</b> Nobody else is waiting.
   *[other] ❓ <b>Your question is with the mentor.</b> Waiting still: { $left }
}
dossier-done-no = { $left ->
    [0] 🚫 <b>Not recommended; the participant is told why.</b> Nobody else is waiting.
   *[other] 🚫 <b>Not recommended; the participant is told why.</b> Waiting still: { $left }
}
dossier-state-complete = waits for the mentor’s note
dossier-state-returned = the mentor was asked
dossier-state-noted = waits to be recommended
dossier-state-not-recommended = not recommended
dossier-state-recommended = recommended
dossier-state-candidate = before the commission
dossier-state-interviewed = interviewed
dossier-state-awarded = awarded 🏅
dossier-state-declined = not awarded
dossier-state-deferred = put off to the next season
dossier-state-appealed = the appeal is being looked at
dossier-state-invited = invited to the ceremony
dossier-state-handed-over = has the badge 🏅
dossier-state-revoked = certificate withdrawn ⛔
dossier-state-at-centre = badge handed over at the centre 🏅
dossiers-waiting = { $count ->
    [0] 🎖 <b>Nobody waits for your recommendation</b> 👏
   *[other] 🎖 <b>Waiting for your recommendation: { $count }</b>
}
dossiers-read = { $count ->
    [0] 📚 <b>No closing notes yet</b>
   *[other] 📚 <b>Closing notes: { $count }</b>
}
dossiers-line = { $mentor ->
    [yes] ✅
   *[not-yet] ⏳
} <b>{ $name }</b>, { $level }
dossiers-name = • { $name }
dossiers-button-several = ☑️ Recommend several
dossiers-button-all = ☑️ Tick all
dossiers-button-go-on = ▶️ Go on
dossiers-button-sure = ✅ Yes, I recommend them
dossiers-choose = ☑️ <b>Whom do you recommend?</b> These are recommended by their mentors, and nothing is missing.
dossiers-sure =
    🎖 <b>Recommend these for the award?</b> In all: { $count }

    { $names }
dossiers-recommended = ✅ <b>Recommended: { $count }</b>{ $left ->
    [0] { "" }
   *[other] { "" } Left out, as things have changed meanwhile: { $left }.
}
dossiers-due = 🎖 <b>On the way to the badge somebody’s turn is due</b>
dossiers-due-note = { $name }: the closing note ({ $who })
dossiers-due-noted = { $name }: the recommendation ({ $who })
dossiers-due-commission = { $name }: the commission’s decision
dossiers-due-nobody = there is nobody: somebody has to be appointed
refused-dossier-missing = They cannot be recommended yet: the dossier says what is missing.

# The way from the level to the badge.
way-title = 🎖 <b>The way to the badge</b>: { $name }, { $level }
way-title-own = 🎖 <b>The way to the badge</b>: { $level }
way-none = 🎖 This way begins when your level is complete.
way-step-note = The mentor’s closing note
way-step-recommendation = The centre’s recommendation
way-step-commission = Commission, interview
way-step-decision = Decision
way-step-invitation = Invitation to the ceremony
way-step-handing-over = The badge is handed over
way-step-done = ✅ { $step } – { DAY($day, style: "short") }
way-step-now = 👉 <b>{ $step }</b>
way-step-ahead = ▫️ { $step }
way-who = 🤝 Whose turn it is: { $names }
way-since = 📅 Since: { DAY($day) }
way-until = ⏳ Last day: { DAY($day) }
way-reason = 💬 Why:
way-next-declined = 🔁 This decision does not change any more. If you like, you can begin this level anew.
way-next-deferred = 🔜 You need do nothing: next season your dossier comes first.
way-now-complete = <b>{ $number } of { $total }:</b> the mentor writes the closing note
way-now-returned = <b>{ $number } of { $total }:</b> the mentor is adding to the note
way-now-noted = <b>{ $number } of { $total }:</b> the centre decides on a recommendation
way-now-not-recommended = <b>{ $number } of { $total }:</b> the centre has not recommended the award yet
way-now-recommended = <b>{ $number } of { $total }:</b> { $reader ->
    [own] the operator puts your dossier to the commission
   *[staff] the operator puts the dossier to the commission
}
way-now-candidate = <b>{ $number } of { $total }:</b> { $reader ->
    [own] the commission looks at your dossier
   *[staff] the commission looks at the dossier
}
way-now-interviewed = <b>{ $number } of { $total }:</b> the interview is over, the commission decides
way-now-declined = <b>{ $number } of { $total }:</b> the commission decided not to award
way-now-deferred = <b>{ $number } of { $total }:</b> the decision is put off to the next season
way-now-appealed = <b>{ $number } of { $total }:</b> other members look at the appeal
way-now-awarded = <b>{ $number } of { $total }:</b> { $reader ->
    [own] the award is yours, the invitation will come 🏅
   *[staff] awarded, to be invited to the ceremony 🏅
}
way-now-invited = <b>{ $number } of { $total }:</b> the badge is handed over at the ceremony 🏅
way-now-handed-over = <b>All steps are done:</b> the badge is handed over 🏅
way-now-revoked = <b>⛔ Certificate withdrawn:</b> { $reader ->
    [own] the badge and the certificate of this level hold no more
   *[staff] the participant does not hold the badge of this level any more
}
way-now-at-centre = <b>{ $number } of { $total }:</b> the badge will be handed over at the centre 🏅
way-told-recommended = 🎉 <b>Your centre has recommended you for the award.</b> Now the commission looks at your dossier.
way-told-not-recommended = 🙏 <b>Your centre has not recommended you for the award yet.</b> Read why below. If you disagree, tap the button: somebody else will look at it.
way-button-participant = 👤 The participant
way-button-note = 📝 The mentor’s note
button-way = 🎖 The way to the badge
levels-title = 🗂 <b>My levels</b>
levels-line = { $level }: { $state ->
    [complete] complete since { DAY($ended, style: "short") }
    [active] under way since { DAY($began, style: "short") }
    [paused] paused, begun { DAY($began, style: "short") }
    [withdrawn] you left, begun { DAY($began, style: "short") }
   *[other] applied, begun { DAY($began, style: "short") }
}
levels-button-journal = 📖 Journal
levels-button-progress = 📊 Progress
next-level-sent = Your application for the next level is sent!
refused-next-level = No next level opens at once now. You can apply from the menu.

# Whom a member of staff lives with: others decide on them.
household-title =
    🏠 <b>My household</b>
    If a participant lives with you, somebody else writes the note, recommends and decides. Only you see this list.

    { $lines }
household-none = Nobody so far.
household-line = • { $name }, { DAY($day) }
household-button-new = ➕ Add
household-button-drop = 🗑 { $name }
household-ask-name = 🏠 What is the name of who lives with you? For example: Serik Aruzhan
household-ask-born = 📅 <b>{ $name }</b>: when were they born? For example: 05.03.2010
refused-household-name = Write the surname and the first name. For example: Serik Aruzhan
refused-household-date = There is no such birth date. For example: 05.03.2010
refused-household-many = There are { $most } people on the list: drop somebody first.

# A few words on the card.
characterisation-title = 💬 <b>In the mentor’s words:</b>
button-characterise = 💬 Characterise
characterise-ask =
    💬 <b>{ $name }</b>: write a few words. The participant always sees them. At most { $most } characters.

    Now: { $words }
refused-characterisation-empty = Write a few words.
refused-characterisation-long = Too long: { $length } characters. Shorten it to { $most }.
