# The own card: corrections, a pause, leaving, the copy of one’s data and its erasure.
card-own =
    👤 <b>My card</b>

    { $lines }
card-line = <b>{ $title }:</b> { $value }
card-button-way = 📊 Directions, plan, pause
card-button-fields = ✏️ Correct
card-button-data = 🗂 My data
card-fields = ✏️ What would you like to correct?

card-rating = 🏅 Personal rating: <b>{ $percent }%</b>
card-direction = { $direction }: <b>{ $percent }%</b> · { $done }
card-plan = 🗓 <b>My plan</b>
card-plan-minutes = { $direction }: { $activity } · { $days } · { $minutes } min
card-plan-days = { $direction }: { $activity } · { $days }
card-characterisation =
    💬 Your mentor’s words about you:
    { $words }

card-button-pause = ⏸ Take a pause
card-button-resume = ▶️ Resume
card-button-withdraw = 🚪 Leave the programme
card-pause =
    ⏸ <b>A pause</b>

    The weeks from this one until you resume are excused: they are not lost, only the end moves. There will be no reminders. You can resume on any day. I will tell your mentor.

    What is the reason?
card-pause-words = Write the reason in a sentence or two: only your mentor sees it.
mistake-pause-words = ⚠️ That is a little long: please write at most { $most } characters.

card-withdraw =
    🚪 <b>Leave the programme?</b>

    Your journal closes, the link for your representative stops working, and I will tell your mentor. This cannot be undone, but you can apply again later.

    Your data and entries are erased for good { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }. You can have them deleted at once under “My data”.
card-button-withdraw-surely = 🚪 Yes, I leave
card-button-stay = ◀️ No, I stay
card-withdrawn =
    You have left the programme. Thank you for being with us!

    Your data is erased for good { $days ->
        [one] in { $days } day
       *[other] in { $days } days
    }. Use the button below to get a copy, or to have it deleted at once.

card-data =
    🗂 <b>The data about you</b>

    A copy is two files: one to read, and a full one that other programs understand (JSON).

    Deletion erases everything for good.
card-button-copy = 📥 Get a copy
card-button-erase = 🗑 Delete everything
mydata-sent = 🗂 This is everything we hold about you. Do not pass these files on to anybody.
card-erase =
    🗑 <b>Delete everything?</b>

    Your name, photo, phone, application, and the words and files of your journal are erased for good. You leave the programme; I will tell your mentor no more than that. It cannot be undone.

    Only numbers without a name remain: how many weeks and minutes, and of a certificate its number. A signature you gave for a child is kept while the child takes part.

    If you want a copy, get it first. Back-ups may hold the data for some days more; if one is ever restored, they are erased again.
card-button-erase-surely = 🗑 Yes, delete
erase-word = delete
card-erase-word = Last step. To confirm, write the word: <b>delete</b>
mistake-erase-word = ⚠️ That is not the word. To delete everything, write <b>delete</b>; if you changed your mind, tap “Back”.
erased = Everything is deleted. All the best! If you want to come back, tap /start.
refused-last-operator = You are the only operator: invite another one first.
refused-mentor-has-participants = First hand the participants over to another mentor. How many there are now: { $participants }.

mydata-title = The data about you: { $programme }
mydata-joined = First seen
mydata-roles = Roles
mydata-public-name = Name in public tables
mydata-household = Lives with me
mydata-note = The mentor’s closing note
mydata-enrolment = Application begun on { DAY($day) }
mydata-characterisation = Your mentor’s words about you
mydata-signed-participant = You signed the agreement
mydata-signed-representative = Your legal representative signed
mydata-plan = Plan, version { $version }, { DAY($day) }
mydata-tasks = Extra task
mydata-excuses = Beginning of an excused absence
mydata-marks = Mentor’s mark
mydata-interview = Interview
mydata-decision = The commission’s decision
mydata-appeal = Appeal
mydata-dispute = Dispute
mydata-transfer = On a transfer
mydata-observation = Observation by staff
mydata-ceremony = Ceremony
mydata-entries = Journal entries: { $entries }
mydata-rest = Also in the full file: signatures for others – { $signatures }, links made – { $links }, messages to you – { $messages }, lines of the log of actions – { $log }.

notice-participant-erased = ℹ️ One of your participants has left the programme and had their data deleted: { $level }, begun on { DAY($day) }. The name is no longer shown.

role-representative = Legal representative
role-mentor = Mentor
role-expert = Expert
role-coordinator = Regional coordinator
role-centre-head = Head of a centre
role-operator = Operator
