# The ceremony: planned, invitations, the door, the badge handed over.
ceremony-list = 🎖 <b>Ceremonies</b>
ceremony-none = 🎖 No ceremony is planned yet.
ceremony-row = { MOMENT($starts) } · { $place }
ceremony-row-off = 🚫 { MOMENT($starts) } · { $place }
ceremony-country = the whole country
ceremony-card =
    🎖 <b>{ MOMENT($starts) }</b>
    { $place }, { $address }
    For: { $region }

    Invited: <b>{ $invited }</b>, coming: <b>{ $come }</b>, guests with them: <b>{ $companions }</b>, cannot: <b>{ $cannot }</b>
    Came: <b>{ $came }</b>, badge handed over: <b>{ $has }</b>
    Winners who wait to be invited: <b>{ $waiting }</b>
ceremony-do-invite = ✉️ Invite winners
ceremony-do-door = 🚪 List at the door
ceremony-do-change = ✏️ Change day or place
ceremony-do-off = 🚫 Call it off
ceremony-do-list = ◀️ All ceremonies
ceremony-button-new = ➕ Plan a ceremony
ceremony-button-surely = 🚫 Yes, call it off
ceremony-off-surely = Everybody invited will be told that there is no ceremony. Call it off?
ceremony-invited = Invited: { $count }
ceremony-over = This ceremony is over, or was called off.
ceremony-unfit = ⚠️ Write at least two characters: a place of up to 120, an address of up to 200.
ceremony-past = ⚠️ That time has passed. Choose a day ahead.
ceremony-too-many = You may bring at most { $most } guests.
ceremony-not-come = Mark first that the guest is here.
ceremony-has-already = The badge was handed over already.
ceremony-ask-day = 🎖 On which day is the ceremony?
ceremony-ask-hour = When does it begin?
ceremony-ask-place = Where is it? Write the name of the place, such as: Palace of Schoolchildren.
ceremony-ask-address = Write the address: city, street, house.
ceremony-ask-guests = How many guests may each winner bring?
ceremony-ask-bring = What should they bring? Write it, such as: an identity card.
ceremony-button-nothing = Nothing
ceremony-invitation =
    🎖 <b>{ $name }</b>, you are invited to the award ceremony!
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-changed =
    🔁 <b>{ $name }</b>: the day or place of the ceremony has changed.
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-soon =
    ⏰ <b>{ $name }</b>: the ceremony is soon.
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-was =
    <b>{ $name }</b>: the ceremony that was planned
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-bring = 🎒 Bring: { $words }
ceremony-off = 🚫 This ceremony is called off. You will hear of another.
ceremony-answer-asked = Will you come?
ceremony-answer-comes = ✅ It is noted. We look forward to it!
ceremony-answer-cannot = Noted: coming is not possible. Never mind, the badge will be handed over at the centre.
ceremony-with = Guests: { $guests }.
ceremony-how-many = How many guests come with you? At most: { $most }.
ceremony-code = 📱 Show this code at the door.
ceremony-button-map = 📍 Open the map
ceremony-button-come = ✅ I will come
ceremony-button-cannot = I cannot
ceremony-button-guests = 👪 Say how many guests
ceremony-button-code = 📱 Get the code for the door
ceremony-door =
    🚪 <b>List at the door</b>
    Tap the name of who is here.
ceremony-nobody = 🚪 Nobody is invited yet.
ceremony-line-asked = ❔ { $name }
ceremony-line-comes = ▫️ { $name } + { $guests }
ceremony-line-cannot = ➖ { $name }
ceremony-line-here = ✅ { $name } + { $guests }
ceremony-line-has = 🎖 { $name }
ceremony-guest-here =
    ✅ <b>{ $name }</b> is here.
    { $level }
    Guests: { $guests }
ceremony-guest-has =
    🎖 <b>{ $name }</b> has the badge.
    { $level }
    Guests: { $guests }
ceremony-button-hand = 🎖 Badge handed over
ceremony-left =
    🎖 <b>Badges to hand over at the centre</b>
    Tap the name once it is handed over.
ceremony-left-none = 🎖 No badge waits at the centre.
ceremony-left-line = 🎖 { $name }
