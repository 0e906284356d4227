# Успехи участника: картинка, она же словами, и всё, что к ней относится.
picture-rating = Личный рейтинг
picture-percent = { $percent } %
picture-level = Уровень: { $level }
picture-start = Начало
picture-end = Срок окончания
picture-pace = Прогноз окончания
picture-finished = Всё выполнено
picture-streak = Без пропусков
picture-weeks = { $weeks ->
    [one] { $weeks } неделя
    [few] { $weeks } недели
   *[other] { $weeks } недель
}
picture-day = { DAY($date) }
picture-now = На { DAY($date) }

done-weeks = { $done } / { $required } { $required ->
    [one] недели
   *[other] недель
}
done-books = { $done } / { $required } { $required ->
    [one] книги
   *[other] книг
}
done-days = { $done } / { $required } { $required ->
    [one] дня
   *[other] дней
}
direction-complete = Завершено
direction-awaits-mark = Осталась отметка наставника

week-minutes = Неделя: { $minutes } / { $needed } мин
week-counts = Неделя засчитана: { $minutes } мин
week-kept = засчитана
week-short = не хватило минут
week-missed = нет записей
week-excused = уважительная
week-current = эта неделя
week-ahead = впереди

progress-of = <b>{ $name }</b>, уровень: { $level }
progress-complete = 🎉 Уровень пройден полностью. Поздравляем!
progress-rating = Личный рейтинг: <b>{ $percent } %</b>
progress-direction = { $emoji } <b>{ $name }</b>: { $percent } %, { $done }
progress-direction-week = { $emoji } <b>{ $name }</b>: { $percent } %, { $done }. Эта неделя: { $minutes } / { $needed } мин
progress-missing = Осталось: { $things }
missing-section = книга из раздела «{ $section }»
missing-norm = спортивный норматив
missing-video = итоговое видео
missing-mark = отметка наставника
progress-dates =
    Начало: { DAY($start) }
    Срок окончания: { DAY($end) }
    Прогноз при таком темпе: { DAY($expected) }
progress-dates-complete =
    Начало: { DAY($start) }
    Срок окончания: { DAY($end) }
    Всё выполнено: { DAY($expected) }
progress-streak = Без пропусков: { $weeks ->
    [one] { $weeks } неделя
    [few] { $weeks } недели
   *[other] { $weeks } недель
} 👏

progress-button-add = ➕ Добавить запись
progress-how = Просто пришлите сюда, что сделали: фото, видео, голос или текст. Можно сразу так: «бег 40 мин». Остальное я спрошу.
progress-paused = ⏸ Участие на паузе: идущие недели не считаются пропущенными. Чтобы продолжить, откройте /menu.
progress-paused-theirs = ⏸ Участник взял паузу.
progress-none = Здесь видны ваши успехи в программе. Пока вы не участник. Чтобы подать заявку, откройте /menu.
progress-draft = Заявка начата, но ещё не отправлена. Откройте /menu и заполните до конца: всё сохранено.
progress-awaiting-representative = Заявка готова. Теперь нужно согласие вашего законного представителя: отправьте ему ссылку. Она в /menu.
progress-submitted = Заявка на рассмотрении. Ответ будет не позднее: { DAY($due) }. Как только он придёт, сразу сообщим.
progress-planning = Заявка принята! Теперь вы с наставником составляете личный график. Когда он будет согласован, здесь появятся ваши успехи: /plan
progress-refused = Заявку не приняли. Причина и следующий шаг: /menu.
progress-withdrawn = Вы вышли из программы. Если захотите вернуться, откройте /menu.
progress-not-begun-theirs = Этот участник ещё не начал: успехи появятся здесь, когда будет согласован личный график.
