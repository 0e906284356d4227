# A message whose answer was not delivered in time.
unanswered = Your message came, but the connection failed and our answer seems not to have reached you. No need to send it again: the menu shows how things stand now.


# Everything else: stickers, polls, unknown commands, groups, edited messages.
anything-sticker = 🙂 Thank you for the sticker! It cannot go into a journal, though.
anything-dice = 🎲 A nice game! But I cannot play here.
anything-poll = 📊 I cannot answer polls.
anything-location = 📍 I see the place, but it is not needed and is kept nowhere.
anything-contact = 📇 I got the contact, but it is not needed now and is kept nowhere.
anything-story = I cannot open this. If there is a photo or video in it, send it straight to this chat.
anything-gift = 🎁 Thank you for the gift! But no gifts are needed here: they change nothing.
anything-empty = 🤔 I see no words in your message.
anything-other = I did not understand this message.
anything-command = I do not know this command. What you can do is here: /help
anything-journal = ➕ To add a journal entry, send a photo, a video, a voice message or text. For example: <i>running 40 min</i>
anything-in-form = 👆 Please answer the question above. To stop: /cancel
album-one-is-enough = ☝️ One file is enough here: I took the first of your album.

edited-draft = ✏️ You edited your message, but that does not change the entry. Open the entry and change it with “✍️ Text”.
edited-submitted = ✏️ This message has gone to your mentor as an entry, and the edit does not reach them. Open the entry, take it back, correct it and send it again.
edited-decided = ✏️ Your mentor has decided on this entry, and the edit does not reach them. Open the entry: you can make a new version of it.
edited-closed = ✏️ You took the entry of this message back. Open it to send it again.
edited-file = ✏️ You changed the photo or file of your message, but the entry keeps the earlier one. Please send the new one as a message of its own.
edited-other = ✏️ I do not see edits of messages you sent before. Please send it right as a new message.
edited-button = 📖 Open the entry

elsewhere-group = Hello! I only work in a private chat: find { $bot } and write to me yourself 🙂

notice-participant-unreachable = 📵 Your participant has blocked the bot: { $name }. Our messages do not reach them. If you can, get in touch yourself.
notice-participants-unreachable = 📵 Participants of yours who have blocked the bot ({ $people }): { $names }. Our messages do not reach them. If you can, get in touch yourself.
notice-button-participants = 👥 Participants

flooding = ⏳ Your messages come too fast for me to answer each of them. Everything that can go into your journal is kept. In a minute, open your entries and see which of them wait for your confirmation.
flooding-button-entries = 📖 Open my entries
