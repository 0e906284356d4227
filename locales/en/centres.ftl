# An organisation applies to become a programme centre: questions, decision, contract.
org-step = 🏫 Application for a centre · { $step } / { $steps }
org-ask-name =
    <b>What is the full name of your organisation?</b>

    For example: <i>Youth Centre of Almaty Region</i>
org-ask-legal-status =
    <b>What is its legal status?</b>

    For example: <i>municipal state institution</i>, <i>public foundation</i>
org-ask-contact =
    <b>What is your name?</b>

    We will keep in touch with you. Once the contract is signed you become the head of the centre.
org-ask-region =
    <b>Which region is it in?</b>

    Choose from the list or write its name.
org-ask-place =
    <b>In which city, district or village?</b>

    For example: <i>Taldykorgan</i>
org-ask-address =
    <b>What is the address?</b>

    For example: <i>12 Tauelsizdik Street, office 3</i>
org-ask-phone =
    <b>What is the organisation’s phone number?</b>

    For example: <i>+7 7282 12 34 56</i>
org-ask-email =
    <b>What is the e-mail address?</b>

    For example: <i>jastar@example.kz</i>
org-ask-mission =
    <b>What is the organisation’s mission?</b>

    What was it founded for, whom does it help? Two or three sentences will do.
org-ask-projects =
    <b>Which projects do you run?</b>

    Name projects with young people, past and present.
mistake-org-name = ⚠️ Write the name in { $shortest }–{ $longest } characters. For example: <i>Youth Centre of Almaty Region</i>
mistake-org-legal-status = ⚠️ Write the status in { $shortest }–{ $longest } characters. For example: <i>public foundation</i>
mistake-org-contact = ⚠️ Write your first and last name in letters ({ $shortest }–{ $longest } characters). For example: <i>Aigul Serikova</i>
mistake-org-region = ⚠️ I found no such region. Choose from the list below; it has several pages.
mistake-org-place = ⚠️ Write the place in { $shortest }–{ $longest } characters. For example: <i>Taldykorgan</i>
mistake-org-address = ⚠️ Write the address in { $shortest }–{ $longest } characters. For example: <i>12 Tauelsizdik Street</i>
mistake-org-phone = ⚠️ Write the number with its code. For example: <i>+7 7282 12 34 56</i>
mistake-org-email = ⚠️ The e-mail address seems mistyped. For example: <i>jastar@example.kz</i>
mistake-org-mission = ⚠️ Describe the mission in { $shortest }–{ $longest } characters: what for, and whom it helps.
mistake-org-projects = ⚠️ Describe the projects in { $shortest }–{ $longest } characters: name, for whom, what came of it.
org-title-name = Name
org-title-legal-status = Status
org-title-contact = Contact
org-title-region = Region
org-title-place = Place
org-title-address = Address
org-title-phone = Phone
org-title-email = E-mail
org-title-mission = Mission
org-title-projects = Projects
org-example-legal-status = municipal state institution
org-example-address = 12 Tauelsizdik Street
org-example-mission = We help young people to find their talents and to be of use where they live.
org-example-projects = Zhasyl El volunteers, summer hikes through our region.
org-summary =
    <b>Check your answers</b>

    { $lines }
org-button-send = 📨 Send to the operator
org-sent =
    🎉 <b>The application is sent!</b>

    The operator will answer in this chat. You can see where it stands under /help → “Apply for an organisation”.
help-button-centre = 🏫 Apply for an organisation
menu-button-centre = 🏫 Organisation
staff-button-centre-applications = 🏫 Applications for centres

org-card-head = 🏫 <b>Application for a centre</b>
org-state-submitted = ⏳ Waiting for the operator’s decision.
org-state-contract = ✅ Approved. Last day for the contract: { DAY($day) }
org-state-contract-signed = ✍️ The applicant says that the contract is signed. Waiting for the operator’s confirmation. Due: { DAY($day) }
org-state-signed = 🎉 The centre is open.
org-state-refused = ❌ Not accepted.
org-state-lapsed = ⌛️ The contract was not signed in time, the registration has lapsed.
org-state-withdrawn = 🗑 Withdrawn.
org-state-draft = 📝 Being filled in.
org-button-accept = ✅ Approve
org-button-refuse = ❌ Refuse
org-button-confirm = ✅ Signed: open the centre
org-button-deny = ↩️ We have no contract
org-button-signed = ✍️ The contract is signed
org-button-withdraw = 🗑 Withdraw the application
org-button-again = 📝 Apply again
org-waiting = { $count ->
    [0] 🏫 No application unanswered, no contract under way 👏
   *[other] 🏫 <b>Applications and contracts</b>: { $count }. Shown: { $shown }. 🆕 waits for a decision, ✍️ for a contract.
}
org-refuse-words = ✍️ Why do you refuse it? The applicant will read exactly these words. At most { $most } characters.

org-told-accepted =
    🎉 <b>The application is approved!</b>

    { $name }: now sign a contract with the operator. Last day: <b>{ DAY($day) }</b>. After that the registration lapses. Once it is signed, tap the button below.
org-told-refused = ❌ The application was not accepted: { $name }. You can correct it and apply again, your answers are kept.
org-told-not-signed = ↩️ The operator did not find the contract: { $name }. Check the papers and tell us again. Last day: { DAY($day) }
org-told-signed = ✍️ The contract is said to be signed: { $name }. Check it and open the centre. Due: { DAY($day) }
org-told-opened =
    🎉 <b>Congratulations, the centre is open!</b>

    { $name }: you are the head of the centre. Invite mentors and experts from the menu.
org-told-lapsed =
    ⌛️ <b>The contract was not signed in time</b>

    { $name }: the last day was { DAY($day) }, so the registration has lapsed. You can apply again, your answers are kept.
org-told-lapsed-operator = ⌛️ A contract was not signed in time ({ DAY($day) }), the registration has lapsed: { $name }. The organisation was told, too.
org-contract-due = ✍️ <b>Do not forget the contract with the operator</b>
org-centres-due = 🏫 <b>Centres waiting for your decision</b>
refused-centre-applied = Your application is under way. You can see where it stands under /help → “Apply for an organisation”.
refused-centre-no-draft = This application can no longer be filled in: it was sent or closed.
refused-centre-unanswered = Some questions are still open. Answer them first.
refused-centre-reason = Write the reason in a sentence or two, at most { $most } characters.
refused-centre-moved = Things have changed meanwhile. Here is how it stands now.
refused-centre-known-applied = This region already has a centre with that name. The applicant should apply again under another one.
