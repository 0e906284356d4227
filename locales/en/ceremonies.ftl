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
    Guests of each winner: at most { $guests }

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
    { $reader ->
        [own] 🎖 <b>{ $name }</b>, you are invited to the award ceremony!
       *[other] 🎖 Your child, <b>{ $name }</b>, is invited to the award ceremony!
    }
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
ceremony-answer-asked = { $reader ->
    [own] Will you come?
   *[other] Will your child come? You may answer, too.
}
ceremony-answer-comes = ✅ It is noted. We look forward to it!
ceremony-answer-cannot = Noted: coming is not possible. Never mind, the badge will be handed over at the centre.
ceremony-with = Guests: { $guests }.
ceremony-how-many = { $reader ->
    [own] How many guests come with you? At most: { $most }.
   *[other] How many guests come with your child? At most: { $most }.
}
ceremony-code = 📱 <b>{ $name }</b>: show this code at the door.
ceremony-button-map = 📍 Open the map
ceremony-button-come = { $reader ->
    [own] ✅ I will come
   *[other] ✅ My child will come
}
ceremony-button-cannot = { $reader ->
    [own] I cannot
   *[other] My child cannot
}
ceremony-button-guests = 👪 Say how many guests
ceremony-button-code = 📱 Get the code for the door
ceremony-door =
    🚪 <b>List at the door</b>
    Tap the name of who is here.
ceremony-nobody = 🚪 Nobody is invited yet.
ceremony-line-asked = ❔ { $name }
ceremony-line-comes = { $guests ->
    [0] ▫️ { $name }
   *[other] ▫️ { $name } + { $guests }
}
ceremony-line-cannot = ➖ { $name }
ceremony-line-here = { $guests ->
    [0] ✅ { $name }
   *[other] ✅ { $name } + { $guests }
}
ceremony-line-has = 🎖 { $name }
ceremony-guest-here =
    ✅ <b>{ $name }</b> is here.
    { $level }
ceremony-guest-has =
    🎖 <b>{ $name }</b> has the badge.
    { $level }
ceremony-button-hand = 🎖 Badge handed over
ceremony-left =
    🎖 <b>Badges to hand over at the centre</b>
    Tap the name once it is handed over.
ceremony-left-none = 🎖 No badge waits at the centre.
ceremony-left-line = 🎖 { $name }
ceremony-not-invited = 🎖 There is no invitation to a ceremony yet.
ceremony-day = { DAY($day) }
ceremony-now = Now: { $was }
ceremony-nothing = nothing
ceremony-button-keep = ↩️ Leave it as it is
ceremony-check =
    🎖 <b>Is all of it right?</b>

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
    👪 Guests of each winner: at most { $guests }
    🎒 To bring: { $bring }
ceremony-check-change = Everybody invited will be told of the change: { $invited }. Where the day, the time or the place is another, those who were to come are asked again.
ceremony-button-make = ✅ Yes, plan it
ceremony-button-change = ✅ Yes, change it and tell
ceremony-card-bring = 🎒 To bring: { $words }
ceremony-was-off = 🚫 This ceremony is called off. Everybody invited was told.
ceremony-which =
    ✉️ <b>Whom to invite?</b>
    Winners of this choice who are not invited yet: <b>{ $count }</b>.
ceremony-which-missed =
    ✉️ <b>Who could not come to an earlier ceremony</b>
    Winners of this choice without a badge still: <b>{ $count }</b>.
ceremony-which-most = One tap invites { $most }.
ceremony-which-level = Winners of which level?
ceremony-which-season = Winners awarded by the commission of which season?
ceremony-which-region = Winners of which region?
ceremony-any-level = all levels
ceremony-any-season = all seasons
ceremony-any-region = all regions
ceremony-part-level = 🏅 Level: { $value }
ceremony-part-season = 📅 Season: { $value }
ceremony-part-region = 🗺 Region: { $value }
ceremony-part-count = { $value } ({ $count })
ceremony-unknown = not given
ceremony-button-invite = ✉️ Invite ({ $count })
ceremony-button-missed = 🔁 Who could not come
ceremony-button-new-ones = ✨ Not invited yet
ceremony-button-add = 🔎 Find one by name
ceremony-ask-winner = 🔎 Write the winner’s name or surname.
ceremony-found-winners = Tap a name to invite.
ceremony-found-no-winner = 🔍 Nobody of that name can be invited. Write it in another way.
ceremony-winner = { $name } · { $level } · { $region }
ceremony-not-waiting = This winner is invited already, or has the badge.
ceremony-do-find = 🔎 Find by name
ceremony-ask-guest = 🔎 Write the guest’s name or surname.
ceremony-found = Tap the name of who is here.
ceremony-found-nobody = 🔍 Nobody of that name is on the list. Write it in another way.
ceremony-button-list = 🚪 To the list
ceremony-button-not-here = ↩️ A mistake, not here
menu-button-invitation = 🎖 Invitation
menu-button-ward-certificates = 🏅 My child’s certificate
ceremony-guests-too = 👪 Guests: { $guests }
