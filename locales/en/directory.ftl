# The directory: from a region to a centre, an expert, a mentor and a participant; looking for somebody.
directory-title = 🗂 <b>Directory</b>
directory-place = 🗂 <b>{ $name }</b>
directory-found = 🔎 Looking for: <b>{ $words }</b>
directory-within = 📍 { $place }
directory-role = { $role } · { $place }
directory-rating = 📊 Participants’ average rating: <b>{ $percent } %</b>
directory-choose = What shall I open?
directory-nobody = There is nobody here yet.
directory-line = 👥 { $count } · { $name }
directory-line-waiting = 👥 { $count } · 📥 { $waiting } · { $name }
directory-region = 📍 { $name }
directory-regions = { $count } · Regions
directory-centres = { $count } · Centres
directory-experts = { $count } · Experts
directory-mentors = { $count } · Mentors
directory-participants = { $count } · Participants
directory-button-seek = 🔎 Find
directory-button-list = 🗂 Directory
directory-seek =
    🔎 Whom are we looking for? Type one of these:
    • the name, or a part of it
    • a phone number
    • the number of a certificate
    • the name of a region
