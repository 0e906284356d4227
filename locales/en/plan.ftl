# The plan: the mentor makes it, the participant agrees.
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
plan-problem-minutes = ⚠️ For the week to count it takes at least { $needed } min in all.
plan-activity-open = free choice
plan-days-all = every day
plan-days-none = no days chosen
plan-wished =
    ✍️ The participant would like:
    { $words }

plan-making =
    🗓 <b>{ $name }</b>, plan
    { $status }

    { $plan }

    { $wish }
plan-status-draft = Everything is filled in already. Propose it as it is, or tap a direction below to change it.
plan-status-proposed = 📨 Sent to the participant, waiting for the answer.
plan-status-agreed = ✅ Agreed by both sides: this plan is in force.
plan-read =
    🗓 <b>{ $name }</b>, personal plan
    { $status }

    { $plan }
plan-read-none = 🗓 There is no agreed plan yet.
plan-direction =
    Direction { $number } / { $count }

    { $item }
plan-direction-minutes = Choose how many minutes a day, or write it: “1 h 20 min”.
mistake-plan-minutes = I could not understand how long that is. Try “40”, “1 hour” or “1 h 20 min”.
plan-ask-activity = { $direction }. What will the participant do? Choose from the list or write it in your own words.
plan-ask-start = Which day does it start? Now set: { DAY($current) }. Choose it in the calendar or write it.
plan-ask-partner = { $found ->
    [0] { $direction }. The region has no partner organisation for this direction yet. You can propose the plan without one.
   *[other] { $direction }. Choose the partner organisation.
}

plan-proposal =
    🗓 <b>Your plan is ready</b>
    Your mentor proposes it. Have a look: agree if it suits you, or write what to change.

    { $plan }
plan-answered-agreed =
    ✅ <b>You agreed to this plan</b>
    Your mentor has been told.

    { $plan }
plan-answered-replaced = This version no longer holds. The current one is under “My plan” below.
plan-own-agreed =
    🗓 <b>Your plan</b>
    Mentor: { $mentor }
plan-own-proposed =
    🗓 <b>The plan your mentor proposes</b>
    Mentor: { $mentor }
    Agree if it suits you, or write what to change.
plan-own-replaced =
    🕘 <b>An earlier version</b>, not in force now
    Mentor: { $mentor }
plan-none =
    🗓 There is no agreed plan yet.

    { $where }
plan-tasks = 🎯 <b>Extra tasks</b>
plan-task =
    { $direction }, due { DAY($day) }
    { $words }
plan-agreed-thanks = ✅ Thank you! The plan is agreed, and your mentor has been told.
plan-wish-sent = ✍️ We passed your wish on to your mentor, who will change the plan and send it again.
plan-ask-wish = ✍️ What should change? Write to your mentor in your own words, { $most } characters at most. For example: “I have a club on Tuesdays, could we move it to Wednesday?”
plan-versions = 🕘 All versions of the plan. Choose one to read.
plan-version-agreed = No. { $number }, in force
plan-version-proposed = No. { $number }, waiting for your answer
plan-version-replaced = No. { $number }, earlier

button-plan = 🗓 Plan
button-my-plan = 🗓 My plan
button-whole-plan = 🗓 Whole plan
button-propose = 📨 Propose as it is
button-change-plan = ✏️ Change the plan
button-plan-activity = 🧩 What to do
button-plan-start = 📅 First day
button-plan-partner = 🏛 Partner organisation
button-plan-next = Next direction ▶️
button-plan-agree = ✅ I agree
button-plan-wish = ✍️ I’d like it different
button-plan-versions = 🕘 All versions

refused-plan-moved = The plan has changed in the meantime. Have a look at how it stands now.
refused-plan-incomplete = First correct the direction marked ⚠️, then propose.
refused-plan-not-agreed = The participant has to agree to the plan first. Propose it: they confirm with one tap.
refused-plan-activity = That is too long. Please write { $most } characters at most.
refused-plan-minutes = Write a number of minutes from 1 to { $most }, for example “40”.
refused-plan-start = Choose a day between { DAY($first) } and { DAY($last) }.
refused-plan-wish = Write your wish in a sentence or two, { $most } characters at most.
refused-plan-versions = The plan was changed { $most } times, and there are no more versions. The present one stands; if you agree otherwise, write so in the journal.

notice-plan-agreed = ✅ { $name } agreed to the plan. One tap from you, and the journal is open.
notice-plan-changed = ✅ { $name } agreed to the new version of the plan. It is now in force.
notice-plan-wish = ✍️ <b>{ $name }</b> asks for a change in the plan.
notice-activated =
    🚀 <b>Your journal is open!</b>
    From today everything you do counts. The easiest way is to send a photo here with a few words below it, for example: “running 40 min”. I will ask for the rest.
