# Staff, centres, partner organisations, applications without a mentor.
staff-home =
    ✉️ <b>Staff and centres</b>

    Staff are invited by a one-time link, which they open in their own Telegram.
staff-button-invite = ✉️ Invite staff
staff-button-people = 👥 List of staff
staff-button-centres = 🏫 Centres
staff-button-partners = 🏛 Partners
staff-unnamed = no name yet

staff-role = ✉️ Whom are you inviting?
staff-region = 🗺 To which region?
staff-centre = 🏫 To which centre?
staff-no-centres = 🏫 There are no centres yet. Go back and add one under “Centres” first.
staff-expert = 🔎 Which expert does this mentor report to?
staff-button-no-expert = I’ll decide later
staff-link =
    ✉️ <b>Invitation: { $role }</b>

    { $link }

    { $days ->
        [one] Send the link to the person you invite, or show the QR code. One person can open it, once; it is good for { $days } day.
       *[other] Send the link to the person you invite, or show the QR code. One person can open it, once; it is good for { $days } days.
    }
staff-share-words = { $programme }: you are invited. Your role: { $role }. Open the link and tap “Start”.

staff-people = 👥 <b>Staff</b>: { $total }
staff-colleague = { $name } · { $role }
staff-person =
    👤 <b>{ $name }</b>

    { $role } · { $where }
staff-person-participants = 👥 Participants: { $participants }
staff-button-hand-over = 🔁 Hand the participants over
staff-button-end = 🚪 End the role
staff-ending =
    🚪 <b>End the role?</b>

    { $name } · { $role }

    These sections close for them, and the invitations they made stop working. You can invite them again if needed.
staff-button-end-surely = 🚪 Yes, end it
staff-successor = 🔁 Who takes the participants over? In brackets: how many each mentor has now.
staff-no-successor = 🔁 There is no other mentor at this centre. Invite one first.
staff-handed-over = Participants handed over: { $participants }

staff-centres =
    🏫 <b>Centres</b>: { $total }

    { $lines }
staff-centre-line = • { $name } – { $place }, { $region }
staff-button-add-centre = ➕ Add a centre
staff-centre-name = 🏫 Write the full name of the new centre.
staff-centre-region = 🗺 In which region is the centre?
staff-centre-place = 📍 In which city or district? For example: <i>Taldykorgan</i>
mistake-centre-name = ⚠️ Write the name in { $shortest } to { $longest } characters. For example: <i>Youth Centre of Almaty Region</i>
mistake-centre-place = ⚠️ Write the place in { $shortest } to { $longest } characters. For example: <i>Taldykorgan</i>
refused-centre-known = This region already has a centre with that name. Write another one.
staff-partners =
    🏛 <b>Partner organisations</b>: { $total }

    { $lines }
staff-partner-line = • { $name } – { $region } ({ $directions })
staff-everywhere = the whole country
staff-button-add-partner = ➕ Add a partner
staff-partner-name = 🏛 Write the full name of the partner organisation.
mistake-partner-name = ⚠️ Write the name in { $shortest } to { $longest } characters. For example: <i>Young Volunteer Foundation</i>
staff-partner-region = 🗺 In which region does it work?
staff-button-everywhere = 🇰🇿 The whole country
staff-partner-directions = 🧭 In which directions? Mark all of them and save.
refused-partner-directions = Mark at least one direction that needs a partner.
refused-role-ended = This role has already ended.

staff-applications = { $waiting ->
    [0] 📥 No applications are waiting for a mentor 👏
   *[other] 📥 <b>Applications without a mentor</b>: { $waiting }. Shown, most urgent first: { $shown }. Tap one to choose a mentor.
}
staff-application = { DAY($day, style: "short") } · { $name }

notice-role-ended = ℹ️ Your role has ended: { $role }. Thank you for your work!
notice-mentor-changed = 🔁 You have a new mentor: <b>{ $name }</b>. Your journal and plan stay as they are.
notice-participants-handed-over = 🔁 Another mentor’s participants were handed over to you. How many: { $participants }.

staff-button-days-off = 🗓 Extra days off
staff-days-off = { $count ->
    [0] 🗓 No extra days off. Public holidays and weekends count as days off anyway.
   *[other] 🗓 <b>Extra days off</b>: { $count }. Tap a day to make it a working day again.
}
staff-day-off = { DAY($day, style: "weekday") }
staff-button-add-day-off = ➕ Add a day
staff-day-off-new =
    🗓 <b>Which day will be off?</b>

    Tap it in the calendar or write it: <i>24 March 2027</i>. Deadlines that span this day move by one working day.
staff-day-off-added = 🗓 { DAY($day) } is a day off. Deadlines moved: { $moved }
staff-day-off-one =
    🗓 <b>{ DAY($day, style: "weekday") }</b>

    Making it a working day again shortens no deadline under way: the day people were told stays.
staff-button-remove-day-off = 💼 Make it a working day
staff-day-off-removed = 💼 { DAY($day) } is a working day
mistake-day-off = ⚠️ Write the day, month and year. For example: <i>24 March 2027</i>
refused-day-off-far = ⚠️ Choose a day within the next two years: { DAY($today) } – { DAY($last) }
refused-day-off-already = ⚠️ This is a day off anyway: { DAY($day) }
refused-days-off-many = ⚠️ There can be at most { $most } extra days off to come.
refused-day-off-gone = This day is not in the list: it has passed or is a working day again.
