# Успехи участника: картинка, она же словами, и всё, что к ней относится.
picture-rating = Личный рейтинг
picture-percent = { $percent } %
picture-level = Уровень: { $level }
picture-start = Начало
picture-end = Срок окончания
picture-pace = Прогноз окончания
picture-finished = Всё выполнено
picture-streak = Подряд
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
week-excused = уважительная причина
week-current = эта неделя
week-ahead = впереди

progress-of = <b>{ $name }</b>, уровень: { $level }
progress-complete = 🎉 Уровень полностью завершён. Поздравляем!
progress-rating = Личный рейтинг: <b>{ $percent } %</b>
progress-direction = { $emoji } <b>{ $name }</b>: { $percent } % · { $done }
progress-direction-week = { $emoji } <b>{ $name }</b>: { $percent } % · { $done }. Эта неделя: { $minutes } / { $needed } мин
progress-missing = Осталось: { $things }
missing-section = книга из раздела «{ $section }»
missing-norm = спортивный норматив
missing-video = итоговое видео
missing-mark = отметка наставника
progress-dates =
    Начало: { DAY($start) }
    Срок окончания: { DAY($end) }
    Если засчитаются все следующие недели, окончание: { DAY($expected) }
progress-dates-complete =
    Начало: { DAY($start) }
    Срок окончания: { DAY($end) }
    Всё выполнено: { DAY($expected) }
progress-streak = Подряд: { $weeks ->
    [one] { $weeks } неделя
    [few] { $weeks } недели
   *[other] { $weeks } недель
} 👏

progress-button-add = ➕ Новая запись
progress-paused-theirs = ⏸ Участник взял паузу.
progress-not-begun-theirs = Этот участник ещё не начал: успехи появятся здесь, когда будет согласован личный план.
