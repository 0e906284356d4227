# The application: questions, choices, agreement, sending, answering.
application-step = 📝 Application · { $step } / { $steps }
answer-now = Now: <b>{ $current }</b>
button-keep-answer = Keep it ▶️
answer-day = { DAY($day) }
mistake-typed = You wrote: “{ $typed }”
mistake-write = ⚠️ Answer this question in words: just write a message.
mistake-tap = ⚠️ Tap one of the buttons below.

ask-full-name =
    <b>What is your name?</b>

    Write your full name as in your documents.
    For example: <i>Aigerim Sarsen</i>
mistake-full-name = ⚠️ Write first and last name with a space between, letters only ({ $shortest }–{ $longest } characters). For example: <i>Aigerim Sarsen</i>
ask-birth-date =
    <b>When were you born?</b>

    Tap the year, then the month and the day. Or write it: <i>05.03.2010</i>, <i>5 March 2010</i>
mistake-birth-date = ⚠️ Write the day, month and year. For example: <i>05.03.2010</i> or <i>5 March 2010</i>
button-another-date = ↩️ Another date
ask-region =
    <b>Which region do you live in?</b>

    Choose from the list or write its name.
mistake-region = ⚠️ I found no such region. Choose from the list below; it has several pages.
ask-place =
    <b>Which city, district or village do you live in?</b>

    For example: <i>Talgar district, Panfilov village</i>
mistake-place = ⚠️ Write the name of the place ({ $shortest }–{ $longest } characters). For example: <i>Talgar</i>
ask-study =
    <b>Where do you study or work?</b>

    For example: <i>School No. 12, grade 9B</i>
mistake-study = ⚠️ Write where you study or work ({ $shortest }–{ $longest } characters). For example: <i>School No. 12, grade 9B</i>
ask-photo =
    <b>Send a photo of yourself</b>

    You alone, with your face clearly visible.
ask-photo-later = No photo at hand? You can add it before sending the application.
mistake-photo = ⚠️ I need a picture: send it as an ordinary photo or as a file (JPEG, PNG, HEIC, up to 20 MB).
photo-taken = This is how your photo looks.
button-photo-later = I’ll add it later
answer-photo = added ✅
ask-about =
    <b>Tell us about yourself</b>

    Two or three sentences will do: what are you like, what interests you, what do you hope for here?
mistake-about = ⚠️ Write { $shortest }–{ $longest } characters about yourself. For example: <i>I am in grade nine, I love history and want to learn to speak in public.</i>
ask-hobbies =
    <b>What are your hobbies?</b>

    For example: <i>volleyball, dombra, drawing</i>
mistake-hobbies = ⚠️ Write what you do in your free time ({ $shortest }–{ $longest } characters). For example: <i>volleyball, dombra</i>
ask-phone =
    <b>What is your phone number?</b>

    Tap the button below and Telegram sends your number. Or write it: <i>+7 701 123 45 67</i>
mistake-phone = ⚠️ Send your own number with the “Send my number” button, or write it. For example: <i>+7 701 123 45 67</i>
button-share-contact = 📱 Send my number

ask-level =
    <b>Choose your level</b>

    { $levels }

    Tap a level to see all that it takes.
level-short = { $emoji } <b>{ $name }</b>: { $about }
level-card = { $card }
level-title =
    { $emoji } <b>{ $name }</b> – { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
level-weeks =
    { $direction }: { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    }, at least { $minutes } min a week
level-books =
    { $direction }: { $books ->
        [one] { $books } book
       *[other] { $books } books
    }
level-section = { "   " }• { $section }: at least { $least }
level-days =
    { $direction }: { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
level-choice = ❓ { $question }
level-option = { "   " }• { $name }
level-optional = ➕ { $direction }: if you like
button-choose-level = ✅ I choose: { $name }

ask-directions =
    <b>Your directions</b>

    { $directions }

    You may add more if you like.
direction-line = ✅ { $direction }
button-direction-add = ➕ { $direction }
button-direction-added = ✅ { $direction }
ask-choice = <b>{ $question }</b>
ask-partner =
    <b>Choose a partner organisation</b>

    { $direction }

    This direction is done with an authorised partner organisation.
button-partner-later = I’ll choose with my mentor
ask-centre =
    <b>Choose a programme centre</b>

    Centres of your region come first (📍). Write a name or a city and I will find it.
centre-near = 📍 { $name } · { $place }
centre-far = { $name } · { $place }
centre-search =
    { $found ->
        [0] 🔍 No centre found for “{ $search }”. Try writing it another way.
       *[other] 🔍 Found for “{ $search }”: { $found }
    }
button-all-centres = ✖️ All centres
button-centre-later = Let the operator choose
ask-mentor =
    { $found ->
        [0] <b>The centre will choose your mentor</b>

            This centre has no free mentors yet. Tap the button below and the centre will find you one.
       *[other] <b>Choose your mentor</b>

            The mentor makes the plan with you and approves your journal. Those with the fewest participants come first.
    }
mentor-unnamed = Mentor No. { $number }
button-mentor-later = Let the centre choose

closed = { $why }
closed-too-young =
    🌱 The programme opens for you a little later: you are { $age } now.

    Come back on <b>{ DAY($opens) }</b>, we will be glad to see you! Your answers will be kept.
closed-too-old = 🙏 Thank you for your interest! Sadly, one can take part only up to the age of { $oldest }, and you are { $age }. Your experience could help others: get in touch with a programme centre about becoming a mentor.
closed-next-level = 🏅 You already hold every level open at your age ({ $age }), congratulations! The next one opens on <b>{ DAY($opens) }</b>.
closed-all-awarded = 🏅 You already hold every level. Congratulations!
closed-no-more = To go on with your application, open the menu.
button-correct-birth-date = ✏️ Correct my date of birth

summary =
    <b>Check your answers</b>

    { $lines }
summary-line = <b>{ $question }:</b> { $answer }
summary-missing =
    ⚠️ Before sending, { $missing ->
        [one] { $missing } question still needs an answer.
       *[other] { $missing } questions still need an answer.
    }
title-full-name = Name
title-birth-date = Date of birth
title-region = Region
title-place = Town, village
title-study = Study or work
title-photo = Photo
title-about = About me
title-hobbies = Hobbies
title-phone = Phone
title-level = Level
title-directions = Directions
title-choice = Choice { $sign }
title-partner = Partner { $sign }
title-centre = Centre
title-mentor = Mentor
answer-none = no answer
answer-partner-later = with the mentor
answer-centre-later = the operator chooses
answer-mentor-later = the centre chooses
button-read-agreement = 📄 Read and sign
button-fill-missing = ➡️ Answer the rest
button-change-answer = ✏️ Change an answer
change-answer = <b>Which answer do you want to change?</b>

agreement-to-the-end =
    👇 To sign, read to the end: { $unread ->
        [one] { $unread } page left.
       *[other] { $unread } pages left.
    }
agreement-sign = By tapping “Sign and send” you sign this agreement electronically, of your own free will.
button-sign-and-send = ✍️ Sign and send
agreement-version = Version: { $version }
agreement-signed-by = ✍️ { $name } – { DAY($day) }, version: { $version }
application-sent =
    🎉 <b>Your application is sent!</b>

    { $where }

# Where it stands: the menu says it in these words too.
where-apply = You have not applied yet. Five minutes are enough to begin.
where-go-on = { $left ->
    [0] 📝 Your application is ready: sign the agreement and send it.
    [one] 📝 Your application is under way: { $left } question left.
   *[other] 📝 Your application is under way: { $left } questions left.
}
where-representative = ⏳ We are waiting for your legal representative to sign. Have you sent them the link?
where-new-link = ⚠️ The link for your legal representative has expired or was used. Get a new one and send it.
where-mentor-answers = ⏳ A mentor is looking at your application: { $who }.
where-centre-chooses = ⏳ The centre is choosing a mentor for you: { $who }.
where-operator-chooses = ⏳ The operator is choosing a centre and a mentor for you.
where-plan = 🗓 Your application is accepted! Your mentor ({ $who }) is preparing your plan.
where-confirm-plan = 🗓 Your plan is ready: look at it and confirm it. Mentor: { $who }.
where-activate = 🗓 The plan is agreed. As soon as your mentor ({ $who }) activates you, the journal opens.
where-journal = 🟢 You are in the programme: { $level }. Keep your journal!
where-paused = ⏸ Your participation is paused: { $level }.
where-complete = 🏁 Level complete: { $level }. Congratulations!
where-revoked = 🏁 Level complete: { $level }.
where-refused = Your application was not accepted. You can apply again if you like.
where-withdrawn = Your participation has ended. You can apply again if you like.
where-until = 📅 Last day: { DAY($day) }
where-your-mentor = your mentor

# Refusals.
refused-birth-date-signed = The date of birth cannot be changed once the agreement is signed. If it is wrong, tell your mentor or the centre.
refused-applied = Your application is already sent. The menu shows where it stands.
refused-no-draft = This application can no longer be changed: it was sent or closed. The menu shows where it stands.
refused-level = This level is not open to you now: choose one that suits your age and that you do not hold yet.
refused-unanswered = Some questions of the application have no answer yet. Answer those first.
refused-unsigned = Read and sign the agreement first.
refused-agreement-changed = The agreement’s text was updated while you were reading. Read the new one and sign again.
refused-unread = First read the agreement in this language to its end.
refused-mentor-assigned = A mentor has already been chosen for this application.

# To those who answer an application.
notice-application-new =
    📥 <b>A new participant</b>

    { $name } · { $level }
    Answer by { DAY($day) }
button-newcomer = 👀 Open the card
notice-applications-new =
    📥 <b>New participants: { $newcomers }</b>
    Answer the first by { DAY($day) }
notice-application-unassigned =
    📥 <b>A new application: choose a mentor</b>

    { $name } · { $level }
    Answer by { DAY($day) }

    Mentors with the fewest participants come first.
notice-application-no-mentors =
    📥 <b>A new application, but no mentors</b>

    { $name } · { $level }
    Answer by { DAY($day) }

    Invite a mentor from the menu and come back here.
button-look-again = 🔄 Look again
button-mentor-with-load = { $name } ({ $load })
application-has-mentor =
    ✅ <b>A mentor is chosen</b>

    Participant: { $name }
    Mentor: { $mentor }
notice-mentor-assigned =
    🤝 Your mentor is <b>{ $name }</b>.

    They will answer your application by { DAY($day) }.
notice-participant-left = ℹ️ A participant has left the programme: { $name }. The legal representative withdrew the consent, so the participant’s data is closed to you now.

refused-birth-date-bound = A legal representative was asked to sign by this birth date, so only staff can correct it. If it is wrong, tell your mentor or the centre.
refused-birth-date-often = You gave your birth date { $most } times, so now only staff can correct it. Tell your mentor or the centre.
