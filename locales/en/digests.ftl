# Digests of the day and the week, for staff within their own scope; a mentor's evening reminder.
digest-done = 👥 Taking part: <b>{ $active }</b>, new: <b>{ $new }</b>. Entries sent: <b>{ $entries }</b>, approved: <b>{ $approved }</b>, hours: <b>{ $hours }</b>.
digest-waiting = { $waiting ->
    [0] ⏳ No entries are waiting for review 👏
   *[other] ⏳ Waiting for review: <b>{ $waiting }</b>. The usual wait is { $median }, the longest { $longest }.
}
digest-heed = { $risk ->
    [0] ✅ Everybody is on course to finish their level in time.
   *[other] ⚠️ At this pace may not finish their level in time: <b>{ $risk }</b>.
} Materials that may have been sent before: <b>{ $flags }</b>.
digest-week-nothing = 📊 { DAY($first, style: "short") } – { DAY($last, style: "short") }: no participants and no entries this week, nothing urgent.

digest-day-title = 📋 <b>{ DAY($day, style: "weekday") }</b>: what needs your attention
digest-day-nothing = 👏 { DAY($day, style: "weekday") }: all is well, nothing needs your attention.
digest-day-waiting = ⏳ Waiting for review: <b>{ $waiting }</b>. The usual wait is { $median }, the longest { $longest }.
digest-day-slowest = { $name }: { $waiting }, the longest { $longest }
digest-day-unassigned = 📥 Applications without a mentor: <b>{ $count }</b>
digest-day-answers = ✉️ Applications waiting for the mentor’s answer: <b>{ $count }</b>
digest-day-flags = 🔁 Similar materials waiting for the mentor’s decision: <b>{ $count }</b>
digest-day-silent = 🔕 Participants silent for 30 days: <b>{ $count }</b>

digest-evening =
    🔎 Today’s review. Entries waiting for you: <b>{ $total }</b>
    The longest waiting first:
digest-evening-line = { $name }: { $count }, since { DAY($since, style: "short") }
digest-evening-more = Participants beyond this list: { $more }

digest-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
digest-hours = { $hours } h
digest-others = The others
digest-nowhere-region = No region given
digest-nowhere-centre = No centre
digest-nowhere-mentor = No mentor

digest-button-review = 🔎 Start the review
digest-button-applications = 📥 Applications
digest-button-honesty = 🔁 Honesty
digest-button-week = 📊 Last week
digest-button-today = 📋 What there is to do
digest-button-wishes = ⏰ When to send it
digest-counting = ⏳ Counting. It will come here by itself as soon as it is ready.
menu-button-digest = 📊 How are we doing?

digest-chart-week = The week: { DAY($first, style: "short") } – { DAY($last, style: "short") }
digest-chart-by-region = By region. ▲▼ – against the week before
digest-chart-by-centre = By centre. ▲▼ – against the week before
digest-chart-by-mentor = By mentor. ▲▼ – against the week before
digest-chart-by-self = Your participants. ▲▼ – against the week before
digest-chart-active = Taking part
digest-chart-new = New
digest-chart-entries = Entries sent
digest-chart-approved = Approved
digest-chart-hours = Hours approved
digest-chart-waiting = Waiting
digest-chart-flags = Similar
digest-chart-at-risk = At risk
digest-chart-waited = usually { $median }, max. { $longest }
digest-chart-bar-sent = sent
digest-chart-bar-approved = approved
digest-chart-bar-waiting = waiting
digest-chart-bar-risk = at risk
digest-chart-sums = { $sent } / { $approved }
