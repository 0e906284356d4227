# Қатысушының нәтижесі: сурет, оның мәтіні, соған қатысты хабарлар.
picture-rating = Жеке рейтинг
picture-percent = { $percent } %
picture-level = { $level } деңгей
picture-start = Басталуы
picture-end = Аяқталу мерзімі
picture-pace = Болжамды аяқталуы
picture-finished = Толық орындалды
picture-streak = Қатарынан
picture-weeks = { $weeks } апта
picture-day = { DAY($date) }
picture-now = Қазіргі күйі: { DAY($date) }

done-weeks = { $done } / { $required } апта
done-books = { $done } / { $required } кітап
done-days = { $done } / { $required } күн
direction-complete = Аяқталды
direction-awaits-mark = Тәлімгер белгісі қалды

week-minutes = Осы апта: { $minutes } / { $needed } мин
week-counts = Апта саналды: { $minutes } мин
week-kept = саналды
week-short = минуты толмады
week-missed = жазба жоқ
week-excused = себепті
week-current = осы апта
week-ahead = алда

progress-of = <b>{ $name }</b>, { $level } деңгей
progress-complete = 🎉 Деңгей толық орындалды. Құттықтаймыз!
progress-rating = Жеке рейтинг: <b>{ $percent } %</b>
progress-direction = { $emoji } <b>{ $name }</b>: { $percent } % · { $done }
progress-direction-week = { $emoji } <b>{ $name }</b>: { $percent } % · { $done }. Осы апта: { $minutes } / { $needed } мин
progress-missing = Қалғаны: { $things }
missing-section = «{ $section }» бөлімінен кітап
missing-norm = спорт нормативі
missing-video = қорытынды видео
missing-mark = тәлімгердің белгісі
progress-dates =
    Басталуы: { DAY($start) }
    Аяқталу мерзімі: { DAY($end) }
    Алдағы апталар түгел саналса, аяқталуы: { DAY($expected) }
progress-dates-complete =
    Басталуы: { DAY($start) }
    Аяқталу мерзімі: { DAY($end) }
    Толық орындалды: { DAY($expected) }
progress-streak = Қатарынан: { $weeks } апта 👏

progress-button-add = ➕ Жазба қосу
progress-paused-theirs = ⏸ Қатысушы уақытша үзіліс жасап жүр.
progress-not-begun-theirs = Бұл қатысушы әлі бастаған жоқ: жеке кесте келісілген соң жетістігі осы жерде көрінеді.
