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
