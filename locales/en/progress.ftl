# A participant’s progress: the picture, the same in words, and all that belongs to it.
picture-rating = Personal rating
picture-percent = { $percent }%
picture-level = { $level } level
picture-start = Started
picture-end = Planned end
picture-pace = Expected end
picture-finished = All done
picture-streak = In a row
picture-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
picture-day = { DAY($date) }
picture-now = As of { DAY($date) }

done-weeks = { $done } / { $required } { $required ->
    [one] week
   *[other] weeks
}
done-books = { $done } / { $required } { $required ->
    [one] book
   *[other] books
}
done-days = { $done } / { $required } { $required ->
    [one] day
   *[other] days
}
direction-complete = Complete
direction-awaits-mark = Only the mentor’s mark is missing

week-minutes = This week: { $minutes } / { $needed } min
week-counts = Week counted: { $minutes } min
week-kept = counted
week-short = too few minutes
week-missed = no entries
week-excused = excused
week-current = this week
week-ahead = ahead

progress-of = <b>{ $name }</b>, { $level } level
progress-complete = 🎉 The whole level is done. Congratulations!
progress-rating = Personal rating: <b>{ $percent }%</b>
progress-direction = { $emoji } <b>{ $name }</b>: { $percent }% · { $done }
progress-direction-week = { $emoji } <b>{ $name }</b>: { $percent }% · { $done }. This week: { $minutes } / { $needed } min
progress-missing = Still missing: { $things }
missing-section = a book of “{ $section }”
missing-norm = the sport norm
missing-video = the final video
missing-mark = the mentor’s mark
progress-dates =
    Started: { DAY($start) }
    Planned end: { DAY($end) }
    If every coming week counts, the end is: { DAY($expected) }
progress-dates-complete =
    Started: { DAY($start) }
    Planned end: { DAY($end) }
    All done: { DAY($expected) }
progress-streak = In a row: { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
} 👏

progress-button-add = ➕ Add an entry
progress-paused-theirs = ⏸ The participant has paused.
progress-not-begun-theirs = This participant has not begun yet: progress is shown here once the plan is agreed.
