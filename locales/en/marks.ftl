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
