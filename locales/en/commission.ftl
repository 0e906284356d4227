# Commissions: who sits in them, candidates, marks, votes, decisions, protocols, appeals.
commission-name = { $season } · { $region } · { $level }
commission-everywhere = All regions
commission-all-levels = All levels
commission-list = 🏛 <b>Commissions</b>
commission-none = 🏛 <b>You have no open commission</b>
commission-mine = 🏛 { $name }
commission-line = { $name }{ $undecided ->
    [0] {""}
   *[other] {" "}({ $undecided })
}
commission-button-new = ➕ New commission
commission-ask-season =
    🏛 <b>For which season?</b>

    The year in which the ceremony is held.
commission-ask-region = 🏛 <b>Candidates of which region?</b>
commission-ask-level = 🏛 <b>Candidates of which level?</b>
commission-head =
    🏛 <b>Commission</b>
    { $name }
commission-state-new = 📝 Not open yet
commission-state-open = 🟢 At work
commission-state-closed = 🔒 Has ended its work
commission-lacks-chair = ⚠️ It has no chair
commission-lacks-secretary = ⚠️ It has no secretary
commission-lacks-authority = ⚠️ It has no representative of the authorised body of education
commission-lacks-members = ⚠️ Too few members: needed are { $fewest } or more
commission-counts =
    To be decided: { $undecided }
    Decided: { $decided }
commission-waiting = { $total ->
    [0] Nobody newly recommended
   *[other] Recommended and waiting: { $total }{ $deferred ->
        [0] {""}
       *[other] , of them deferred last season: { $deferred }
    }
}
commission-button-seats = 👥 Members
commission-button-open = 🟢 Open the commission
commission-button-close = 🔒 End its work
commission-button-put = 📥 Put candidates ({ $count })
commission-button-take-back = 📤 Take the others back
commission-button-open-card = 🏛 Show the commission
commission-button-desk = 🏛 To the commission
commission-put = Put to the commission: { $count }
commission-taken-back = Taken back: { $count }
commission-short = ⚠️ Fewer than two members are without conflict, so nothing can be decided: { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}. Seat another member.
commission-seats =
    👥 <b>Members of the commission</b>

    Tap a member to get the link anew or to end their membership. The buttons below add a seat.
seat-line = • { $seat }: <b>{ $name }</b>{ $authority ->
    [yes] {" "}– of the authorised body
   *[no] {""}
}
seat-nobody = link not taken yet
seat-chair = chair
seat-secretary = secretary
seat-member = member
seat-button = { $seat }: { $name }
seat-add-chair = ➕ Chair
seat-add-secretary = ➕ Secretary
seat-add-member = ➕ Member
seat-add-authority = ➕ Of the authorised body
seat-link =
    🔗 <b>A link into the commission</b>

    { $link }

    It works once, within seven days. Send it only to the person whom you invite.
seat-button-share = 📤 Send the link
seat-share-words = You are invited into the commission
seat-button-drop = 🗑 Remove the seat
seat-ask-end =
    👥 <b>End this membership?</b>

    They will see no candidate any more. Votes that they cast stay in the protocols.
seat-button-end = ✋ End the membership
seat-over = ✅ The commission has changed. It is on record.
seat-offer =
    🏛 <b>You are invited into a commission</b>

    Commission: { $name }
    Your seat: { $seat }{ $authority ->
        [yes] {" "}(representative of the authorised body of education)
       *[no] {""}
    }
    The link’s last day: { DAY($until) }

    Members read candidates’ dossiers, give marks, vote. Each look is on record. You can step back from a relative or somebody you know.
seat-button-take = ✅ Accept
seat-button-decline = Not now
seat-declined = All right. Open the link again if you change your mind.
seat-taken = ✅ <b>You are a member of the commission now.</b> You will be told here when there are candidates.
seat-told-taken = 👥 <b>{ $name }</b> has joined the commission ({ $seat }): { $commission }
seat-told-ended = 👥 Your membership of the commission has ended: { $commission }. Thank you for your work!
menu-commission = 🏛 You sit in a commission.
menu-button-commission = 🏛 Commission
desk-seat = Your seat: { $seat }
desk-candidates = { $before ->
    [0] No candidates to consider now
   *[other] Candidates: { $before }, left for you: <b>{ $left }</b>
}
desk-hidden = 🙈 Not shown to you, for a conflict of interest or because you stepped back: { $hidden }. Other members decide on them.
desk-sitting-none = It does not sit yet: you can read the dossiers beforehand.
desk-sitting-away = 🔔 The commission sits: { $present } of { $members } are present
desk-sitting-here = 🟢 You are in the sitting: { $present } of { $members } are present
desk-button-here = 🖐 I am here
desk-button-next = ▶️ Next candidate ({ $left })
desk-button-list = 📋 All candidates
desk-button-undisputed = ✍️ Undisputed ones
desk-button-sit = 🔔 Begin the sitting
desk-button-rise = 🔚 End the sitting
desk-button-leave = 🚪 Leave the sitting
desk-all-done = 👏 <b>Nobody is left for you.</b>
desk-undisputed = { $count ->
    [0] There is nobody yet whom all present want awarded.
   *[other]
    ✍️ <b>All present want these awarded: { $count }</b>

    Reason: the level’s requirements are met. All of them are invited to the ceremony.
}
desk-button-sign-all = ✍️ Sign them all ({ $count })
desk-signed = ✅ <b>Signed: { $count }.</b> The candidates have been told.
desk-unsigned = ⚠️ <b>Not signed: { $count }.</b> They stay undecided; the first of them and the reasons are below.
desk-unsigned-one = <b>No. { $number } · { $name }</b>
sitting-closed = The sitting has ended. Its protocol is being made.
sitting-closed-without = The sitting has ended. Nothing was decided, so there is no protocol.
sitting-told-opened = 🔔 <b>The commission sits.</b> Tap “I am here” if you take part.
candidates-told-put = 📥 <b>Candidates were put to the commission.</b>
candidate-told-taken-back-own = 📤 <b>Your dossier was taken back from the commission: nothing was decided on it.</b> Level: { $level }. The recommendation stands: it will be put to a commission again, and you need do nothing.{ $interview ->
    [yes] {" "}There is no interview at the time that you chose.
   *[no] {""}
}
candidate-told-taken-back = 📤 <b>{ $name }: the dossier was taken back from the commission, nothing was decided.</b> Level: { $level }. The recommendation stands: it will be put to a commission again.{ $interview ->
    [yes] {" "}The interview that was arranged does not take place.
   *[no] {""}
}
candidates-list = 📋 <b>Candidates: { $count }</b>
candidates-line = { $state ->
    [done] ✅
    [closed] 🗳
   *[new] ▫️
} No. { $number } · { $name } · { $level }
candidate-head = <b>No. { $number } · { $name }</b>, aged { $age } · { $level }
candidate-place = 📍 { $region } · { $centre }
candidate-no-centre = no centre
candidate-appeal = ⚖️ <b>An appeal.</b> In the participant’s words:
candidate-progress = 📊 Rating: { $percent }%, directions complete: { $finished } of { $all }
candidate-norms = ✅ Norm met: { $directions }
candidate-reused = { $reused ->
    [0] 🔍 Honesty: entries: { $entries }, none sent before
   *[other] 🔍 Honesty: entries: { $entries }, confirmed as sent before: { $reused }
}
candidate-interview-held = 🎙 Interviewed: { MOMENT($when) }
candidate-interview-taken = 🎙 Interview: { MOMENT($when) }. { $place }
candidate-interview-none = 🎙 No interview time chosen yet
candidate-interview-again = 🎙 Did not come to the interview, may choose once more
candidate-interview-without = 🎙 No interview took place: decided without one
candidate-recommended = 👍 Recommended by { $name }, { DAY($day, style: "short") }
candidate-characterisation = 💬 The mentor’s words:
candidate-button-progress = 📊 Progress
candidate-button-journal = 📖 Journal
candidate-button-note = 💬 Mentor’s note
candidate-note = 💬 <b>The mentor’s closing note</b>
candidate-no-note = 💬 There is no note by the mentor yet.
candidate-button-files = 📎 { $files } · { $entry }
candidate-button-next = ▶️ Next (left: { $left })
candidate-button-look-again = 🔄 Refresh
candidate-button-list = 📋 List
candidate-button-step-back = ✋ Step back
candidate-button-surely-back = ✋ Yes, I step back
candidate-ask-back =
    ✋ <b>{ $name }: do you step back from this candidate?</b>

    You will not see the dossier any more, nor vote. It stands in the protocol and cannot be undone.
candidate-stepped-back = ✋ You have stepped back from this candidate. It stands in the protocol.
candidate-journal = 📖 <b>Journal, approved entries: { $count }</b>
marks-in-sitting = 🙈 Marks are given in the sitting.
marks-hidden = 🙈 Marks are hidden until all have given theirs: { $ready } of { $present } have
marks-mine = • { $name }: <b>{ $points }</b>
marks-opened = 🔓 Members’ marks: median (from–to)
marks-all = • { $name }: <b>{ $median }</b> ({ $least }–{ $most })
marks-button-again = ✏️ { $name }: { $points }
marks-button-word = ✍️ Add a word
marks-button-close = 🔓 Open the marks
votes-cast =
    🗳 Votes: 🏅 { $awarded } · ✖️ { $declined } · ⏳ { $deferred }
    Present: { $present } of { $members }
votes-mine = Your vote: { $outcome }
votes-no-quorum = ⚠️ No quorum: at least { $need } are needed
votes-one-left = ⚠️ Too few members are without conflict: one person makes no decision. The operator has to seat another.
votes-verdict = ✅ The votes come to: <b>{ $outcome }</b>{ $by ->
    [casting] {" "}(a tie, decided by whoever presides)
   *[majority] {""}
}
votes-button-sign = ✍️ Sign: { $outcome }
vote-awarded = 🏅 Award
vote-declined = ✖️ Decline
vote-deferred = ⏳ Defer
outcome-awarded = award
outcome-declined = decline
outcome-deferred = defer
decision-ask =
    ✍️ <b>{ $name }</b>
    Decision: <b>{ $outcome }</b>

    Choose the reason; the participant reads it too. Your choice signs the decision.
decision-reason-met = All requirements are met
decision-reason-beyond = More than was required
decision-reason-grew = Has clearly grown
decision-reason-results = Results fall short
decision-reason-independence = Too little of their own
decision-reason-contribution = Contribution falls short
decision-reason-time = More time is needed
decision-reason-papers = Material is incomplete
decision-reason-own = The candidate was told the reason
decision-reason-absent = No interview took place
decision-button-own-words = ✍️ In own words
decision-button-no-ceremony = Met, without ceremony
decision-signed = ✅ <b>The decision is signed.</b> The participant, the mentor and the head of the centre have been told.
decision-own-awarded = 🏅 <b>Congratulations! The commission awards you.</b> Level: { $level }
decision-own-declined = <b>This time the commission has decided not to award you.</b> Level: { $level }. What you did stays yours: your journal, and what you learned.
decision-own-deferred = ⏳ <b>The commission has put the decision off to the next season.</b> Level: { $level }. Yours will be looked at first then; you need not apply again.
decision-theirs-awarded = 🏅 <b>{ $name }: awarded by the commission.</b> Level: { $level }
decision-theirs-declined = <b>{ $name }: this time the commission has decided not to award.</b> Level: { $level }
decision-theirs-deferred = ⏳ <b>{ $name }: the commission has put the decision off to the next season.</b> Level: { $level }
decision-why = The reason:
decision-gives = 🎁 { $gives }
decision-ceremony = 🎉 You are invited to the ceremony: you will be told when day and place are known.
decision-appeal = ⚖️ If you disagree, you can appeal once until { DAY($until) }: other members look at it anew.
decision-due-line = No. { $number }
decisions-due = ⏳ <b>The commission’s decision is awaited</b>
protocol-button = 📄 Protocol No. { $number }
protocol-head = { $corrects ->
    [yes] 📄 <b>Protocol No. { $number } of { $season }: a correction</b>
   *[no] 📄 <b>Protocol No. { $number } of { $season }</b>
}
protocol-unmade = 📄 The protocol is being made. It will come here in a minute or two.
protocol-button-correct = ✏️ Issue a correction
protocol-corrected = ✅ <b>The correction is a protocol of its own.</b> The earlier one stays as it is. The file will come here.
appeal-button-make = ⚖️ Appeal
appeal-made = ⚖️ <b>Your appeal has been taken.</b> Members who have not decided on it before will look at it. The answer will come here.
appeals-button = ⚖️ Appeals ({ $count })
appeals-list = { $count ->
    [0] ⚖️ <b>No appeal waits for a commission</b> 👏
   *[other] ⚖️ <b>Appeals that wait for a commission: { $count }</b>
}
appeal-button-show = ⚖️ No. { $number }
appeal-told = ⚖️ <b>A new appeal.</b>
appeal-head = ⚖️ <b>Appeal against a commission’s decision: dossier No. { $number }</b>
appeal-due = ⏳ To be answered until { DAY($day) }
appeal-ask = Which commission is to hear it? Listed are those with enough members who have not decided on it.
appeal-given = ✅ The appeal is before a commission.
appeal-nobody = ⚠️ Nobody can hear it. Open a commission with at least { $fewest } members who have not decided on it.
appeal-due-line = No. { $number }
appeals-due = ⚖️ <b>Appeals wait for an answer</b>
commission-ask-reason = ✍️ Write the reason; the participant reads it too. { $fewest } to { $most } characters.
commission-ask-beside = ✍️ Add a word to your marks. The others read it once marks are open. At most { $most } characters.
commission-ask-correction = ✏️ What is wrong in the protocol, and what is right? A new one is issued, the earlier stays. { $fewest } to { $most } characters.
commission-ask-appeal =
    ⚖️ <b>Why do you disagree with the decision?</b>

    In your own words. Other members look at everything anew. You can appeal once, and the message is sent at once. { $fewest } to { $most } characters.
refused-season = Choose this year or the next ({ $year } or later).
refused-seat-held = This seat is held: end the present membership first.
refused-seat-taken = This seat has changed meanwhile.
refused-commission-closed = This commission has ended its work.
refused-commission-open = The commission is open already.
refused-commission-not-open = Open the commission first.
refused-commission-busy = Not yet: it sits, or has candidates without a decision. Take them back.
refused-commission-chair = A chair is needed: send the link.
refused-commission-secretary = A secretary is needed: send the link.
refused-commission-authority = A representative of the authorised body of education is needed.
refused-commission-members = Needed are { $fewest } members or more.
refused-candidate-decided = This candidate has been decided on, or was taken back.
refused-sitting-open = The sitting has begun already.
refused-sitting-closed = The commission does not sit now.
refused-not-present = Say first that you are in the sitting.
refused-marks-closed = Marks are open already, and change no more.
refused-marks-hidden = Let everybody give their marks first; then you vote.
refused-no-marks = There are no marks yet.
refused-mark-word = Write a short word, at most { $most } characters.
refused-no-quorum = No quorum: { $present } are present, at least { $need } are needed.
refused-one-left = One member alone is without conflict here, and one person makes no decision. The operator has to seat another.
refused-no-majority = There is no majority: talk it over and vote again.
refused-votes-changed = The votes have changed meanwhile. Open the card again and look at the decision once more.
refused-decision-reason = Write the reason, { $fewest } to { $most } characters.
refused-correction = Write { $fewest } to { $most } characters.
refused-correction-names = ⚠️ A protocol is kept for ever: write the dossier’s number, not a candidate’s name.
refused-appeal-late = This decision cannot be appealed: the term is over, or there was an appeal.
refused-appeal-words = Write { $fewest } to { $most } characters: the others should know what you think.
refused-appeal-given = This appeal is before a commission already.
desk-button-interviews = 🎙 Open interview times
