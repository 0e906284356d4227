# Interview: the commission offers times, the candidate chooses.
interview-weekday = { DAY($day, style: "weekday") }
interview-day-brief = { DAY($day, style: "brief") }
interview-place = 📍 { $place }
interview-place-online = 💻 Online: { $place }
interview-title = Interview: { $level }
interview-title-of = Interview: { $name }
interview-file = 📅 Open the file, and the interview is in your phone’s calendar.

interview-none = { $free ->
    [0]
        🎙 <b>Interview. { $level }</b>

        The commission has offered no times yet. We will write as soon as it does.
   *[other]
        🎙 <b>Interview. { $level }</b>

        When would you like to talk with the commission? Free times: { $free }. Choose one that suits you.
}
interview-taken-card =
    🎙 <b>Interview. { $level }</b>

    🗓 { MOMENT($when) }, { $minutes } min
    { $place }

    { $changes ->
        [yes] You can change the time until a day before. We will remind you a day and half an hour before.
       *[no] The time can no longer be changed. We will remind you half an hour before.
    }
interview-over-came =
    🎙 <b>Interview. { $level }</b>

    ✅ The interview is over. Now the commission decides.
interview-without =
    🎙 <b>Interview. { $level }</b>

    The interview did not take place. The commission decides by your dossier.
interview-choose-day = { $more ->
    [0] 🗓 Which day suits you?
   *[other] 🗓 Which day suits you? There are { $more } later ones, shown once these are full.
}
interview-day-free = { $day } · { $free } free
interview-choose-time = 🕙 <b>{ $day }.</b> Choose a time.
interview-ask-back = The interview is on { MOMENT($when) }. Give this time up? You can choose another one afterwards.
interview-button-choose = 🗓 Choose a time
interview-button-change = 🔁 Change the time
interview-button-cannot = ✖️ Give this time up
interview-button-give-back = ✖️ Give it up
interview-button-calendar = 📅 Add to the calendar
interview-button-join = 💻 Join the meeting
interview-button-show = 🎙 Open the interview

interview-taken = Somebody has just taken this time. Choose another one.
interview-over = This time is no longer there.
interview-too-soon = The interview is less than a day away, so the time can no longer be changed. If you can’t come, tell your mentor.
interview-no-more = There is no time to choose any more: the commission decides.
interview-no-candidate = You have no interview coming up.
interview-not-yet = The interview has not begun yet.
interview-noted = That has been noted already.

interview-days = { $days ->
    [0]
        🎙 <b>Interview times</b>

        None are offered yet. You can offer a whole day’s times at once.
   *[other]
        🎙 <b>Interview times</b>

        Choose a day. Beside it: how many are taken / how many in all.
}
interview-day-taken = { $day } · { $taken }/{ $all }
interview-day = 🎙 <b>{ $day }</b>
interview-line-free = { $when } · free
interview-line-taken = { $when } · { $name }
interview-line-came = { $when } · ✅ { $name }
interview-line-missed = { $when } · ❌ { $name }
interview-line-conflict = { $when } · conflict of interest
interview-one =
    🎙 <b>{ MOMENT($when) }</b>, { $minutes } min
    { $place }

    { $state ->
        [free] Free.
        [hidden] You have a conflict of interest with this candidate, so no name is shown.
       *[taken] Candidate: { $name }. { $came ->
            [yes] ✅ Came.
            [no] ❌ Did not come.
           *[open] {""}
        }
    }
interview-button-dossier = 📁 The dossier
interview-button-offer = ➕ Offer times
interview-button-came = ✅ Mark as come
interview-button-not-come = ❌ Mark as not come
interview-button-take-back = ✖️ Take this time back
interview-ask-take-back = { $taken ->
    [yes] { MOMENT($when) }: a candidate has taken this time. If you take it back, we ask them to choose another.
   *[no] { MOMENT($when) }: take this time back?
}
interview-took-back = Taken back

interview-ask-day = 🗓 On which day?
interview-ask-first = 🕙 When does the first one begin?
interview-ask-minutes = ⏱ How many minutes does each last?
interview-ask-pause = ☕️ How many minutes of pause between them?
interview-ask-count = 🔢 How many? The last one must end by 20:00.
interview-ask-none = No time is left on this day. Choose another one.
interview-ask-place =
    🗓 <b>{ $day }</b>: from { $first }, { $minutes } min each, in all: { $count }.

    Where? Send the meeting’s link (https://meet.google.com/abc-defg-hij) or an address.
interview-offered = ✅ New times: { $times }. Candidates without a time are told.
interview-hours = Interviews take place from 10:00 to 20:00. Change the beginning or the number.
interview-day-unfit = This time is over or too far ahead. Choose another day.
interview-place-unfit = A link begins with https://, such as https://meet.google.com/abc-defg-hij. Or write an address: Almaty, 10 Abai Avenue.
interview-too-many = { $most } free times lie ahead already, and no more can be offered. Take some back first.

notice-interview-offered =
    🎙 <b>The commission invites you to an interview</b>

    Your dossier ({ $level }) is before the commission. Choose a time that suits you: first come, first served.
notice-interview-taken-back = ⚠️ The interview can’t take place at the time that you chose. We are sorry! Please choose another one.
notice-interview-missed = { $again ->
    [yes] 🎙 You couldn’t come to the interview. It happens! You can choose a time once more.
   *[no] 🎙 The interview did not take place this time either. The commission decides by your dossier.
}
notice-interview-own = { $stage ->
    [day]
        🎙 <b>Your interview is in a day</b>

        🗓 { MOMENT($when) }, { $minutes } min
        { $place }
    [late]
        🎙 <b>The interview is near</b>

        🗓 { MOMENT($when) }, { $minutes } min
        { $place }
   *[soon]
        🎙 <b>Your interview is in half an hour</b>

        🗓 { MOMENT($when) }, { $minutes } min
        { $place }

        Good luck! Be yourself: the commission wants to hear you.
}
notice-interview-of = { $stage ->
    [day]
        🎙 <b>An interview in a day</b>

        { $name }
        🗓 { MOMENT($when) }, { $minutes } min
        { $place }
    [late]
        🎙 <b>The interview is near</b>

        { $name }
        🗓 { MOMENT($when) }, { $minutes } min
        { $place }
   *[soon]
        🎙 <b>An interview in half an hour</b>

        { $name }
        🗓 { MOMENT($when) }, { $minutes } min
        { $place }
}
