# Өз жазбалары.
entries-add =
    ➕ <b>Жаңа жазба</b>

    Ең оңайы: фото, видео, дауыс не мәтін жібере салыңыз. Не істегеніңізді бірер сөзбен қоса жазсаңыз жетеді, мысалы: <i>жүгіру 40 мин</i>.

    Немесе бағыттан бастаңыз:
entries-title = 📖 <b>Күнделік</b> · { $total ->
    [0] әзірге бос
   *[other] жазба: { $total }
}
entries-no-direction = Бағыты таңдалмаған
entries-filter-all = Бәрі
entries-filter-draft = 📝
entries-filter-waiting = ⏳
entries-filter-approved = ✅
entries-filter-returned = ↩️ ❌
entries-state-draft = 📝 Әлі жіберілмеген
entries-state-submitted = ⏳ Тәлімгердің қарауында
entries-state-approved = ✅ Тәлімгер растады
entries-state-returned = ↩️ Тәлімгер түзетуге қайтарды
entries-state-rejected = ❌ Тәлімгер қабылдамады
entries-state-withdrawn = 🗑 Өзіңіз қайтарып алдыңыз
entries-happened = 📅 Болған күні: { DAY($day) }
entries-taken = 📷 Түсірілген уақыты: { MOMENT($moment) }
entries-received = 📥 Бізге жеткен уақыты: { MOMENT($moment) }
entries-mentor-words = 💬 Тәлімгердің сөзі:
entries-employer-confirmed = ✅ Жұмыс беруші растады: { $name }
entries-version = { $version }-нұсқа: { $line }
entries-versions = 🕘 Бұл жазбаның барлық нұсқасы. Ескілері де сақталады.
entries-button-show = 📖 Жазбаны ашу
entries-button-list = 📖 Күнделік
entries-button-continue = ▶️ Жалғастыру
entries-button-mend = ✏️ Түзетіп, қайта жіберу
entries-button-correct = ✏️ Түзету
entries-button-media = 📎 Файлдары ({ $files })
entries-button-versions = 🕘 Нұсқалары ({ $versions })
