# A photo, a video, a text like one sent before: the mentor’s answer.
finding-head = { $what ->
    [photo] 🔎 <b>This photo seems to have been sent before</b>
    [video] 🔎 <b>This video seems to have been sent before</b>
    [voice] 🔎 <b>This recording seems to have been sent before</b>
    [words] 🔎 <b>This text is like one sent before</b>
   *[file] 🔎 <b>This file seems to have been sent before</b>
}
finding-of = 👤 { $name }. { $summary }
finding-number = 🖼 In this entry: file { $number } of { $count }
finding-before-own = 🕘 Sent before in their own entry of { DAY($day) }
finding-before-by = 🕘 Sent before by another of your participants: { $name }, entry of { DAY($day) }
finding-before-other = 🕘 Sent before by another participant, entry of { DAY($day) }
finding-same-file = 📎 The very same file, no difference.
finding-edits = ✂️ Differences: { $edits }
finding-edit-same = none, sent as it was
finding-edit-mirrored = mirrored
finding-edit-turned = turned
finding-edit-tilted = tilted
finding-edit-cropped = cropped
finding-edit-framed = framed, or a screenshot
finding-edit-covered = covered with text or a sticker
finding-edit-recoloured = colours changed
finding-edit-blurred = blurred
finding-sure = { $sure ->
    [high] 📏 Almost certainly the same picture.
    [medium] 📏 Quite possibly the same picture.
   *[low] 📏 Please compare the two with care.
} Part that matches: { $percent }%
finding-share = 📏 Part of the text that matches: { $percent }%
finding-words-now = <i>In this text:</i>
finding-words-before = <i>In the earlier text:</i>
finding-unseen = 🖼 The two could not be shown side by side. Please open the entry and look for yourself.
finding-ask = { $state ->
    [submitted] This is only a hint, the decision is yours. If you answer “Reused”, the entry is returned.
    [approved] ✅ This entry is approved. If you answer “Reused”, the approval is taken back and the entry is returned. This is only a hint, the decision is yours.
   *[other] This entry is decided already: your answer does not change that, but it is remembered.
}
finding-left = { $left ->
    [one] This entry has { $left } more match, which comes next.
   *[other] This entry has { $left } more matches, which come next.
}

finding-button-honest = ✅ Honest
finding-button-reused = ♻️ Reused
finding-button-shared = 🤝 Shared event
finding-button-entry = 📖 Show the entry
finding-button-open = 🔎 Compare
finding-button-marks = 🏁 See the marks

finding-said-honest = ✅ <b>Answer: honest.</b> You won’t be asked about these two again.
finding-said-shared_event = 🤝 <b>Answer: a shared event.</b> You won’t be asked about these two participants’ pictures of those days again.
finding-said-reused = ♻️ <b>Answer: reused.</b>
finding-said-closed = 🔒 The entry has been decided, so this question is closed.
finding-returned = ↩️ The entry has been returned. We have kindly told the participant what to do.
finding-reopened = ↩️ The approval has been taken back and the entry returned. We have kindly told the participant what to do.
finding-marked = ⚠️ This direction is marked as complete. Please check whether the mark still holds.
finding-none = Nothing in this entry is left to be answered.
finding-gone = The earlier entry was taken back, so there is nothing left to compare.

finding-already-honest = { $own ->
    [true] You have already answered that it is honest.
   *[false] { $by } has already answered that it is honest.
}
finding-already-reused = { $own ->
    [true] You have already answered that it was used before.
   *[false] { $by } has already answered that it was used before.
}
finding-already-shared_event = { $own ->
    [true] You have already answered that it is a shared event.
   *[false] { $by } has already answered that it is a shared event.
}
finding-already-closed = { $own ->
    [true] This question was closed with your decision on the entry.
   *[false] This question was closed with the decision on the entry by { $by }.
}

finding-sheet-new = This entry
finding-sheet-own = Their own earlier entry
finding-sheet-other = Another participant’s entry
finding-sheet-day = { DAY($day) }
finding-sheet-missing = This file could not be shown


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
