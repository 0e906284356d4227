# Свои записи.
entries-add =
    ➕ <b>Новая запись</b>

    Проще всего: просто пришлите фото, видео, голос или текст. Добавьте пару слов о том, что делали, например: <i>бег 40 мин</i>.

    Или начните с направления:
entries-title = 📖 <b>Дневник</b> · { $total ->
    [0] пока пусто
    [one] { $total } запись
    [few] { $total } записи
   *[other] { $total } записей
}
entries-no-direction = Направление не выбрано
entries-filter-all = Все
entries-filter-draft = 📝
entries-filter-waiting = ⏳
entries-filter-approved = ✅
entries-filter-returned = ↩️ ❌
entries-state-draft = 📝 Ещё не отправлена
entries-state-submitted = ⏳ На проверке у наставника
entries-state-approved = ✅ Наставник подтвердил
entries-state-returned = ↩️ Наставник вернул на исправление
entries-state-rejected = ❌ Наставник не принял
entries-state-withdrawn = 🗑 Вы забрали запись назад
entries-happened = 📅 Когда было: { DAY($day) }
entries-taken = 📷 Когда снято: { MOMENT($moment) }
entries-received = 📥 Когда дошло до нас: { MOMENT($moment) }
entries-mentor-words = 💬 Слова наставника:
entries-employer-confirmed = ✅ Работодатель подтвердил: { $name }
entries-version = Версия { $version }: { $line }
entries-versions = 🕘 Все версии этой записи. Прежние тоже сохраняются.
entries-button-show = 📖 Открыть запись
entries-button-list = 📖 Дневник
entries-button-continue = ▶️ Продолжить
entries-button-mend = ✏️ Исправить и отправить
entries-button-correct = ✏️ Исправить
entries-button-media = 📎 Файлы ({ $files })
entries-button-versions = 🕘 Версии ({ $versions })
