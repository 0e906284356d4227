# The legal representative: link, consent, the child’s progress.
link-card =
    👪 <b>Your legal representative has to sign</b>

    You are under 18, so a parent, guardian or trustee signs the agreement too. Send them this link, or show the QR code to their phone:

    { $link }

    { $days ->
        [one] The link opens once and is good for { $days } day.
       *[other] The link opens once and is good for { $days } days.
    } Until they sign, no mentor sees your application.
link-share-words = I want to take part in an award programme. Please read and sign the agreement as my legal representative. { $name }
button-share-link = 📤 Send the link
button-new-link = 🔄 New link
button-take-back = ✏️ Change the application
link-replaced = The new link is ready; the old one no longer opens.

notice-representative-signed =
    🎉 <b>Your legal representative has signed, your application is sent!</b>

    You will have an answer by: { DAY($day) }
notice-representative-declined =
    Your legal representative has not agreed for now. That is their right. Talk it over together: taking part is free, and one can leave at any time.

    If they change their mind, send them a new link.
notice-consent-withdrawn =
    Your legal representative has withdrawn the consent, so your participation has ended. Staff no longer see your data. Everything kept by this consent is erased for good { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }; until then, /mydata gives you a copy.

    { $complete ->
        [yes] An award that you were given stays valid with its number, but whoever verifies the certificate sees only your initials. The certificate itself is erased too: get it under “My certificates” in the menu and save it before.
       *[no] If you decide together later, you can apply again.
    }

consent-who =
    👪 <b>Consent to a child’s participation</b>

    <b>{ $child }</b> asks for your consent as their legal representative.

    Programme: { $programme }
    Level: { $level }, { $months ->
        [one] { $months } month
       *[other] { $months } months
    }

    Taking part is free and voluntary, and one can leave at any time. A parent, guardian or trustee aged 18 or over can sign. With “I am the representative” you confirm that you are one.
button-i-represent = ✅ I am the representative
button-decline = ✖️ I do not consent
button-agree-go-on = ✅ I have read it and agree
consent-full-name =
    <b>Write your full name</b>

    For example: <i>Gulnar Sarsenova</i>
consent-contact =
    <b>Send your own number</b>

    Tap “Send my number” below: Telegram confirms it, so that we can reach you if needed.
mistake-consent-full-name = ⚠️ Write your name in words.
mistake-consent-contact = ⚠️ Your own number is needed here: tap “Send my number” below. A typed number or another person’s contact will not do.
consent-confirm =
    <b>Check and confirm</b>

    Child: { $child }
    Level: { $level }
    Legal representative: { $name }
    Phone: { $phone }

    By tapping “I consent and sign” you sign the agreement electronically.
button-consent = ✍️ I consent and sign
consent-done =
    🎉 <b>Thank you, it is signed!</b>

    The application has been sent: { $child }. The menu shows you the child’s progress, and you can withdraw the consent at any time.
consent-declining =
    <b>You do not consent?</b>

    Then the application is not sent: { $child }. If you change your mind, ask the child for a new link.
button-decline-surely = Yes, I do not consent
consent-declined = Thank you for your answer. We will tell the child kindly.

wards = { $children ->
    [0] There are no children you represent yet.
    [one] 👪 <b>Your child</b>

        Tap the name to see the stage and the progress.
   *[other] 👪 <b>Your children</b>

        Tap a name to see the stage and the progress.
}
ward =
    👤 <b>{ $child }</b>
    { $level }

    { $state }
ward-submitted = The application is being considered.
ward-planning = The plan is being made with the mentor.
ward-active = 🟢 Taking part in the programme.
ward-paused = ⏸ Participation is paused.
ward-complete = 🏁 The level is complete!
button-ward-progress = 📊 Progress
button-withdraw-consent = Withdraw the consent
ward-withdraw =
    <b>Withdraw the consent?</b>

    { $complete ->
        [yes] { $child }: the data is closed to staff at once, and the way to the badge, if it is not awarded yet, ends here. An award that was given stays valid with its number, but whoever verifies the certificate sees only the initials. The child and the mentor are told. This cannot be undone. The certificate itself is erased too: the child should save it before.
       *[no] { $child }: participation ends at once and the data is closed to staff. The child and the mentor are told. This cannot be undone, but the child can apply again.
    }

    Everything kept by this consent, the name, entries and files, is erased for good { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }. To have it done at once, go back and choose “Erase the data”.
button-withdraw-surely = Yes, withdraw
ward-withdrawn-done =
    The consent is withdrawn and participation has ended: { $child }.

    Everything kept by this consent is erased for good { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }.
button-ward-copy = 📥 Get a copy of the data
button-ward-erase = 🗑 Erase the data
ward-copy-sent = 🗂 { $child }: this is everything we hold by the consent you signed. Do not pass these files on to anybody.
ward-erase =
    🗑 <b>Erase the child’s data?</b>

    { $child }: participation ends at once. The name, phone, photo, and the words and files of the journal that are kept by your consent are erased at once and for good. The child and the mentor are told. This cannot be undone.

    Only numbers without a name remain: how many weeks and minutes, and of a certificate its number. If you want a copy, get it first. Back-ups may hold the data for some days more; if one is ever restored, they are erased again.
ward-erase-surely =
    <b>One last question</b>

    { $child }: erase everything now?
button-ward-erase-surely = 🗑 Yes, erase at once
ward-erased = Everything kept by your consent is erased, and participation has ended. We have told the child.
refused-copied-lately = You had a copy a short while ago. Ask again in an hour.
notice-child-erased =
    Your legal representative has had your data erased, so your participation has ended. Nothing of your journal is left here.

    If you decide together later, you can apply again.

refused-own-link = This link is not for you but for your legal representative: send it to a parent, guardian or trustee.
refused-minor-represents = A legal representative must be 18 or over. Send the link to a parent, guardian or trustee.
refused-phone-of-child = This phone number is the participant’s own. A legal representative confirms with their own Telegram account and number. If the number is yours, the participant can take the application back and correct it.
refused-name-of-child = This is the participant’s own name. Write yours: the representative is another person, a parent, guardian or trustee.
refused-wards-many = One person represents { $most } children at most. Ask another legal representative to sign, or tell the centre.
refused-staff-represents = You decide on this application as staff, so you cannot sign it as a representative. Another parent or guardian can sign.
refused-not-awaiting = Your application is not waiting for a representative now. The menu shows where it stands.
refused-choices-open = The new year changed the requirements: the child has to open the application, answer the new questions and send a new link.
refused-already-ended = This participation has already ended.
refused-ward-is-adult = Your child is 18 now and decides about taking part.

notice-representative-asked-anew =
    👪 <b>Your legal representative has to sign</b>

    Until they sign the agreement you pause, and your mentor does not see your data. All your entries are kept. Send the link to a parent or guardian: once they have signed, everything goes on from where it stopped.
notice-participant-unsigned = 🔒 The signature of a legal representative was asked for again of one of your participants. Until then their data is closed to you as well. There is nothing for you to do: you will be told once it is signed.
notice-of-age =
    🎂 <b>Happy 18th birthday!</b>

    From now on you decide about taking part: no legal representative has to sign, and yours no longer sees your progress. You may let them, if you like.
notice-representative-of-age = 🎂 Your child is 18 now and decides about taking part: you see their progress only if they let you. Thank you for being there!
notice-representative-ended-own = You are no longer named as this participant’s legal representative, and their data is closed to you. If that is a mistake, please contact the centre.
notice-representative-ended-mine = One of your legal representatives is no longer named in the programme; your data is closed to them.
notice-representative-ended-another = Another legal representative of the child whom you represent is no longer named: the child’s data is closed to them.
notice-birth-date-mended = ✏️ A member of staff corrected your birth date. Have a look at your card; if it is wrong, tell your mentor or the centre.

refused-not-representative = The operator noted that you are not this participant’s legal representative, so you cannot sign. If that is a mistake, please contact the centre.
refused-not-of-age = The participant decides this once they are 18. Until then please ask the operator.

mending-date =
    ✏️ <b>Correct the birth date</b>

    { $name }. Now: { $dated ->
        [no] none
       *[yes] { DAY($now) }
    }

    Type the right date as the document has it. For example: <i>05.03.2010</i>
mending-sure =
    <b>Check and confirm</b>

    { $name }
    New birth date: { DAY($mended) }

    The earlier date stays on record. If a legal representative was asked to sign before, one is needed until the earlier date says 18, too.
mending-button-mend = ✅ Correct it
mending-done = ✅ Birth date corrected: { DAY($day) }
mending-done-asked = ✅ Birth date corrected: { DAY($day) }. The participant is under 18: until a representative signs, their data is closed. We have told the participant.

button-own-representatives = 👪 My representatives
own-representatives = { $count ->
    [0] You have no legal representative now.
   *[other] { $adult ->
        [yes] 👪 <b>Your legal representatives</b>

            You are 18: you decide who sees your progress.
       *[no] 👪 <b>Your legal representatives</b>

            Until you are 18 they see your progress and may withdraw their consent.
    }
}
own-representative = 👤 { $name }
own-representative-reads = 👁 { $name }
own-representative-card =
    👤 <b>{ $name }</b>
    Your representative since { DAY($since) }

    { $reads ->
        [yes] Sees your progress.
       *[no] Does not see your progress.
    }
own-button-share = 👁 Let them see it
own-button-unshare = 🙈 Stop showing it
own-button-end = 🚪 End it
own-ending =
    <b>End this representation?</b>

    { $name } will no longer be your representative here, and your data will be closed to them. They will be told.
own-button-end-surely = 🚪 Yes, end it

representation-find =
    👪 <b>Representative and birth date</b>

    Type the participant’s name or a part of it. The search stays on record.
mistake-nobody-found = ⚠️ Nobody was found. Check the name or the number, or type it in another way.
representation-found =
    <b>Which one?</b>

    { $lines }
representation-found-one = <b>{ $name }</b>, age: { $age } · { $place } · { $study }
representation-one =
    👤 <b>{ $name }</b>
    { $lines }
representation-born = Birth date: { DAY($day) }
representation-by = Legal representative: { $name }, { $phone }
representation-button-end = 🚪 End: { $name }
representation-reason = <b>{ $ending }</b>: why do you end this representation?
end-reason-wrong-person = Not the representative
end-reason-court = By a court’s decision
end-reason-asked = At the family’s request
representation-sure =
    <b>End this representation?</b>

    { $ending } will no longer see the data of { $name }. Both will be told. Without another representative’s signature the participant pauses until there is one.
representation-button-surely = 🚪 Yes, end it
representation-ended = The representation is ended.
representation-ended-asked = The representation is ended. The participant was asked for a new representative’s signature.
