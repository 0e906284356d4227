# A dispute: a participant against a decision, the expert as arbiter, one appeal to the coordinator.
dispute-button-begin = ⚖️ I disagree
dispute-button-annul = ✅ Annul the decision
dispute-button-confirm = ☑️ The decision is right
dispute-button-appeal = ⚖️ Appeal to the coordinator
dispute-button-withdraw = 🗑 Withdraw the dispute
dispute-button-files = 📎 Files of the entry
dispute-button-whole = 📄 Whole text
dispute-button-show = ⚖️ { $name }
dispute-ask-entry =
    ⚖️ <b>What do you disagree with?</b>

    Write in your own words what you did and why the decision seems unfair. The expert reads your entry and the mentor’s words, and answers within five working days. Write it all in one message: it is sent at once. At most { $most } characters.
dispute-ask-task =
    ⚖️ <b>Why do you disagree with this task?</b>

    Write in your own words. The expert hears both sides and answers within five working days. Write it all in one message: it is sent at once. At most { $most } characters.
dispute-ask-dossier =
    ⚖️ <b>Why should you have been recommended?</b>

    Write in your own words. The arbiter hears both sides and answers within five working days. If the decision is annulled, somebody else looks at your dossier. Write it all in one message: it is sent at once. At most { $most } characters.
dispute-ask-appeal =
    ⚖️ <b>Why do you disagree with the expert’s decision?</b>

    The regional coordinator reads everything from the start and answers within five working days. That decision is final. Write it all in one message: it is sent at once. At most { $most } characters.
dispute-ask-confirm = ☑️ Why is the decision right? Both sides read these words. At most { $most } characters.
dispute-ask-annul = ✅ Why is the decision annulled? Both sides read these words. At most { $most } characters.
dispute-said-entry = ⚖️ <b>Your dispute is with the expert.</b> The answer will come to this chat.
dispute-said-task = ⚖️ <b>Your dispute is with the expert.</b> The answer will come to this chat.
dispute-said-dossier = ⚖️ <b>Your dispute is with the arbiter.</b> The answer will come to this chat.
dispute-said-appeal = ⚖️ <b>Your appeal is with the coordinator.</b>
dispute-said-confirm = ☑️ <b>The decision is confirmed.</b> Both sides have been told.
dispute-said-annul = ✅ <b>The decision is annulled.</b> Both sides have been told.
dispute-head =
    ⚖️ <b>Dispute</b>
    Participant: { $name }
    { $of ->
        [refusal] Decided by
       *[decision] Mentor
    }: { $mentor }
dispute-entry = 📖 Entry: { $summary }
dispute-task = 🎯 Extra task: { $direction }, due { DAY($day, style: "short") }
dispute-dossier = 🎖 { $level }: not recommended for the award. Why:
dispute-decided-returned = ↩️ The mentor returned it:
dispute-decided-rejected = ❌ The mentor rejected it:
dispute-decided-approved = ✅ The mentor approved it:
dispute-participants-words = 💬 The participant says:
dispute-answer-confirmed = ☑️ The expert confirmed the decision:
dispute-answer-annulled = ✅ The expert annulled the decision:
dispute-appeal-words = 💬 The participant appeals:
dispute-appeal-answer-confirmed = ☑️ On appeal the decision was confirmed:
dispute-appeal-answer-annulled = ✅ On appeal the decision was annulled:
dispute-waits = ⏳ Last day for the answer: { DAY($day) }
dispute-withdrawn = 🗑 The participant withdrew the dispute.
dispute-files = 📎 <b>{ $name }</b>: files of the disputed entry
dispute-no-files = 📎 <b>{ $name }</b>: this entry has no files
dispute-told-opened = ⚖️ <b>You are the arbiter of this dispute.</b> Read the words of both sides and say what you decide.
dispute-told-against = ⚖️ <b>The participant disagrees with your decision.</b> It is their right. The arbiter reads the words of both sides and decides.
dispute-told-confirmed = ☑️ <b>The dispute is settled: the decision stands.</b>
dispute-told-annulled-entry = ✅ <b>The dispute is settled: the decision is annulled, the entry approved.</b>
dispute-told-annulled-task = ✅ <b>The dispute is settled: the extra task is annulled.</b>
dispute-told-annulled-dossier = ✅ <b>The dispute is settled: the refusal is annulled.</b> Somebody else looks at the dossier now.
dispute-due = ⚖️ <b>Disputes waiting for an answer</b>
dispute-due-line = { $name } – { $mentor }
disputes-open = { $count ->
    [0] ⚖️ <b>No dispute waits for an answer</b> 👏
   *[other] ⚖️ <b>Disputes waiting for an answer: { $count }</b>
}
disputes-line = { $term ->
    [over] ⚠️
   *[runs] ⏳
} <b>{ $name }</b> – { $mentor }: { $days ->
    [0] opened today
    [one] waiting for { $days } day
   *[other] waiting for { $days } days
}{ $answers ->
    [me] , for your answer
   *[another] , another arbiter answers
}
refused-dispute-late = It is too late to dispute this: the entry or task has changed meanwhile.
refused-dispute-already = There has already been a dispute about this.
refused-dispute-words = Write at least a few words: the other side must know what you think.
refused-dispute-long = Too long: { $length } characters. Shorten it to { $most } characters.
refused-dispute-answered = This dispute has already been answered.
refused-dispute-moved = Things have changed meanwhile. Here is how it stands now.
