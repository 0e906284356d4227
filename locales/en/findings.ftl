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
