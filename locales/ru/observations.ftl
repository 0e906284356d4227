# Журнал наблюдений: собственные заметки наставника, эксперта, координатора об участнике.
observation-button-open = 📓 Журнал наблюдений
observation-button-write = ✍️ Добавить заметку
observation-button-remove = 🗑 { DAY($day, style: "short") }
observations-head = { $count ->
    [0] 📓 <b>{ $name }</b>: журнал наблюдений пока пуст
   *[other] 📓 <b>{ $name }</b>: журнал наблюдений, заметок: { $count }
}
observation-line = 🗓 { DAY($day) } · { $who }, { $role }
observation-ask =
    📓 <b>Что вы заметили?</b>

    Это прочтёте только вы и те, кто выше: заметки наставника читают эксперт, координатор, оператор. Участник не видит их в боте, но они войдут в копию его данных, если он её попросит. Поэтому пишите уважительно и только нужное для дела. Не больше { $most } знаков.
observation-written = ✅ <b>Записано.</b>
observation-removed = Заметка удалена.
refused-observation-words = Напишите хотя бы несколько слов.
refused-observation-long = Слишком длинно, знаков: { $length }. Сократите до { $most }.
