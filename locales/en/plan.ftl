# The individual schedule: the mentor makes it, the participant agrees.
plan-item-weeks =
    <b>{ $direction }</b>: { $activity }
    { $days } · { $minutes } min
plan-item-books =
    <b>{ $direction }</b>: { $activity }
    { $days } · { $minutes } min
plan-item-days =
    <b>{ $direction }</b>: { $activity }
    { $days }
plan-item-start = Starts { DAY($start, style: "short") }
plan-start-shared = 📅 Everything starts { DAY($start) }
plan-item-partner = Partner organisation: { $partner }
plan-item-partner-open = Partner organisation: not chosen yet
plan-problem-days = ⚠️ Choose at least one day.
plan-problem-minutes = ⚠️ For the week to count it takes { $needed } minutes in all.
plan-activity-open = own choice
plan-days-all = every day
plan-days-none = no days chosen
plan-wished =
    ✍️ The participant would like:
    { $words }

plan-making =
    📋 <b>{ $name }</b>, individual schedule
    { $status }

    { $plan }

    { $wish }
plan-status-draft = Everything is filled in already. Propose it as it is, or tap a direction below to change it.
plan-status-proposed = 📨 Sent to the participant, waiting for the answer.
plan-status-agreed = ✅ Agreed by both sides: this schedule is in force.
plan-direction =
    Direction { $number } / { $count }

    { $item }
plan-direction-minutes = Choose the minutes of one day or type them: “1 h 20 min”.
mistake-plan-minutes = That could not be understood as a length of time. Try “40”, “1 hour” or “1 h 20 min”.
plan-ask-activity = { $direction }. What will the participant do? Choose from the list or type your own words.
plan-ask-start = From which day? It now says: { DAY($current) }.
plan-ask-partner = { $found ->
    [0] { $direction }. There is no partner organisation for this direction in the region yet. You can propose the schedule without one.
   *[other] { $direction }. Choose the partner organisation.
}

plan-proposal =
    📋 <b>Your individual schedule is ready</b>
    Your mentor proposes it. Have a look: agree if it suits you, or write what to change.

    { $plan }
plan-answered-agreed =
    ✅ <b>You agreed to this schedule</b>
    Your mentor has been told.

    { $plan }
plan-answered-replaced = This version no longer holds. The current one is under “My schedule” below.
plan-own-agreed =
    📋 <b>Your individual schedule</b>
    Mentor: { $mentor }
plan-own-proposed =
    📋 <b>The schedule your mentor proposes</b>
    Mentor: { $mentor }
    Agree if it suits you, or write what to change.
plan-own-replaced =
    🗂 <b>An earlier version</b>, not in force now
    Mentor: { $mentor }
plan-none =
    📋 There is no agreed schedule yet.

    { $where }
plan-tasks = <b>Extra tasks</b>
plan-task =
    { $direction }, due { DAY($day) }
    { $words }
plan-agreed-thanks = ✅ Thank you! The schedule is agreed, and your mentor has been told.
plan-wish-sent = ✍️ Your mentor has your wish, will change the schedule and send it again.
plan-ask-wish = ✍️ What should change? Write to your mentor in your own words, { $most } characters at most. For example: “I have a club on Tuesdays, could we move it to Wednesday?”
plan-versions = 🗂 All versions of the schedule. Choose one to read.
plan-version-agreed = No. { $number }, in force
plan-version-proposed = No. { $number }, waits for your answer
plan-version-replaced = No. { $number }, earlier

button-plan = 📋 Schedule
button-my-plan = 📋 My schedule
button-whole-plan = 📋 Whole schedule
button-propose = 📨 Propose as it is
button-change-plan = ✏️ Change the schedule
button-plan-activity = 🎯 What to do
button-plan-start = 📅 First day
button-plan-partner = 🤝 Partner organisation
button-plan-next = Next direction ▶️
button-plan-agree = ✅ I agree
button-plan-wish = ✍️ I’d like it different
button-plan-versions = 🗂 All versions

refused-plan-moved = The schedule has changed meanwhile. Have a look at how it stands now.
refused-plan-incomplete = First mend the direction marked ⚠️, then propose.
refused-plan-not-agreed = The participant has to agree to the schedule first. Propose it: they confirm with one tap.
refused-plan-activity = That is too long. { $most } characters at most, please.
refused-plan-minutes = Between 1 and { $most } minutes, please, for example “40”.
refused-plan-start = Choose a day between { DAY($first) } and { DAY($last) }.
refused-plan-wish = Write your wish in a sentence or two, { $most } characters at most.

notice-plan-agreed = ✅ { $name } agreed to the schedule. One tap from you and the journal is open.
notice-plan-changed = ✅ { $name } agreed to the new version of the schedule. It is now in force.
notice-plan-wish = <b>{ $name }</b> asks for a change in the schedule.
notice-activated =
    🚀 <b>Your journal is open!</b>
    From today everything you do counts. The easiest way is to send a photo here with a few words below it, such as “running 40 min”. I will ask for the rest.
