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


# The week’s hour: the reminder, putting it off, weeks that count.
# A reminder begins with one of these, never with the same one twice running. The directions stand below.
hour-words-1 = 🌿 This week’s hour is not complete yet, but there is time. Still to do:
hour-words-2 = 💪 A habit is made of small steps. This week needs a few more:
hour-words-3 = ☀️ Let this week count as well! All it takes:
hour-words-4 = 🎯 The goal is within reach: add what is below, and the week is yours.
hour-words-5 = 🙌 A walk, a training, a tune – everything counts. Left for this week:
hour-words-6 = 🕰 If you find a moment for yourself, spend it on this:
hour-words-7 = 🚀 Let’s end the week well! Ahead of you:
hour-words-8 = 🤝 We know that you can do it. Left for the week:
hour-words-9 = 📓 Perhaps it is done already, and only the journal does not know? Not there yet:
hour-again = ⏰ As you asked, here I am again.
hour-line = { $direction } – <b>{ $minutes } min</b>
hour-days-left = { $days ->
    [1] The week ends today.
   *[other] There are { $days } days left in the week, counting today.
}
hour-button-log = ➕ { $direction }
hour-button-evening = 🌙 This evening
hour-button-tomorrow = ☀️ Tomorrow
hour-button-week = 💤 Not this week
hour-snoozed-evening = 🌙 Fine, I will remind you today at { $hour }. If you are done before, I will not disturb you.
hour-snoozed-tomorrow = ☀️ Fine, I will remind you tomorrow at { $hour }. If you are done before, I will not disturb you.
hour-snoozed-week = 💤 Fine, no more about this until the week is over. We go on next week!
refused-hour-week-over = This message was about last week. A new one has begun, with a clean page!
refused-hour-evening = It is evening already, and we will not disturb you again today. Choose another time.
refused-hour-tomorrow = A new week begins tomorrow, so this one cannot be put off until then.

# Last week counts in all directions. $weeks: how many in a row.
streak-milestone-1 = 🌱 Last week counts in all directions. A good beginning – keep it up!
streak-milestone-4 = 🔥 4 weeks in a row! A whole month without a gap: it is becoming a habit.
streak-milestone-8 = ⭐ 8 weeks in a row! Two months of such persistence – we admire it.
streak-milestone-13 = 🏅 13 weeks in a row – three whole months! This is how levels are reached. Congratulations!
streak-milestone-26 = 🏆 26 weeks in a row! For half a year you have kept your word. That is character.
streak-milestone-39 = 💎 39 weeks in a row! Nine months without a stop. Others look up to you.
streak-milestone-52 = 👑 52 weeks in a row – a whole year! Such persistence is rare. Congratulations from the heart!
streak-words-1 = 🎉 Last week counts too. Weeks in a row: { $weeks }!
streak-words-2 = 👏 You kept your word in every direction. Weeks without a gap: { $weeks }.
streak-words-3 = ✨ The week begins with good news. Weeks that count in a row: { $weeks }.
streak-words-4 = 🙌 One more week, one more victory. In a row by now: { $weeks }!
streak-words-5 = 🌟 Go on like this! Weeks in a row: { $weeks }.
streak-words-6 = 🚴 A splendid pace. Weeks without a stop: { $weeks }.
streak-words-7 = 🌻 Your work shows. Complete weeks in a row: { $weeks }.
