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
    Әр жеңімпаздың қонағы: ең көбі { $guests }

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
    { $reader ->
        [own] 🎖 <b>{ $name }</b>, сізді төсбелгі табысталатын салтанатты рәсімге шақырамыз!
       *[other] 🎖 Балаңыз, <b>{ $name }</b>, төсбелгі табысталатын салтанатты рәсімге шақырылды!
    }
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
ceremony-answer-asked = { $reader ->
    [own] Келесіз бе?
   *[other] Балаңыз келе ме? Ол үшін сіз де жауап бере аласыз.
}
ceremony-answer-comes = ✅ Қатысу расталды. Асыға күтеміз!
ceremony-answer-cannot = Жауап жазылды: келу мүмкін емес. Оқасы жоқ, төсбелгі орталықта табысталады.
ceremony-with = Қонақтар: { $guests }.
ceremony-how-many = { $reader ->
    [own] Өзіңізбен бірге неше қонақ келеді? Ең көбі: { $most }.
   *[other] Балаңызбен бірге неше қонақ келеді? Ең көбі: { $most }.
}
ceremony-code = 📱 <b>{ $name }</b>: бұл кодты есік алдында көрсетіңіз.
ceremony-button-map = 📍 Картадан көру
ceremony-button-come = { $reader ->
    [own] ✅ Келемін
   *[other] ✅ Келеді
}
ceremony-button-cannot = { $reader ->
    [own] Келе алмаймын
   *[other] Келе алмайды
}
ceremony-button-guests = 👪 Қонақ санын көрсету
ceremony-button-code = 📱 Кіру кодын алу
ceremony-door =
    🚪 <b>Есік алдындағы тізім</b>
    Келген адамның атын басыңыз.
ceremony-nobody = 🚪 Әзірге ешкім шақырылған жоқ.
ceremony-line-asked = ❔ { $name }
ceremony-line-comes = { $guests ->
    [0] ▫️ { $name }
   *[other] ▫️ { $name } + { $guests }
}
ceremony-line-cannot = ➖ { $name }
ceremony-line-here = { $guests ->
    [0] ✅ { $name }
   *[other] ✅ { $name } + { $guests }
}
ceremony-line-has = 🎖 { $name }
ceremony-guest-here =
    ✅ <b>{ $name }</b> келді.
    { $level }
ceremony-guest-has =
    🎖 <b>{ $name }</b>: төсбелгі табысталды.
    { $level }
ceremony-button-hand = 🎖 Табысталғанын белгілеу
ceremony-left =
    🎖 <b>Төсбелгісін орталықтан алатындар</b>
    Төсбелгіні табыстаған соң атын басыңыз.
ceremony-left-none = 🎖 Төсбелгісін орталықтан алатын ешкім жоқ.
ceremony-left-line = 🎖 { $name }
ceremony-not-invited = 🎖 Әзірге салтанатты рәсімге шақыру жоқ.
ceremony-day = { DAY($day) }
ceremony-now = Қазір: { $was }
ceremony-nothing = ештеңе керек емес
ceremony-button-keep = ↩️ Бұрынғыша қалсын
ceremony-check =
    🎖 <b>Бәрі дұрыс па?</b>

    🗓 { MOMENT($starts) }
    📍 { $place }, { $address }
    👪 Қонақтар саны: ең көбі { $guests }
    🎒 Өзімен бірге: { $bring }
ceremony-check-change = Өзгерісті шақырылғандардың бәріне хабарлаймыз: { $invited }. Күні, уақыты не орны өзгерсе, келетіндерден қайта сұраймыз.
ceremony-button-make = ✅ Иә, белгілеу
ceremony-button-change = ✅ Иә, өзгертіп, хабарлау
ceremony-card-bring = 🎒 Өзімен бірге: { $words }
ceremony-was-off = 🚫 Бұл рәсім өткізілмейді. Шақырылғандарға хабарланды.
ceremony-which =
    ✉️ <b>Кімдерді шақырамыз?</b>
    Таңдауға сай, әлі шақырылмаған жеңімпаздар: <b>{ $count }</b>.
ceremony-which-missed =
    ✉️ <b>Алдыңғы рәсімге келе алмағандар</b>
    Төсбелгісін әлі алмаған, таңдауға сай жеңімпаздар: <b>{ $count }</b>.
ceremony-which-most = Бір басқанда { $most } адам шақырылады.
ceremony-which-level = Қай деңгейдің жеңімпаздарын шақырамыз?
ceremony-which-season = Қай маусымның комиссиясы марапаттағандарды шақырамыз?
ceremony-which-region = Қай өңірдің жеңімпаздарын шақырамыз?
ceremony-any-level = барлық деңгей
ceremony-any-season = барлық маусым
ceremony-any-region = барлық өңір
ceremony-part-level = 🏅 Деңгейі: { $value }
ceremony-part-season = 📅 Маусымы: { $value }
ceremony-part-region = 🗺 Өңірі: { $value }
ceremony-part-count = { $value } ({ $count })
ceremony-unknown = көрсетілмеген
ceremony-button-invite = ✉️ Шақыру ({ $count })
ceremony-button-missed = 🔁 Келе алмағандар
ceremony-button-new-ones = ✨ Әлі шақырылмағандар
ceremony-button-add = 🔎 Атымен тауып шақыру
ceremony-ask-winner = 🔎 Жеңімпаздың атын не тегін жазыңыз.
ceremony-found-winners = Шақыру үшін атын басыңыз.
ceremony-found-no-winner = 🔍 Шақыруға болатындардың арасында ондай адам табылмады. Атын басқаша жазып көріңіз.
ceremony-winner = { $name } · { $level } · { $region }
ceremony-not-waiting = Бұл жеңімпаз бұған дейін шақырылған не төсбелгісін алып қойған.
ceremony-do-find = 🔎 Атымен табу
ceremony-ask-guest = 🔎 Қонақтың атын не тегін жазыңыз.
ceremony-found = Келген адамның атын басыңыз.
ceremony-found-nobody = 🔍 Тізімде ондай адам жоқ. Атын басқаша жазып көріңіз.
ceremony-button-list = 🚪 Тізімге оралу
ceremony-button-not-here = ↩️ Қате, келген жоқ
menu-button-invitation = 🎖 Рәсімге шақыру
menu-button-ward-certificates = 🏅 Баламның куәлігі
ceremony-guests-too = 👪 Қонақтар: { $guests }
