# Observations: a mentor's, an expert's, a coordinator's own notes on a participant.
observation-button-open = 📓 Observations
observation-button-write = ✍️ Add a note
observation-button-remove = 🗑 { DAY($day, style: "short") }
observations-head = { $count ->
    [0] 📓 <b>{ $name }</b>: no observations yet
   *[other] 📓 <b>{ $name }</b>: observations, { $count } in all
}
observation-line = 🗓 { DAY($day) } · { $who }, { $role }
observation-ask =
    📓 <b>What have you noticed?</b>

    You alone read it, and those above you: a mentor’s notes are read by the expert, the coordinator and the operator. The participant does not see them in the bot, but they are part of the copy of their data, if they ask for one. So write with respect, and only what the work needs. { $most } characters at most.
observation-written = ✅ <b>Written down.</b>
observation-removed = The note is removed.
refused-observation-words = A few words at least, please.
refused-observation-long = Too long: { $length } characters. Shorten it to { $most }.
