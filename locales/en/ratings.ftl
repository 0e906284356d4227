# Ratings: a participant's own place, staff's tables, the name in public tables.
menu-button-rating = 🏅 Rating
menu-button-ratings = 🏅 Ratings
progress-button-rating = 🏅 Place in the rating
button-public-name = 📣 My name in tables

rating-title = 🏅 <b>{ $name }</b>, { $level }
rating-personal = Personal rating: <b>{ $percent } %</b>
rating-direction = { $emoji } { $name }: { $percent } %
rating-country = In the country: <b>place { $place }</b> of { $of }
rating-region = 📍 { $region }: <b>place { $place }</b> of { $of }
rating-near = Places above and below, without names:
rating-neighbour = Place { $place } – { $percent } %
rating-you = 👉 <b>Place { $place } – { $percent } %</b>, this is you
rating-child = 👉 <b>Place { $place } – { $percent } %</b>, this is your child
rating-few = There are few participants at this level yet, so the ratings of others are not shown.
rating-note = <i>The rating never decides about the award. The ratings of others are renewed every hour.</i>
rating-not-begun = 🏅 The rating will be here once the plan is agreed and the level has begun.
rating-button-leaders = 🌟 Leaders of the month
rating-button-name = 📣 Name in public tables
rating-button-progress = 📊 Progress

leaders-title =
    🌟 <b>Leaders of the month</b>
    { $level } · { $where }
    Since { DAY($month) }
leaders-everywhere = the whole country
leaders-line = { $place }. <b>{ $name }</b>: +{ $gained }
leaders-own = 👉 { $place }. <b>{ $name }</b>: +{ $gained }
leaders-none = Nobody is here yet this month.
leaders-note = <i>Shown is by how many percent the rating grew this month. Only those who have agreed are in the table.</i>
leaders-button-rating = 🏅 My rating

public-name-asked-own =
    📣 <b>Would you like to be in public tables?</b>

    Participants of the programme see the table “Leaders of the month”. It has only the short name that you choose and how much the rating grew: no photo, no school, no place. Change your mind, and the name is gone at once.
public-name-asked-child =
    📣 <b>Should { $of } be in public tables?</b>

    Participants of the programme see the table “Leaders of the month”. It has only a short name that you choose and how much the rating grew: no photo, no school, no place. Take the consent back, and the name is gone at once.
public-name-lapsed = 🎂 You are 18. The consent of your legal representative is over: now it is your choice.
public-name-representative = Until you are 18, your legal representative gives this consent.
public-name-given-own =
    📣 In public tables you are <b>{ $name }</b>.

    You can take it back at any time with one tap.
public-name-given-child =
    📣 In public tables <b>{ $of }</b> is <b>{ $name }</b>.

    You can take the consent back at any time with one tap.
public-name-button-give = ✅ Yes: { $name }
public-name-button-words = ✏️ Write another name
public-name-button-take-back = ✖️ Take the name out
public-name-button-ask = 👪 Ask my representative
public-name-button-rating = 🏅 Rating
public-name-taken-back = The name is out of the public tables.
public-name-told = Your legal representative has been asked. If they agree, your name will be in the table.
public-name-told-before = Your legal representative was asked this month already. Let us wait for the answer.
public-name-ask-words =
    ✏️ <b>Which name should be shown?</b>

    Write a short name: letters only, at most { $most } characters. For example: <i>Aigerim S.</i>
refused-public-name = A name has letters only, at most { $most } characters. For example: Aigerim S.
refused-public-name-minor = Until the age of 18 the legal representative gives this consent.
refused-public-name-adult = The participant is 18: now they give this consent themselves.

ratings-title = 🏅 <b>Ratings</b>, level: { $level }
ratings-counts-participants = Participants: { $participants }
ratings-counts-mentors = Participants: { $participants }, mentors: { $mentors }
ratings-counts-experts = Participants: { $participants }, mentors: { $mentors }, experts: { $experts }
ratings-counts-coordinators = Participants: { $participants }, mentors: { $mentors }, experts: { $experts }, regional coordinators: { $coordinators }
ratings-mean = At this level: { $total }, mean rating: { $percent } %
ratings-as-of = 🕐 As of { MOMENT($moment) }
ratings-line = { $number }. <b>{ $name }</b>: { $percent } %
ratings-row = <b>{ $name }</b>: { $percent } %
ratings-part = { $emoji } { $percent }
ratings-none = Nobody is here yet.
ratings-sort-high = ⬇️ Highest first
ratings-sort-low = ⬆️ Lowest first
ratings-sort-name = 🔤 By name
ratings-button-picture = 🖼 Picture
ratings-button-file = 📄 XLSX table
ratings-button-region = 📍 By region
ratings-button-centre = 🏢 By centre
ratings-button-mentor = 👤 By mentor
ratings-button-participants = 👥 Participants
ratings-by-region = 📍 <b>By region</b>, level: { $level }
ratings-by-centre = 🏢 <b>By centre</b>, level: { $level }
ratings-by-mentor = 👤 <b>By mentor</b>, level: { $level }
ratings-group = { $number }. <b>{ $name }</b>: { $percent } %, participants: { $participants }
ratings-no-region = No region given
ratings-no-centre = Without a centre
ratings-no-mentor = Without a mentor
ratings-file = 📄 Ratings, level: { $level }. The file holds personal data: do not pass it on.
ratings-picture-title = Ratings: { $level }
ratings-picture-mean = Participants: { $total }, mean rating: { $percent } %
ratings-picture-line = { $number }. { $name }

sheet-name = { $level }
sheet-place = Place
sheet-participant = Participant
sheet-region = Region
sheet-centre = Programme centre
sheet-mentor = Mentor
sheet-rating = Personal rating, %
