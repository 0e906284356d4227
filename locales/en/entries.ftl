# Own entries.
entries-add =
    ➕ <b>New entry</b>

    The easiest way: just send a photo, video, voice message or text. Add a few words about what you did, for example: <i>running 40 min</i>.

    Or begin with a direction:
entries-title = 📖 <b>Journal</b> · { $total ->
    [0] nothing yet
    [one] { $total } entry
   *[other] { $total } entries
}
entries-no-direction = No direction chosen
entries-filter-all = All
entries-filter-draft = 📝
entries-filter-waiting = ⏳
entries-filter-approved = ✅
entries-filter-returned = ↩️ ❌
entries-state-draft = 📝 Not sent yet
entries-state-submitted = ⏳ With your mentor
entries-state-approved = ✅ Approved by your mentor
entries-state-returned = ↩️ Returned by your mentor to be corrected
entries-state-rejected = ❌ Not accepted by your mentor
entries-state-withdrawn = 🗑 You took it back
entries-happened = 📅 Happened: { DAY($day) }
entries-taken = 📷 Taken: { MOMENT($moment) }
entries-received = 📥 Reached us: { MOMENT($moment) }
entries-mentor-words = 💬 Your mentor’s words:
entries-employer-confirmed = ✅ Confirmed by the employer: { $name }
entries-version = Version { $version }: { $line }
entries-versions = 🕘 All versions of this entry. The earlier ones are kept too.
entries-button-show = 📖 Open the entry
entries-button-list = 📖 Journal
entries-button-continue = ▶️ Continue
entries-button-mend = ✏️ Correct and send again
entries-button-correct = ✏️ Correct
entries-button-media = 📎 Files ({ $files })
entries-button-versions = 🕘 Versions ({ $versions })
