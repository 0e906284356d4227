# Дела по часам, как их список показывает песочница. Ключ: job-<имя>.

job-forget-updates = Забыть обработанные обновления
job-forget-attempts = Забыть попытки обработки обновлений
job-forget-invitations = Удалить устаревшие ссылки-приглашения
job-forget-conversations = Забыть брошенные разговоры
job-forget-notices = Удалить старые записи о доставленных сообщениях
job-forget-runs = Удалить старые записи о сделанных делах
job-weekly-hour-thursday = Четверг: напомнить о часе недели
job-weekly-hour-sunday = Воскресенье: напомнить о часе недели
job-weekly-hour-celebration = Понедельник: поздравить с засчитанной неделей

job-review-evening = Вечернее напоминание наставнику: что ждёт проверки
job-daily-digest = Сводка дня для сотрудников
job-weekly-digest = Сводка недели для сотрудников, с диаграммой
