# Салтанатты рәсім: белгілеу, шақыру, есік алды, табыстау.
ceremony-list = 🎖 <b>Салтанатты рәсімдер</b>
ceremony-none = 🎖 Салтанатты рәсім әзірге белгіленген жоқ.
ceremony-row = { MOMENT($starts) } · { $place }
ceremony-row-off = 🚫 { MOMENT($starts) } · { $place }
ceremony-country = бүкіл ел
ceremony-card =
    🎖 <b>{ MOMENT($starts) }</b>
    { $place }, { $address }
    Өңірі: { $region }

    Шақырылды: <b>{ $invited }</b>, келеді: <b>{ $come }</b>, олармен бірге қонақ: <b>{ $companions }</b>, келе алмайды: <b>{ $cannot }</b>
    Келді: <b>{ $came }</b>, төсбелгі табысталды: <b>{ $has }</b>
    Шақыруды күтіп отырған жеңімпаздар: <b>{ $waiting }</b>
ceremony-do-invite = ✉️ Жеңімпаздарды шақыру
ceremony-do-door = 🚪 Есік алдындағы тізім
ceremony-do-change = ✏️ Күнін не орнын өзгерту
ceremony-do-off = 🚫 Рәсімді өткізбеу
ceremony-do-list = ◀️ Барлық рәсім
ceremony-button-new = ➕ Рәсім белгілеу
ceremony-button-surely = 🚫 Иә, өткізбеу
ceremony-off-surely = Рәсім болмайтынын шақырылғандардың бәріне хабарлаймыз. Өткізбейміз бе?
ceremony-invited = Шақырылды: { $count }
ceremony-over = Бұл рәсім өтіп кетті не болмайтын болды.
ceremony-unfit = ⚠️ Кемінде екі таңба жазыңыз: орын атауы 120, мекенжай 200 таңбадан аспасын.
ceremony-past = ⚠️ Бұл уақыт өтіп кетті. Алдағы күнді таңдаңыз.
ceremony-too-many = Өзіңізбен бірге ең көбі { $most } қонақ ала аласыз.
ceremony-not-come = Алдымен келгенін белгілеңіз.
ceremony-has-already = Төсбелгі бұған дейін табысталған.
ceremony-ask-day = 🎖 Салтанатты рәсім қай күні өтеді?
ceremony-ask-hour = Сағат нешеде басталады?
ceremony-ask-place = Қайда өтеді? Орнының атын жазыңыз, мысалы: Оқушылар сарайы.
ceremony-ask-address = Мекенжайын жазыңыз: қала, көше, үй.
ceremony-ask-guests = Әр жеңімпаз өзімен бірге неше қонақ ала алады?
ceremony-ask-bring = Өзімен бірге не алып келуі керек? Жазыңыз, мысалы: жеке куәлік.
ceremony-button-nothing = Ештеңе керек емес
ceremony-invitation =
    🎖 <b>{ $name }</b>, сізді төсбелгі табысталатын салтанатты рәсімге шақырамыз!
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-changed =
    🔁 <b>{ $name }</b>: салтанатты рәсімнің күні не орны өзгерді.
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-soon =
    ⏰ <b>{ $name }</b>: салтанатты рәсім жақындап қалды.
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-was =
    <b>{ $name }</b>: белгіленген салтанатты рәсім
    { $level }

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
ceremony-bring = 🎒 Өзіңізбен бірге алыңыз: { $words }
ceremony-off = 🚫 Бұл рәсім болмайды. Жаңасы белгіленгенде хабарлаймыз.
ceremony-answer-asked = Келесіз бе?
ceremony-answer-comes = ✅ Қатысу расталды. Асыға күтеміз!
ceremony-answer-cannot = Жауап жазылды: келу мүмкін емес. Оқасы жоқ, төсбелгі орталықта табысталады.
ceremony-with = Қонақтар: { $guests }.
ceremony-how-many = Өзіңізбен бірге неше қонақ келеді? Ең көбі: { $most }.
ceremony-code = 📱 Бұл кодты есік алдында көрсетіңіз.
ceremony-button-map = 📍 Картадан көру
ceremony-button-come = ✅ Келемін
ceremony-button-cannot = Келе алмаймын
ceremony-button-guests = 👪 Қонақ санын көрсету
ceremony-button-code = 📱 Кіру кодын алу
ceremony-door =
    🚪 <b>Есік алдындағы тізім</b>
    Келген адамның атын басыңыз.
ceremony-nobody = 🚪 Әзірге ешкім шақырылған жоқ.
ceremony-line-asked = ❔ { $name }
ceremony-line-comes = ▫️ { $name } + { $guests }
ceremony-line-cannot = ➖ { $name }
ceremony-line-here = ✅ { $name } + { $guests }
ceremony-line-has = 🎖 { $name }
ceremony-guest-here =
    ✅ <b>{ $name }</b> келді.
    { $level }
    Қонақтар: { $guests }
ceremony-guest-has =
    🎖 <b>{ $name }</b>: төсбелгі табысталды.
    { $level }
    Қонақтар: { $guests }
ceremony-button-hand = 🎖 Табысталғанын белгілеу
ceremony-left =
    🎖 <b>Төсбелгісін орталықтан алатындар</b>
    Төсбелгіні табыстаған соң атын басыңыз.
ceremony-left-none = 🎖 Төсбелгісін орталықтан алатын ешкім жоқ.
ceremony-left-line = 🎖 { $name }
