# Deadlines: applications and entries that wait for an answer; participants long silent.
due-half = ⏳ { $what } · last day: { DAY($day, style: "weekday") }
due-eve = ⚠️ { $what } · almost due: { DAY($day, style: "weekday") }
due-missed = 🔴 { $what } · overdue since { DAY($day, style: "short") }
due-more = … and others: { $count }
due-mentor = mentor: { $name }
due-no-mentor = no mentor yet
due-applications-act =
    📥 <b>These applications are waiting for your answer</b>

    Whatever it is, the person would like to know it.
due-applications-above = ℹ️ <b>For your attention: applications waiting for an answer</b>
due-button-application = 👀 { $name }
due-entries-undecided =
    🔎 <b>Entries waiting for your review: { $count }</b>

    Let’s begin with the oldest, it won’t take long.
due-entries-overdue = ⚠️ <b>Entries undecided for a week</b>
due-entries-line = { $count ->
    [one] • { $name }: { $count } entry, the oldest from { DAY($day, style: "short") }
   *[other] • { $name }: { $count } entries, the oldest from { DAY($day, style: "short") }
}

silence-asked =
    👋 <b>How are you?</b>

    { $days ->
        [one] No entry has come from you for { $days } day.
       *[other] No entry has come from you for { $days } days.
    } If you have had no time, never mind: it is never too late to start again. If you are ill or have another reason, tell us: such weeks do not count as missed.
silence-button-absence = 🤒 I have a reason
silence-button-well = 👍 All is well
silence-button-later = ⏰ In a week
silence-answered-well = 👍 Good to hear! We have told your mentor too. When you are ready, just send here what you did.
silence-answered-later = ⏰ All right, we’ll ask in a week. You can log at any moment before that.
silence-participants =
    🤫 <b>Your participants who have been silent for two weeks</b>

    We have kindly asked how they are. Try to reach them yourself, too.
silence-line = • { $name }, since { DAY($day, style: "short") }
silence-told-well = 👍 <b>{ $name }</b> is well and carries on.
