# A participant's progress: the picture, the same in words, and all that belongs to it.
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
progress-direction = { $emoji } <b>{ $name }</b>: { $percent }%, { $done }
progress-direction-week = { $emoji } <b>{ $name }</b>: { $percent }%, { $done }. This week: { $minutes } / { $needed } min
progress-missing = Still missing: { $things }
missing-section = a book of “{ $section }”
missing-norm = the sport norm
missing-video = the final video
missing-mark = the mentor’s mark
progress-dates =
    Started: { DAY($start) }
    Planned end: { DAY($end) }
    Expected at this pace: { DAY($expected) }
progress-dates-complete =
    Started: { DAY($start) }
    Planned end: { DAY($end) }
    All done: { DAY($expected) }
progress-streak = In a row: { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
} 👏

progress-button-add = ➕ Add an entry
progress-how = Just send here what you did: a photo, a video, a voice message or text. You can say it at once: “running 40 min”. I will ask for the rest.
progress-paused = ⏸ You are on a pause: the weeks that pass are not counted as missed. To go on, open /menu.
progress-paused-theirs = ⏸ The participant is on a pause.
progress-none = Your progress in the programme is shown here. You are not a participant yet. To apply, open /menu.
progress-draft = You began an application but have not sent it yet. Open /menu and finish it: everything is kept.
progress-awaiting-representative = Your application is ready. Now your legal representative has to agree: send them the link. It is in /menu.
progress-submitted = Your application is being looked at. You will have an answer by { DAY($due) }. We will tell you at once when it comes.
progress-planning = Your application is accepted! Now you and your mentor make your plan. Once it is agreed, your progress is shown here: /plan
progress-refused = Your application was not accepted. Why, and what to do next: /menu.
progress-withdrawn = You have left the programme. If you wish to come back, open /menu.
progress-not-begun-theirs = This participant has not begun yet: progress is shown here once the plan is agreed.
