# Комиссия: состав, кандидаты, оценки, голосование, решение, протокол, апелляция.
commission-name = { $season } г. · { $region } · { $level }
commission-everywhere = Все регионы
commission-all-levels = Все уровни
commission-list = 🏛 <b>Комиссии</b>
commission-none = 🏛 <b>У вас нет открытых комиссий</b>
commission-mine = 🏛 { $name }
commission-line = { $name }{ $undecided ->
    [0] {""}
   *[other] {" "}({ $undecided })
}
commission-button-new = ➕ Новая комиссия
commission-ask-season =
    🏛 <b>На какой сезон?</b>

    Год, в котором пройдёт церемония награждения.
commission-ask-region = 🏛 <b>Кандидатов какого региона рассмотрит комиссия?</b>
commission-ask-level = 🏛 <b>Кандидатов какого уровня?</b>
commission-head =
    🏛 <b>Комиссия</b>
    { $name }
commission-state-new = 📝 Ещё не открыта
commission-state-open = 🟢 Работает
commission-state-closed = 🔒 Завершила работу
commission-lacks-chair = ⚠️ Нет председателя
commission-lacks-secretary = ⚠️ Нет секретаря
commission-lacks-authority = ⚠️ Нет представителя уполномоченного органа в области образования
commission-lacks-members = ⚠️ Мало членов: нужно не меньше { $fewest }
commission-counts =
    На рассмотрении: { $undecided }
    Решено: { $decided }
commission-waiting = { $total ->
    [0] Новых рекомендованных нет
   *[other] Рекомендованы и ждут: { $total }{ $deferred ->
        [0] {""}
       *[other] , из них отложено с прошлого сезона: { $deferred }
    }
}
commission-button-seats = 👥 Состав
commission-button-open = 🟢 Открыть комиссию
commission-button-close = 🔒 Завершить работу
commission-button-put = 📥 Передать комиссии ({ $count })
commission-button-take-back = 📤 Забрать остальных
commission-button-open-card = 🏛 Показать комиссию
commission-button-desk = 🏛 Перейти в комиссию
commission-put = Передано комиссии: { $count }
commission-taken-back = Возвращено: { $count }
commission-short = ⚠️ Членов без конфликта интересов меньше двух, решения быть не может: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}. Введите в комиссию ещё кого-то.
commission-seats =
    👥 <b>Состав комиссии</b>

    Нажмите на члена комиссии, чтобы получить ссылку заново или прекратить полномочия. Добавить место можно кнопками ниже.
seat-line = • { $seat }: <b>{ $name }</b>{ $authority ->
    [yes] {" "}– представитель уполномоченного органа
   *[no] {""}
}
seat-nobody = ссылка ещё не принята
seat-chair = председатель
seat-secretary = секретарь
seat-member = член комиссии
seat-button = { $seat }: { $name }
seat-add-chair = ➕ Председатель
seat-add-secretary = ➕ Секретарь
seat-add-member = ➕ Член комиссии
seat-add-authority = ➕ От уполномоченного органа
seat-link =
    🔗 <b>Ссылка-приглашение в комиссию</b>

    { $link }

    Ссылка одноразовая, действует семь дней. Отправьте её только тому, кого приглашаете.
seat-button-share = 📤 Отправить ссылку
seat-share-words = Приглашаем вас в комиссию
seat-button-drop = 🗑 Убрать место
seat-ask-end =
    👥 <b>Прекратить полномочия члена комиссии?</b>

    Дела кандидатов больше не будут видны. Отданные голоса останутся в протоколах.
seat-button-end = ✋ Прекратить полномочия
seat-over = ✅ Состав комиссии изменён. Это записано в журнале.
seat-offer =
    🏛 <b>Приглашаем вас в комиссию</b>

    Комиссия: { $name }
    Ваша роль в комиссии: { $seat }{ $authority ->
        [yes] {" "}(представитель уполномоченного органа в области образования)
       *[no] {""}
    }
    Последний день ссылки: { DAY($until) }

    Член комиссии читает дела кандидатов, ставит оценки, голосует. Каждый просмотр записывается в журнал. Если кандидат – ваш родственник или знакомый, можно взять самоотвод.
seat-button-take = ✅ Принимаю
seat-button-decline = Не сейчас
seat-declined = Хорошо. Если передумаете, откройте ссылку снова.
seat-taken = ✅ <b>Теперь вы в составе комиссии.</b> Когда передадут кандидатов, сюда придёт сообщение.
seat-told-taken = 👥 <b>{ $name }</b>: теперь в составе комиссии ({ $seat }). { $commission }
seat-told-ended = 👥 Ваши полномочия в комиссии завершены: { $commission }. Спасибо за работу!
menu-commission = 🏛 Вы в составе комиссии.
menu-button-commission = 🏛 Комиссия
desk-seat = Ваша роль: { $seat }
desk-candidates = { $before ->
    [0] Сейчас рассматривать некого
   *[other] Кандидатов: { $before }, вам осталось: <b>{ $left }</b>
}
desk-hidden = 🙈 Не показаны вам из-за конфликта интересов или самоотвода: { $hidden }. По ним решают другие члены комиссии.
desk-sitting-none = Заседание ещё не началось: дела можно читать заранее.
desk-sitting-away = 🔔 Идёт заседание. Присутствуют: { $present } из { $members }
desk-sitting-here = 🟢 Вы на заседании. Присутствуют: { $present } из { $members }
desk-button-here = 🖐 Я на заседании
desk-button-next = ▶️ Следующий ({ $left })
desk-button-list = 📋 Список кандидатов
desk-button-undisputed = ✍️ Единогласные решения
desk-button-sit = 🔔 Начать заседание
desk-button-rise = 🔚 Завершить заседание
desk-button-leave = 🚪 Уйти с заседания
desk-all-done = 👏 <b>Вы рассмотрели всех.</b>
desk-undisputed = { $count ->
    [0] Пока нет кандидатов, за награждение которых проголосовали бы все присутствующие.
   *[other]
    ✍️ <b>Все присутствующие за награждение. Кандидатов: { $count }</b>

    Основание: требования уровня выполнены полностью. Всех этих кандидатов пригласим на церемонию.
}
desk-button-sign-all = ✍️ Подписать всех ({ $count })
desk-signed = ✅ <b>Подписано: { $count }.</b> Кандидатам отправлены сообщения.
desk-unsigned = ⚠️ <b>Не подписано: { $count }.</b> По ним решения нет; первые из них и причины – ниже.
desk-unsigned-one = <b>№ { $number } · { $name }</b>
sitting-closed = Заседание завершено. Протокол готовится.
sitting-closed-without = Заседание завершено. Решений не было, поэтому нет и протокола.
sitting-told-opened = 🔔 <b>Заседание комиссии началось.</b> Если участвуете, нажмите «Я на заседании».
candidates-told-put = 📥 <b>Комиссии переданы кандидаты.</b>
candidate-told-taken-back-own = 📤 <b>Ваше дело возвращено из комиссии: решения по нему не было.</b> Уровень: { $level }. Рекомендация в силе: дело снова передадут комиссии, от вас ничего не нужно.{ $interview ->
    [yes] {" "}Собеседования в выбранное время не будет.
   *[no] {""}
}
candidate-told-taken-back = 📤 <b>{ $name }: дело возвращено из комиссии, решения не было.</b> Уровень: { $level }. Рекомендация в силе: дело снова передадут комиссии.{ $interview ->
    [yes] {" "}Назначенного собеседования не будет.
   *[no] {""}
}
candidates-list = 📋 <b>Кандидатов: { $count }</b>
candidates-line = { $state ->
    [done] ✅
    [closed] 🗳
   *[new] ▫️
} № { $number } · { $name } · { $level }
candidate-head = <b>№ { $number } · { $name }</b>, { $age ->
    [one] { $age } год
    [few] { $age } года
   *[other] { $age } лет
} · { $level }
candidate-place = 📍 { $region } · { $centre }
candidate-no-centre = без центра
candidate-appeal = ⚖️ <b>Апелляция.</b> Слова участника:
candidate-progress = 📊 Рейтинг: { $percent } %, завершено направлений: { $finished } из { $all }
candidate-norms = ✅ Норматив сдан: { $directions }
candidate-reused = { $reused ->
    [0] 🔍 Честность: записей – { $entries }, ни одна не отправлялась раньше
   *[other] 🔍 Честность: записей – { $entries }, из них подтверждённых повторов – { $reused }
}
candidate-interview-held = 🎙 Собеседование прошло: { MOMENT($when) }
candidate-interview-taken = 🎙 Собеседование: { MOMENT($when) }. { $place }
candidate-interview-none = 🎙 Время собеседования ещё не выбрано
candidate-interview-again = 🎙 Собеседование пропущено, время можно выбрать ещё раз
candidate-interview-without = 🎙 Собеседования не было: решение без него
candidate-recommended = 👍 Рекомендация: { $name }, { DAY($day, style: "short") }
candidate-characterisation = 💬 Характеристика наставника:
candidate-button-progress = 📊 Успехи
candidate-button-journal = 📖 Дневник
candidate-button-note = 💬 Наставник
candidate-note = 💬 <b>Экспертная запись наставника</b>
candidate-no-note = 💬 Экспертной записи наставника пока нет.
candidate-button-files = 📎 { $files } · { $entry }
candidate-button-look-again = 🔄 Обновить
candidate-button-next = ▶️ Следующий (осталось { $left })
candidate-button-list = 📋 Список
candidate-button-step-back = ✋ Взять самоотвод
candidate-button-surely-back = ✋ Да, беру самоотвод
candidate-ask-back =
    ✋ <b>{ $name }: взять самоотвод?</b>

    Дела вы больше не увидите и голосовать по нему не будете. Это войдёт в протокол, отменить нельзя.
candidate-stepped-back = ✋ Вы взяли самоотвод по этому кандидату. Это войдёт в протокол.
candidate-journal = 📖 <b>Дневник: подтверждённых записей { $count }</b>
marks-in-sitting = 🙈 Оценки ставят на заседании.
marks-hidden = 🙈 Оценки скрыты, пока их не поставят все. Уже поставили: { $ready } из { $present }
marks-mine = • { $name }: <b>{ $points }</b>
marks-opened = 🔓 Оценки членов комиссии: медиана (от–до)
marks-all = • { $name }: <b>{ $median }</b> ({ $least }–{ $most })
marks-button-again = ✏️ { $name }: { $points }
marks-button-word = ✍️ Добавить пару слов
marks-button-close = 🔓 Открыть оценки
votes-cast =
    🗳 Голоса: 🏅 { $awarded } · ✖️ { $declined } · ⏳ { $deferred }
    Присутствуют: { $present } из { $members }
votes-mine = Ваш голос: { $outcome }
votes-no-quorum = ⚠️ Нет кворума: нужно не меньше { $need }
votes-one-left = ⚠️ Членов без конфликта интересов не хватает: один человек решения не принимает. Оператору нужно ввести в комиссию ещё кого-то.
votes-verdict = ✅ Итог голосования: <b>{ $outcome }</b>{ $by ->
    [casting] {" "}(голоса поровну, решил голос председательствующего)
   *[majority] {""}
}
votes-button-sign = ✍️ Подписать: { $outcome }
vote-awarded = 🏅 Наградить
vote-declined = ✖️ Не награждать
vote-deferred = ⏳ Отложить
outcome-awarded = наградить
outcome-declined = не награждать
outcome-deferred = отложить
decision-ask =
    ✍️ <b>{ $name }</b>
    Решение: <b>{ $outcome }</b>

    Выберите основание, его прочтёт и участник. Как только выберете, решение будет подписано.
decision-reason-met = Требования выполнены
decision-reason-beyond = Сделано больше, чем нужно
decision-reason-grew = Виден личный рост
decision-reason-results = Результата пока мало
decision-reason-independence = Мало самостоятельности
decision-reason-contribution = Вклад в общество невелик
decision-reason-time = Нужно ещё время
decision-reason-papers = Материалы неполные
decision-reason-own = Основание сообщено кандидату
decision-reason-absent = Собеседования не было
decision-button-own-words = ✍️ Своими словами
decision-button-no-ceremony = Выполнено, без церемонии
decision-signed = ✅ <b>Решение подписано.</b> Участнику, наставнику и руководителю центра отправлены сообщения.
decision-own-awarded = 🏅 <b>Поздравляем! Комиссия решила вас наградить.</b> Уровень: { $level }
decision-own-declined = <b>На этот раз комиссия решила вас не награждать.</b> Уровень: { $level }. Всё, что вы сделали, остаётся с вами: и дневник, и то, чему вы научились.
decision-own-deferred = ⏳ <b>Комиссия отложила решение до следующего сезона.</b> Уровень: { $level }. В новом сезоне ваше дело рассмотрят первым, заново подавать заявку не нужно.
decision-theirs-awarded = 🏅 <b>{ $name }: комиссия решила наградить.</b> Уровень: { $level }
decision-theirs-declined = <b>{ $name }: на этот раз комиссия решила не награждать.</b> Уровень: { $level }
decision-theirs-deferred = ⏳ <b>{ $name }: комиссия отложила решение до следующего сезона.</b> Уровень: { $level }
decision-why = Почему:
decision-gives = 🎁 { $gives }
decision-ceremony = 🎉 Приглашаем вас на церемонию: день и место сообщим, как только они станут известны.
decision-appeal = ⚖️ Если не согласны, можно один раз подать апелляцию: дело заново рассмотрят другие члены комиссии. Последний день: { DAY($until) }.
decision-due-line = № { $number }
decisions-due = ⏳ <b>Ждут решения комиссии</b>
protocol-button = 📄 Протокол № { $number }
protocol-head = { $corrects ->
    [yes] 📄 <b>Протокол № { $number } за { $season } год: исправление</b>
   *[no] 📄 <b>Протокол № { $number } за { $season } год</b>
}
protocol-unmade = 📄 Протокол готовится. Он придёт сюда через минуту-другую.
protocol-button-correct = ✏️ Исправить протокол
protocol-corrected = ✅ <b>Исправление выпущено отдельным протоколом.</b> Прежний остаётся как есть. Файл придёт сюда, когда будет готов.
appeal-button-make = ⚖️ Подать апелляцию
appeal-made = ⚖️ <b>Апелляция принята.</b> Ваше дело рассмотрят члены комиссии, которые раньше по нему не решали. Ответ придёт сюда.
appeals-button = ⚖️ Апелляции ({ $count })
appeals-list = { $count ->
    [0] ⚖️ <b>Всем апелляциям назначена комиссия</b> 👏
   *[other] ⚖️ <b>Апелляции, которым нужна комиссия: { $count }</b>
}
appeal-button-show = ⚖️ № { $number }
appeal-told = ⚖️ <b>Новая апелляция.</b>
appeal-head = ⚖️ <b>Апелляция на решение комиссии: дело № { $number }</b>
appeal-due = ⏳ Последний день ответа: { DAY($day) }
appeal-ask = Какая комиссия рассмотрит? В списке те, где достаточно членов, которые раньше не решали по этому делу.
appeal-given = ✅ Апелляция передана комиссии.
appeal-nobody = ⚠️ Рассмотреть некому. Откройте комиссию, где не меньше { $fewest } членов, которые не решали по этому делу.
appeal-due-line = № { $number }
appeals-due = ⚖️ <b>Апелляции ждут ответа</b>
commission-ask-reason = ✍️ Напишите основание решения, его прочтёт и участник. От { $fewest } до { $most } знаков.
commission-ask-beside = ✍️ Добавьте пару слов к своим оценкам. Другие прочтут их, когда оценки откроются. Не больше { $most } знаков.
commission-ask-correction = ✏️ Что в протоколе неверно и как правильно? Выйдет новый протокол, прежний не изменится. От { $fewest } до { $most } знаков.
commission-ask-appeal =
    ⚖️ <b>Почему вы не согласны с решением?</b>

    Напишите своими словами. Дело заново рассмотрят другие члены комиссии. Апелляцию можно подать один раз, сообщение отправится сразу. От { $fewest } до { $most } знаков.
refused-season = Выберите этот год или следующий ({ $year } или позже).
refused-seat-held = Это место занято: сначала прекратите полномочия нынешнего члена комиссии.
refused-seat-taken = Тем временем это место изменилось.
refused-commission-closed = Эта комиссия завершила работу.
refused-commission-open = Комиссия уже открыта.
refused-commission-not-open = Сначала откройте комиссию.
refused-commission-busy = Завершить пока нельзя: идёт заседание или есть кандидаты без решения. Их можно забрать.
refused-commission-chair = Сначала нужен председатель: отправьте ссылку.
refused-commission-secretary = Сначала нужен секретарь: отправьте ссылку.
refused-commission-authority = Сначала нужен представитель уполномоченного органа в области образования.
refused-commission-members = Членов комиссии должно быть не меньше { $fewest }.
refused-candidate-decided = По этому кандидату уже есть решение, или его дело забрали обратно.
refused-sitting-open = Заседание уже идёт.
refused-sitting-closed = Сейчас заседания нет.
refused-not-present = Сначала нажмите «Я на заседании».
refused-marks-closed = Оценки уже открыты и больше не меняются.
refused-marks-hidden = Сначала пусть все поставят оценки, потом проголосуем.
refused-no-marks = Оценок пока нет.
refused-mark-word = Напишите коротко, не больше { $most } знаков.
refused-no-quorum = Нет кворума: присутствуют { $present }, нужно не меньше { $need }.
refused-one-left = По этому кандидату без конфликта интересов остался один член комиссии, а один человек решения не принимает. Оператору нужно ввести в комиссию ещё кого-то.
refused-no-majority = Большинства нет: обсудите и проголосуйте снова.
refused-votes-changed = Голоса тем временем изменились. Откройте карточку снова и ещё раз посмотрите на решение.
refused-decision-reason = Напишите основание, от { $fewest } до { $most } знаков.
refused-correction = Напишите от { $fewest } до { $most } знаков.
refused-correction-names = ⚠️ Протокол хранится всегда: пишите номер дела, а не имя кандидата.
refused-appeal-late = На это решение апелляцию подать нельзя: срок прошёл, или апелляция уже была.
refused-appeal-words = Напишите от { $fewest } до { $most } знаков: пусть другие члены комиссии узнают ваше мнение полностью.
refused-appeal-given = Эта апелляция уже передана комиссии.
desk-button-interviews = 🎙 Время собеседований
