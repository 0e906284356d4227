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

staff-button-programme = 📚 Programme data
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


# Days on which a member of staff is away, and who stands in.
away-home =
    🏖 <b>Days away</b>

    On leave, on a work trip, ill? Mark it here. Somebody else does your work on those days, and it all comes back to you when you return.
away-own =
    📌 You are away ({ $role }): { $span }
    In your place: <b>{ $instead }</b>
away-others = 👥 Colleagues away: { $others }. Tap one to choose who stands in.
away-line-begun = 🏖 { $name }
away-line-planned = 🗓 { DAY($first, style: "short") } · { $name }
away-span = { DAY($first) } – { DAY($last) }
away-span-open = { DAY($first) } – until return
away-button-report = ➕ Mark days away
away-button-back = 🙋 I am back at work
away-button-cancel = ✖️ Take the mark off
away-reason = 🏖 For what reason? Choose one or write it in your own words.
away-reason-leave = 🏖 Leave
away-reason-illness = 🤒 Illness
away-reason-trip = 🧳 Work trip
away-reason-other = 💬 Another reason
away-first = 📅 Which is the first day you are away? Choose it in the calendar or write it.
away-last = 📅 And the last? That day is included. If you do not know yet, tap “Until I return”.
away-button-until-return = 🕊 Until I return
away-sure =
    🏖 <b>Is this right?</b>

    📅 { $span }
    Reason: { $reason }

    The colleague above you is told at once, and stands in for you or appoints somebody else.
away-button-sure = ✅ Yes, mark them
away-one =
    🏖 <b>{ $name }</b> ({ $role })

    📅 { $span }
    Reason: { $reason }
    { $appointed ->
        [yes] Standing in: <b>{ $instead }</b>
       *[no] Nobody is appointed yet, so the work comes to: <b>{ $instead }</b>
    }
away-button-arrange = 👤 Choose who stands in
away-button-ended = 🙋 Back at work
away-substitute = 👤 Who stands in? In brackets: how many participants they have now.
away-button-me = 🙋 I do
away-day-unknown = I do not understand which day that is. Choose it in the calendar or write it like this: { DAY($today) }
away-first-wrong = The first day can be from { DAY($today) } to { DAY($latest) }.
away-last-wrong = The last day can be from { DAY($first) } to { DAY($latest) }.
away-overlaps = These days overlap with those you marked before, from { DAY($first) }. Take those off first, or choose other days.
away-over = That colleague is back already.
away-words-long = Too long: { $length } characters. Please stay within { $most }.

notice-absence-mine =
    🏖 <b>{ $name }</b> ({ $role }) is away: { $span }.

    Their work comes to you meanwhile. If you wish, hand it to somebody else.
notice-absence-others =
    🏖 <b>{ $name }</b> ({ $role }) is away: { $span }.

    Standing in: <b>{ $instead }</b>.
notice-standing-in =
    🤝 You stand in for a mentor: <b>{ $name }</b>, { $span }.

    { $entries ->
        [0] No entries are waiting 👏
        [one] { $entries } entry is waiting for your review.
       *[other] { $entries } entries are waiting for your review.
    }
notice-standing-in-above = 🤝 You now do this colleague’s work too: <b>{ $name }</b> ({ $role }), { $span }.
notice-standing-in-over = 🙋 <b>{ $name }</b> is back and does the work again. Thank you for your help!
notice-standing-in-replaced = ℹ️ Somebody else stands in for this colleague from now on: <b>{ $name }</b>. Thank you for your help!
notice-absence-arranged = 🤝 While you are away, <b>{ $instead }</b> stands in for you. Don’t worry!
notice-absence-ended =
    👋 Welcome back! Your participants are with you again.

    { $entries ->
        [0] No entries are waiting 👏
        [one] { $entries } entry is waiting for your review.
       *[other] { $entries } entries are waiting for your review.
    }
notice-absence-ended-above = 👋 Welcome back! Your work is in your hands again.
participants-row-instead = 🤝 { $name }
participant-instead-of = 🤝 With you for now: you stand in for the mentor. Mentor: { $mentor }

# What whoever opens an invitation reads, and what its maker is told then.
invitation-offer = ✉️ <b>Invitation: { $role }</b>
invitation-where = 📍 Where: { $where }
invitation-under = 🔎 Expert: { $expert }
invitation-by = 👤 From: { $by } ({ $by_role })
invitation-by-server = 👤 From: whoever runs the server
invitation-until = ⏳ Last day of the link: { DAY($until) }
invitation-sees = 👁 { $sees } Most participants are minors, so you show these data to nobody.
invitation-sees-mentor = You will see the data, plans and journals of the participants assigned to you.
invitation-sees-expert = You will see the mentors assigned to you, their participants and journals.
invitation-sees-coordinator = You will see the data of experts, mentors and participants of your region.
invitation-sees-centre-head = You will see the data of your centre’s staff and participants.
invitation-sees-operator = You will see the data of all participants and staff of the programme.
invitation-second = 🔐 A second operator has to confirm it. Nothing is open to you before that.
invitation-question = Do you accept? If the link is meant for somebody else, tap “Not for me”: nothing changes, and the link stays good.
invitation-button-accept = ✅ Accept
invitation-button-decline = ✖️ Not for me
invitation-declined = All right, nothing has changed. If the link came to you by mistake, let whoever sent it know.
invitation-waits = 🔐 Thank you! A second operator has to confirm it now; we will tell you in this chat. Last day to confirm: { DAY($until) }
refused-staff-minor = Only those who are 18 or older can take a role of staff. You are welcome to apply as a participant.
refused-role-held = You have this role already. The link is not used up: it can be passed on to somebody else.
refused-operator-waits = You have accepted an operator’s invitation already: wait until a second operator confirms it.
refused-only-operator = You are the only operator, so nobody else could confirm a new one. The second operator’s link is made on the server: python -m bot invite
refused-second-operator = An operator whom you invited is confirmed by another operator.
refused-link-gone = This link stands no more: it was taken or revoked, or has expired.
notice-invitation-taken =
    ✉️ Your invitation was accepted by { $name }

    { $role } · { $where }

    { $waits ->
        [yes] A second operator has to confirm it now. If it is not whom you meant, tap the button below.
       *[no] The role is in force. If it is not whom you meant, tap the button below.
    }
invitation-button-wrong = 🙅 Not who I meant
invitation-button-right = 👌 No, all is well
invitation-ending =
    🚪 <b>End the role?</b>

    { $name } · { $role }

    They will no longer see these sections, and will be told. You can invite them again later.
invitation-ended = 🚪 Ended: { $name } · { $role }
notice-operator-waits =
    🔐 <b>A new operator waits for you to confirm</b>

    👤 { $name }
    ✉️ Invited by: { $by }
    ⏳ Last day to confirm: { DAY($until) }

    An operator sees the data of all participants and staff. Confirm only somebody you know.
invitation-button-confirm = ✅ Confirm
invitation-button-refuse = ✖️ Do not confirm
invitation-confirmed = ✅ You confirmed the new operator: { $name }
invitation-refused = ✖️ You did not confirm: { $name }. The invitation stands no more.
notice-operator-refused = ℹ️ The invitation to be an operator stands no more, and no role was given. If you have questions, write to whoever invited you.

staff-whole-programme = the whole programme
staff-button-links = 🔗 Open links
staff-links = { $total ->
    [0] 🔗 No invitation is open.
   *[other] 🔗 <b>Open invitations</b>: { $total }. Tap one to see who made it, or to revoke it.
}
staff-link-line = { $role } · { $where }
staff-link-one = 🔗 <b>{ $role }</b>
staff-link-waits = 🔐 Accepted, waits for a second operator: { $taker }
staff-link-revoking = Nobody can use a revoked link any more. You can make a new one.
staff-button-revoke = 🗑 Revoke the link
staff-link-revoked = 🗑 The link is revoked

staff-button-representation = 👪 Representative, birth date
