# What was sent before: for the expert and the operator, by mentor and participant.
honesty-title = 🔁 <b>What was sent before</b>
honesty-nothing = 👏 No photos, videos or essays that were sent before have been found so far. If any are, you will see them here.
honesty-counts = Flagged: { $flags }. Confirmed: { $confirmed }, honest: { $honest }, shared event: { $shared }, waiting for a decision: { $open }{ $closed ->
    [0] { "" }
   *[other] , closed with the entry: { $closed }
}
honesty-weeks = By week, flagged / confirmed: { $weeks }
honesty-week = { DAY($monday, style: "short") } – { $flags }/{ $confirmed }
honesty-mentor-line = <b>{ $name }</b>: flagged { $flags }, confirmed { $confirmed }
honesty-mentor = 👤 Mentor: <b>{ $name }</b>
honesty-participant = 👤 Participant: <b>{ $name }</b>
honesty-mentored-by = Mentor: { $name }
honesty-name = <b>{ $name }</b>
honesty-more-mentors = More mentors, not listed here: { $more }
honesty-more-participants = More participants, not listed here: { $more }

honesty-pair = <b>{ $number }.</b> { $what ->
    [photo] 📷 Photo
    [video] 🎬 Video
    [voice] 🎙 Recording
    [file] 📎 File
   *[words] 📝 Text
}: { $summary }
honesty-verdict-reused = ♻️ Reused. Decided by { $by }, { DAY($day, style: "short") }
honesty-verdict-honest = ✅ Honest. Decided by { $by }, { DAY($day, style: "short") }
honesty-verdict-shared_event = 🤝 A shared event. Decided by { $by }, { DAY($day, style: "short") }
honesty-closed = 🔒 The entry has been decided, without an answer about this pair
honesty-waits = ⏳ Waiting for the mentor’s decision
honesty-button-pair = No. { $number }
honesty-button-pairs = 🔁 All pairs

honesty-chart-title = What was sent before
honesty-chart-period = { $weeks ->
    [one] The last { $weeks } week
   *[other] The last { $weeks } weeks
}, { DAY($first, style: "short") } – { DAY($last, style: "short") }
honesty-chart-flags = Flagged: { $flags }
honesty-chart-confirmed = Confirmed: { $confirmed }
honesty-chart-none = Nothing was flagged in these weeks
honesty-chart-day = { DAY($day, style: "short") }

notice-pattern =
    🔁 <b>{ $name }</b>. Confirmed as reused: { $confirmed }
    Mentor: { $mentor }. Please look at the pairs and ask the mentor what is going on.
notice-button-pattern = 🔁 Have a look
