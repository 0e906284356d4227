# The menu, help, stopping what was begun.
menu-title = 🏠 <b>{ $name }</b>
menu-representative = 👪 You are a legal representative. { $children ->
    [one] Your child’s progress is below.
   *[other] The progress of your { $children } children is below.
}
menu-mentor = { $entries ->
    [0] 🔎 No entries are waiting for you 👏
    [one] 🔎 { $entries } entry is waiting for your review.
   *[other] 🔎 { $entries } entries are waiting for your review.
}
{ $newcomers ->
    [0] 🆕 No new applications.
    [one] 🆕 { $newcomers } new application is waiting for your answer.
   *[other] 🆕 { $newcomers } new applications are waiting for your answer.
}
menu-head =
    { $unassigned ->
        [0] 📥 Every application has a mentor 👏
       *[other] 📥 Applications without a mentor: { $unassigned }
    }
menu-standing-in = 🤝 { $colleagues ->
    [one] You stand in for { $colleagues } colleague now.
   *[other] You stand in for { $colleagues } colleagues now.
}
menu-staff = When there is a message for you, it comes to this chat at once.

menu-button-apply = 📝 Apply
menu-button-continue = 📝 Continue the application
menu-button-about = ℹ️ About
menu-button-link = 🔗 Representative’s link
menu-button-take-back = ✏️ Change the application
menu-button-card = 👤 My card
menu-button-plan = 🗓 My plan
menu-button-confirm = 🗓 Confirm my plan
menu-button-add = ➕ Add an entry
menu-button-entries = 📖 Journal
menu-button-absence = 🤒 I cannot take part
menu-button-progress = 📊 Progress
menu-button-ceremonies = 🎖 Ceremonies
menu-button-portfolio = 📘 Portfolio
menu-button-resume = ▶️ Resume
menu-button-next-level = 🏅 Apply for the next level
menu-button-ward = 📊 { $name }
menu-button-wards = 👪 My child and the consent
menu-button-reviews = 🔎 Review: { $entries }
menu-button-newcomers = 🆕 New: { $newcomers }
menu-button-participants = 👥 Participants: { $participants }
menu-button-applications = 📥 Without a mentor: { $unassigned }
menu-button-staff = ✉️ Staff and centres
menu-button-directory = 🗂 Directory
menu-button-away = 🏖 Days away
menu-button-broadcast = 📣 Message to many
menu-button-honesty = 🔁 Honesty
menu-button-disputes = ⚖️ Disputes
menu-button-transfers = 🔁 Transfers
menu-button-language = 🌐 Language
menu-button-help = ❓ Help

cancel-stopped = ✖️ Stopped. The answers you gave before are kept.
cancel-nothing = There is nothing to stop. Here is the menu.

help-newcomer = 📝 To take part, tap “Apply” in the menu. It takes about five minutes; if you stop halfway, you can go on tomorrow.
help-applicant = ⏳ The menu always shows where your application stands: /menu. When anything changes, a message comes here.
help-participant =
    ➕ <b>To add a journal entry,</b> just send what you did: a photo, a video, a voice message or text. You can say it all at once: <i>running 40 min</i>. The rest you confirm with one tap.
    📊 Your progress: /progress · 🗓 your plan: /plan
    Until your mentor has decided, you can take an entry back in “📖 Journal”.
help-paused = ⏸ Your participation is paused. When you are ready, tap “Resume” in the menu: /menu
help-complete = 🏁 You have completed the level! Your progress: /progress. Apply for the next level in the menu: /menu
help-representative = 👪 The menu shows your child’s progress. Your child keeps the journal; you can withdraw your consent in the menu at any time.
help-mentor = 🔎 When a participant sends an entry, you are told at once: approve or return it with the buttons below it. Everything that is waiting: /review. Participants and new applications are in the menu: /menu
help-head = ✉️ Inviting staff, applications without a mentor, centres: all in the menu, /menu
help-honesty = 🔁 Photos, videos and essays that were sent before are in the menu, under “🔁 Honesty”: by mentor and participant, each pair. The mentor decides; when three of one participant are confirmed, the expert is told.
help-disputes = ⚖️ All disputes that wait for an answer are in the menu, under “⚖️ Disputes”, the longest waiting first: /menu
help-everyone =
    🏠 /menu – the menu · 🌐 /language – the language
    👤 /mydata – the data about you: get a copy or have it deleted
    ✖️ /cancel – stop what you began


# The first minute: language, cards about the programme, invitation links.
choose-language =
    🇰🇿 Сәлеметсіз бе! Тілді таңдаңыз.
    Здравствуйте! Выберите язык.
    Hello! Choose your language.
language-kk = Қазақша
language-ru = Русский
language-en = English

welcome-card =
    { $emoji } <b>{ $title }</b>

    { $text }

    { $page } / { $pages }
button-apply = 📝 Apply

refused-unknown-link = I do not know this link: part of it may be missing. Ask whoever sent it to send it again.

welcome-mentor =
    🤝 Welcome! You are now a <b>mentor</b>.

    You will be told of each new participant: open their card, make the plan together, and approve their journal right in this chat.
welcome-expert =
    🔎 Welcome! You are now an <b>expert</b>.

    You see the mentors assigned to you and their participants, settle disputes, and stand in for a mentor when needed.
welcome-coordinator =
    🗺 Welcome! You are now a <b>regional coordinator</b>.

    You see the experts, mentors and participants of your region.
welcome-centre-head =
    🏫 Welcome! You are now the <b>head of a programme centre</b>.

    You invite the staff and choose mentors for new participants.
welcome-operator =
    ⚙️ Welcome! You are now an <b>operator of the programme</b>.

    The menu has everything that is open to you.
ask-staff-name =
    Write your full name: this is how participants and colleagues will see you.

    For example: <i>Aigul Serikova</i>
