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
