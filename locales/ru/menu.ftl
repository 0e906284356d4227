# Главное меню, помощь, отмена начатого.
menu-title = 🏠 <b>{ $name }</b>
menu-representative =
    👪 Вы – законный представитель. { $children ->
        [one] { $children } ребёнок: его успехи – по кнопке ниже.
        [few] { $children } ребёнка: их успехи – по кнопкам ниже.
       *[other] { $children } детей: их успехи – по кнопкам ниже.
    }
menu-mentor =
    { $entries ->
        [0] 🔎 Непроверенных записей нет 👏
        [one] 🔎 Проверки ждёт { $entries } запись.
        [few] 🔎 Проверки ждут { $entries } записи.
       *[other] 🔎 Проверки ждут { $entries } записей.
    }
    { $newcomers ->
        [0] 🆕 Новых заявок нет.
        [one] 🆕 Ответа ждёт { $newcomers } новая заявка.
        [few] 🆕 Ответа ждут { $newcomers } новые заявки.
       *[other] 🆕 Ответа ждут { $newcomers } новых заявок.
    }
menu-head =
    { $unassigned ->
        [0] 📥 У каждой заявки есть наставник 👏
       *[other] 📥 Заявок без наставника: { $unassigned }
    }
menu-staff = Если для вас будет сообщение, оно сразу придёт в этот чат.

menu-button-apply = 📝 Подать заявку
menu-button-continue = 📝 Продолжить заявку
menu-button-about = ℹ️ О программе
menu-button-link = 🔗 Ссылка для представителя
menu-button-take-back = ✏️ Изменить заявку
menu-button-card = 👤 Моя карточка
menu-button-plan = 🗓 Личный план
menu-button-confirm = 🗓 Подтвердить личный план
menu-button-add = ➕ Добавить запись
menu-button-entries = 📖 Дневник
menu-button-progress = 📊 Успехи
menu-button-resume = ▶️ Продолжить участие
menu-button-next-level = 🏅 Заявка на следующий уровень
menu-button-ward = 📊 { $name }
menu-button-wards = 👪 Ребёнок и согласие
menu-button-reviews = 🔎 Проверить: { $entries }
menu-button-newcomers = 🆕 Новые: { $newcomers }
menu-button-participants = 👥 Участники: { $participants }
menu-button-applications = 📥 Заявки без наставника: { $unassigned }
menu-button-staff = ✉️ Сотрудники и центры
menu-button-language = 🌐 Язык
menu-button-help = ❓ Помощь

cancel-stopped = ✖️ Остановлено. Ваши прежние ответы сохранены.
cancel-nothing = Останавливать нечего. Вот меню.

help-newcomer = 📝 Чтобы участвовать, нажмите в меню «Подать заявку». Это займёт минут пять; если прерваться, завтра можно продолжить с того же места.
help-applicant = ⏳ На каком этапе ваша заявка, всегда видно в меню: /menu. Как только что-то изменится, сюда придёт сообщение.
help-participant =
    ➕ <b>Запись в дневник:</b> просто пришлите, что сделали, – фото, видео, голос или текст. Можно сразу так: <i>бег 40 мин</i>. Остальное подтвердите одной кнопкой.
    📊 Ваши успехи: /progress · 🗓 ваш план: /plan
    Пока наставник не решил, отправленное можно забрать назад: «📖 Дневник».
help-paused = ⏸ Участие на паузе. Когда будете готовы, нажмите в меню «Продолжить участие»: /menu
help-complete = 🏁 Уровень пройден! Ваши успехи: /progress. Заявку на следующий уровень можно подать в меню: /menu
help-representative = 👪 Успехи ребёнка видны в меню. Дневник он ведёт сам; согласие вы можете отозвать там же в любое время.
help-mentor = 🔎 Когда участник пришлёт запись, сразу придёт сообщение: подтвердите или верните её кнопкой под ним. Все, что ждут: /review. Участники и новые заявки – в меню: /menu
help-head = ✉️ Приглашения сотрудников, заявки без наставника, центры – в меню: /menu
help-everyone =
    🏠 /menu – меню · 🌐 /language – язык
    👤 /mydata – данные о вас: получить копию или удалить
    ✖️ /cancel – прервать начатое
