# Дополнительные задания наставника.
tasks-head = 🎯 Дополнительные задания: <b>{ $name }</b>
tasks-none = Заданий пока нет.
tasks-open = ⏳ { $direction }, срок: { DAY($due) }
tasks-waiting = 📥 { $direction }, срок: { DAY($due) }. Ответ пришёл и ждёт вашей проверки
tasks-done = ✅ { $direction }, срок: { DAY($due) }. Выполнено
tasks-button-new = ➕ Новое задание
tasks-button-drop = 🗑 Снять задание { $number }
tasks-button-drop-yes = 🗑 Да, снять
tasks-button-participant = 👤 Участник
tasks-button-answer = ✏️ Выполнено, пишу ответ
tasks-button-set = ✅ Отправить участнику
tasks-ask-drop = Снять задание? Участник получит сообщение.
tasks-ask-direction = 🎯 <b>{ $name }</b>: по какому направлению задание?
tasks-ask-words = ✍️ Что нужно сделать? Напишите одним-двумя предложениями. Например: «Сыграйте на домбре кюй “Аққу” и пришлите видео».
tasks-ask-due = 📅 До какого дня? Выберите в календаре или напишите: 20.03.2026
tasks-ask-sure =
    🎯 <b>{ $name }</b>
    { $direction }
    { $words }
    📅 Срок: { DAY($due) }
tasks-saved = ✅ Задание отправлено участнику. Срок: { DAY($due) }. Ответ придёт обычной записью.
tasks-not-active = Задания можно давать, только пока участник активен.
tasks-many = Открытых заданий уже много: { $most }. Снимите одно или дождитесь выполнения.
tasks-words-empty = Опишите задание одним-двумя предложениями.
tasks-words-long = Слишком длинно: знаков { $length }. Сократите до { $most } и пришлите снова.
tasks-due-wrong = Выберите день от сегодняшнего ({ DAY($today) }) до года вперёд или напишите полностью: 20.03.2026
tasks-too-late = На это задание уже ответили, или оно снято.

tasks-told-set = 🎯 Наставник дал дополнительное задание. { $direction }, срок: { DAY($due) }
tasks-told-hint = Когда сделаете, нажмите кнопку ниже: ответ пишется как обычная запись.
tasks-told-dropped = ℹ️ Наставник снял это задание, выполнять его не нужно. { $direction }, срок: { DAY($due) }
