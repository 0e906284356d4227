# Transfer: a participant goes to another mentor or centre, with the whole history.
transfer-button-ask = 🔁 Move to another mentor
transfer-button-own = 🔁 Change my mentor
transfer-button-any = 🏛 Let the centre choose
transfer-button-yes = ✅ Agree
transfer-button-no = ✖️ Disagree
transfer-button-pull = ✅ Take the participant
transfer-button-choose = 👤 Choose a mentor
transfer-button-refuse = ✖️ Refuse
transfer-button-back = 🗑 Take the request back
transfer-button-mine = 📥 { $name }
transfer-button-show = 🔁 { $name }
transfer-ask-centre =
    🔁 <b>Which centre to move to?</b>

    { $found ->
        [0] Nothing was found for “{ $search }”. Try to write it otherwise.
       *[other] The present centre comes first. To find another, write its name or town.
    }
transfer-ask-mentor = { $found ->
    [0]
        🔁 <b>This centre has no mentor to move to now</b>

        You can let the centre choose: it will, as soon as there is one. Or look at another centre.
   *[other]
        🔁 <b>Which mentor to move to?</b>

        Choose one, or let the centre choose.
}
transfer-ask-words =
    🔁 <b>Why is a transfer needed?</b>

    A sentence or two, please. The participant, both mentors and the heads of the centres read it. The request is sent at once. { $most } characters at most.
transfer-ask-why = <b>{ $name }</b>. Why can you not take them? Whoever asked reads the reason.
transfer-ask-give = 🔁 <b>{ $name }</b>: to which mentor? In brackets, how many participants they have.
transfer-nobody-there = 🔁 <b>{ $name }</b>. This centre has no mentor yet to whom they could go.
transfer-said-offered = 🔁 <b>The request is sent.</b> The answer comes to this chat. Until then all is as before.
transfer-said-agreeing = 🔁 <b>We asked the participant first.</b> For a minor, the representative too.
transfer-head =
    🔁 <b>Transfer</b>
    Participant: <b>{ $name }</b>, { $level }
transfer-who = Age { $age }, 📍 { $place }
transfer-from = From: { $mentor }, { $at }
transfer-to-mentor = To: { $mentor }, { $at }
transfer-to-centre = To: { $at }, which chooses the mentor
transfer-words-participant = 💬 The participant’s words:
transfer-words-mentor = 💬 The mentor’s words:
transfer-words-head = 💬 The words of the head of the centre:
transfer-waiting = 📥 Entries waiting for review: { $count }
transfer-state-agreeing = ⏳ Waiting for the participant and the family to agree. Last day: { DAY($day) }
transfer-state-offered = ⏳ Waiting for the receiving side. Last day: { DAY($day) }
transfer-state-pulled = ✅ The transfer is complete.
transfer-state-declined = ✖️ The participant or the family did not agree.
transfer-state-refused = ✖️ The receiving side could not take them.
transfer-state-withdrawn = 🗑 The request was taken back.
transfer-state-lapsed = ⌛️ The time is over, the request does not stand any more.
transfer-reason-full = Reason: the mentors have as many as they can take.
    .short = No room left
transfer-reason-far = Reason: a centre nearer to their home would be better.
    .short = Another centre is nearer
transfer-reason-talk = Reason: better to talk first.
    .short = Talk first
transfer-over = This transfer is over. There is nothing more for you to do.
transfers-open = { $count ->
    [0] 🔁 <b>No open transfers</b>
   *[other] 🔁 <b>Open transfers: { $count }</b>

        Those with 📥 wait for your answer.
}
transfer-told-asked-own = 🔁 <b>You are asked to move to another mentor. Do you agree?</b> If not, all stays as it is. If you do, your journal, marks and tasks go with you.
transfer-told-asked-child = 🔁 <b>Your child is asked to move to another mentor. Do you agree?</b> Without your word there is no transfer.
transfer-told-offered = 🔁 <b>You are asked to take a participant.</b> If you do, you see the journal and the whole history.
transfer-told-agreeing = 🔁 <b>A transfer is asked for.</b> The participant and the family have to agree.
transfer-told-offered-others = 🔁 <b>A transfer is asked for.</b>
transfer-told-pulled-own = ✅ <b>You have a new mentor.</b> Your journal, marks and tasks are as they were.
transfer-told-pulled-mine = ✅ <b>A participant has come to you.</b> Their journal and whole history are open to you now.
transfer-told-pulled = ✅ <b>The participant has moved.</b>
transfer-told-declined = ✖️ <b>There is no transfer.</b> All is as before.
transfer-told-refused = ✖️ <b>There is no transfer.</b> All is as before; another mentor may be asked.
transfer-told-withdrawn = 🗑 <b>The request for a transfer was taken back.</b> All is as before.
transfer-told-lapsed = ⌛️ <b>The transfer did not come in time.</b> All is as before. Ask again if it is needed.
refused-transfer-open = A transfer of this participant is asked for already.
refused-transfer-words = A few words at least, please: the receiving side needs the reason.
refused-transfer-long = Too long: { $length } characters. Shorten it to { $most }.
refused-transfer-moved = Something has changed meanwhile. Here is how it stands now.
refused-transfer-state = Only who was taken up by a mentor and takes part can be transferred.
refused-transfer-commission = The level is complete and on its way to a commission. Until it has decided there is no transfer.
