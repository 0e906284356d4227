# Рейтинг: қатысушының өз орны, қызметкерлердің кестелері, ашық кестелердегі есім.
menu-button-rating = 🏅 Рейтинг
menu-button-ratings = 🏅 Рейтинг
progress-button-rating = 🏅 Рейтингтегі орны
button-public-name = 📣 Ашық кестедегі есімім

rating-title = 🏅 <b>{ $name }</b>, { $level } деңгей
rating-personal = Жеке рейтинг: <b>{ $percent } %</b>
rating-direction = { $emoji } { $name }: { $percent } %
rating-country = Ел бойынша: { $of } қатысушының ішінде <b>{ $place }-орын</b>
rating-region = 📍 { $region }: { $of } қатысушының ішінде <b>{ $place }-орын</b>
rating-near = Алдыңғы және кейінгі орындар, есімсіз:
rating-neighbour = { $place }-орын – { $percent } %
rating-you = 👉 <b>{ $place }-орын – { $percent } %</b>, бұл – сіз
rating-child = 👉 <b>{ $place }-орын – { $percent } %</b>, бұл – балаңыз
rating-few = Бұл деңгейде қатысушы әзірге аз, сондықтан өзгелердің рейтингі көрсетілмейді.
rating-note = <i>Рейтинг марапаттау шешіміне әсер етпейді. Өзгелердің рейтингі сағат сайын жаңарады.</i>
rating-not-begun = 🏅 Рейтинг жеке кесте келісіліп, деңгей басталған соң осы жерде көрінеді.
rating-button-leaders = 🌟 Айдың көшбасшылары
rating-button-name = 📣 Ашық кестедегі есім
rating-button-progress = 📊 Жетістік

leaders-title =
    🌟 <b>Айдың көшбасшылары</b>
    { $level } · { $where }
    Басталған күні: { DAY($month) }
leaders-everywhere = бүкіл ел
leaders-line = { $place }. <b>{ $name }</b>: +{ $gained }
leaders-own = 👉 { $place }. <b>{ $name }</b>: +{ $gained }
leaders-none = Бұл айда мұнда әзірге ешкім жоқ.
leaders-note = <i>Рейтинг осы айда неше процентке өскені көрсетілген. Кестеде келісім бергендер ғана бар.</i>
leaders-button-rating = 🏅 Менің рейтингім

public-name-asked-own =
    📣 <b>Есіміңіз ашық кестеде тұрсын ба?</b>

    «Айдың көшбасшылары» кестесін бағдарламаға қатысушылар көреді. Онда өзіңіз таңдаған қысқа есім мен рейтингтің өсімі ғана тұрады: фото да, мектеп те, мекенжай да жоқ. Райыңыздан қайтсаңыз, есіміңіз сол сәтте алып тасталады.
public-name-asked-child =
    📣 <b>{ $of } ашық кестеде тұрсын ба?</b>

    «Айдың көшбасшылары» кестесін бағдарламаға қатысушылар көреді. Онда таңдалған қысқа есім мен рейтингтің өсімі ғана тұрады: фото да, мектеп те, мекенжай да жоқ. Келісімді қайтарып алсаңыз, есім сол сәтте алып тасталады.
public-name-lapsed = 🎂 Сіз 18 жасқа толдыңыз. Заңды өкіліңіздің бұрынғы келісімі аяқталды, енді өзіңіз шешесіз.
public-name-representative = Сіз 18 жасқа толғанша бұл келісімді заңды өкіліңіз береді.
public-name-given-own =
    📣 Ашық кестедегі есіміңіз – <b>{ $name }</b>.

    Кез келген уақытта бір батырмамен бас тарта аласыз.
public-name-given-child =
    📣 <b>{ $of }</b>: ашық кестедегі есімі – <b>{ $name }</b>.

    Келісімді кез келген уақытта бір батырмамен қайтарып ала аласыз.
public-name-button-give = ✅ Иә: { $name }
public-name-button-words = ✏️ Басқа есім жазу
public-name-button-take-back = ✖️ Есімді алып тастау
public-name-button-ask = 👪 Заңды өкілден сұрау
public-name-button-rating = 🏅 Рейтинг
public-name-taken-back = Есім ашық кестелерден алып тасталды.
public-name-told = Заңды өкіліңізге хабар жіберілді. Ол келіссе, есіміңіз кестеде пайда болады.
public-name-told-before = Заңды өкіліңізден осы айда сұрағанбыз. Жауабын күтейік.
public-name-ask-words =
    ✏️ <b>Қандай есіммен тұрсын?</b>

    Қысқа есім жазыңыз: тек әріптер, ең көбі { $most } таңба. Мысалы: <i>Айгерім С.</i>
refused-public-name = Есім тек әріптерден тұрсын, ең көбі { $most } таңба. Мысалы: Айгерім С.
refused-public-name-minor = 18 жасқа толғанша бұл келісімді заңды өкіл береді.
refused-public-name-adult = Қатысушы 18 жасқа толды: бұл келісімді енді өзі береді.

ratings-title = 🏅 <b>Рейтинг</b>, деңгей: { $level }
ratings-counts-participants = Бекітілген қатысушы: { $participants }
ratings-counts-mentors = Бекітілген қатысушы: { $participants }, тәлімгер: { $mentors }
ratings-counts-experts = Бекітілген қатысушы: { $participants }, тәлімгер: { $mentors }, сарапшы: { $experts }
ratings-counts-coordinators = Қатысушы: { $participants }, тәлімгер: { $mentors }, сарапшы: { $experts }, аймақтық үйлестіруші: { $coordinators }
ratings-mean = Осы деңгейде: { $total }, орташа рейтинг: { $percent } %
ratings-as-of = 🕐 Есептелген уақыты: { MOMENT($moment) }
ratings-line = { $number }. <b>{ $name }</b>: { $percent } %
ratings-row = <b>{ $name }</b>: { $percent } %
ratings-part = { $emoji } { $percent }
ratings-none = Мұнда әзірге ешкім жоқ.
ratings-sort-high = ⬇️ Жоғарысынан
ratings-sort-low = ⬆️ Төменінен
ratings-sort-name = 🔤 Аты бойынша
ratings-button-picture = 🖼 Сурет
ratings-button-file = 📄 XLSX кесте
ratings-button-region = 📍 Өңірлер бойынша
ratings-button-centre = 🏢 Орталықтар бойынша
ratings-button-mentor = 👤 Тәлімгерлер бойынша
ratings-button-participants = 👥 Қатысушылар
ratings-by-region = 📍 <b>Өңірлер бойынша</b>, деңгей: { $level }
ratings-by-centre = 🏢 <b>Орталықтар бойынша</b>, деңгей: { $level }
ratings-by-mentor = 👤 <b>Тәлімгерлер бойынша</b>, деңгей: { $level }
ratings-group = { $number }. <b>{ $name }</b>: { $percent } %, қатысушы: { $participants }
ratings-no-region = Өңірі көрсетілмеген
ratings-no-centre = Орталықсыз
ratings-no-mentor = Тәлімгерсіз
ratings-file = 📄 Рейтинг, деңгей: { $level }. Файлда жеке деректер бар: бөгде адамға бермеңіз.
ratings-picture-title = Рейтинг: { $level } деңгей
ratings-picture-mean = Қатысушы: { $total }, орташа рейтинг: { $percent } %
ratings-picture-line = { $number }. { $name }

sheet-name = { $level } деңгей
sheet-place = Орын
sheet-participant = Қатысушы
sheet-region = Өңір
sheet-centre = Бағдарламалар орталығы
sheet-mentor = Тәлімгер
sheet-rating = Жеке рейтинг, %
