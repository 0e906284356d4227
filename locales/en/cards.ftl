# The card of staff, documents, the card of a centre.
menu-button-staff-card = 🪪 My staff card
menu-card-owed = 🪪 Your staff card is not filled in yet: add a photo and a few words about yourself. Participants choose a mentor by them.
staff-card-offer =
    🪪 <b>Shall we fill in your staff card?</b>

    A photo, a few words about yourself, your achievements, e-mail and copies of documents. It takes two or three minutes; later is fine too, the card stays in the menu.
staff-card-button-fill = 🪪 Fill in my card

staff-card =
    🪪 <b>{ $name }</b>
    { $lines }

    <i>Your name, photo and “About me” are seen by participants who choose a mentor and by their representatives. The rest is seen only by the staff who answer for you.</i>
staff-card-owed = ✍️ With a photo and “About me” your card is ready.
staff-card-photo = 📷 Photo
staff-card-about = 👋 About me
staff-card-achievements = 🏆 Achievements
staff-card-email = ✉️ E-mail
staff-card-button-person = ✏️ Name and phone
ask-card-photo = 📷 Send your photo: participants who choose a mentor will see it too.
ask-card-about = 👋 Write a few words about yourself: who you are, what you do, how you help participants.
ask-card-achievements = 🏆 Write about your achievements: education, experience, distinctions.
ask-card-email = ✉️ Write your e-mail address, for example aigul@mail.kz
mistake-card-about = ⚠️ It takes { $shortest } to { $longest } characters.
mistake-card-achievements = ⚠️ It takes { $shortest } to { $longest } characters.
mistake-card-email = ⚠️ This does not look like an e-mail address. For example: aigul@mail.kz
card-button-take-off = 🗑 Take it off

card-of-mentor = 🧑‍🏫 Mentor: <b>{ $name }</b>
card-of-staff = 👤 <b>{ $name }</b>
card-post = { $role } · { $where }
card-phone = ☎️ { $phone }
card-email = ✉️ { $email }
card-achievements =
    🏆 Achievements:
    { $words }
staff-button-card = 🪪 Open the card
button-mentor = 🧑‍🏫 Mentor
button-choose-mentor = ✅ Choose this mentor
button-choose-centre = ✅ Choose this centre
refused-no-mentor-yet = There is no mentor yet.

centre-card-button = 🏫 Centre’s card
centre-cards = 🏫 Which centre?
centre-card-title =
    🏫 <b>{ $name }</b>
    { $place }
centre-card-contact =
    ☎️ Contact:
    { $words }
centre-card-empty = The card is not filled in yet.
centre-card-part-about = 🏫 About the centre
centre-card-part-achievements = 🏆 Achievements
centre-card-part-contact = ☎️ Contact
ask-centre-about = 🏫 Tell about the centre: who you are, what you do, where you are. Participants who choose a centre will see it too.
ask-centre-achievements = 🏆 Tell about the centre’s achievements. Participants who choose a centre will see them too.
ask-centre-contact = ☎️ Write how to reach the centre: address, phone, e-mail. Only staff will see it.
mistake-centre-about = ⚠️ It takes { $shortest } to { $longest } characters.
mistake-centre-achievements = ⚠️ It takes { $shortest } to { $longest } characters.
mistake-centre-contact = ⚠️ It takes { $shortest } to { $longest } characters.

documents-button = 📎 Documents
documents-button-own = 📎 My documents
documents-button-of = 📎 Documents: { $count }
documents-button-open = 📎 Open the documents
documents-button-new = ➕ Add a document
documents =
    📎 <b>Documents</b>
    { $name }

    { $count ->
        [0] No documents yet.
       *[other] In all: { $count }
    }
documents-who-sees =

    <i>Documents are seen only by the staff who answer for you, and each look is on record. You can take back at any time what you added.</i>
document-agreement = Agreement
document-birth = Birth certificate
document-reference = Reference
document-identity = Identity card
document-diploma = Diploma
document-certificate = Certificate
document-distinction = Mark of distinction
document-other = Other document
document-line = { $kind } · { DAY($day) }
document-one =
    📎 <b>{ $kind }</b>
    Added on { DAY($given) }
document-by = Added by { $by }
document-button-open = 👁 Open
document-button-withdraw = 🗑 Take back
document-file = 📎 { $kind }
document-ask-kind = 📎 Which document is it?
document-ask-day = 📅 When was it issued? For example: 05.03.2024
document-button-no-day = No date
document-ask-file =
    📎 <b>{ $kind }</b>

    Send a copy as a photo or a file (a PDF, for example). One document in a message.
mistake-document-file = ⚠️ It takes a photo or a file of the document.
refused-document-day = ⚠️ There is no such day. For example: 05.03.2024
refused-documents-many = There are { $most } documents: take one back to add another.
notice-document-given = 📎 A new document of your participant’s has come: <b>{ $name }</b>

mydata-achievements = Achievements
mydata-email = E-mail
mydata-document = Document
