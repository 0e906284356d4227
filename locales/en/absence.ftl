# Days on which a participant cannot take part, and the mentor's decision.
absence-home = { $none ->
    [yes]
        🤒 <b>Days you cannot take part</b>

        Ill, a loss in the family, no internet? Tell us here. If your mentor accepts, these weeks do not count as missed, and your end date moves.
   *[no]
        🤒 <b>Days you cannot take part</b>

        What you reported is below. Tap one to see it, shorten it or take it back.
}
absence-button-report = ➕ Report
absence-line-asked = ⏳ { $days }
absence-line-questioned = ❓ { $days }
absence-line-accepted = ✅ { $days }
absence-line-refused = ❌ { $days }
absence-line-withdrawn = ↩️ { $days }
absence-day = { DAY($first, style: "short") }
absence-days = { DAY($first, style: "short") } – { DAY($last, style: "short") }
absence-days-open = ⏸ { DAY($first) } – ongoing
absence-reason = 🤒 What happened? We are with you. Choose from the list or write it in your own words.
absence-reason-illness = 🤒 Illness
absence-reason-disaster = 🌊 An emergency
absence-reason-bereavement = 🕊 A loss in the family
absence-reason-internet = 📡 No internet
absence-reason-other = ✍️ Another reason
absence-first = 📅 Which is the first day? It can be in the past, up to a month ago. Choose it in the calendar or write it.
absence-last = 📅 And the last? That day is included.
absence-button-one-day = That one day only
absence-sure =
    🤒 <b>Send it to your mentor?</b>

    📅 { $days }
    Reason: { $reason }
    { $note }
    { $paper ->
        [yes] 📎 A document is attached.
       *[no] If you like, write a few words or send a photo of a document. You do not have to.
    }
absence-button-send = ✅ Send
absence-one =
    🤒 <b>{ $days }</b>

    Reason: { $reason }
    { $state }
    { $said }
absence-state-asked = ⏳ Waiting for your mentor’s answer.
absence-state-questioned = ❓ Your mentor has a question. Please answer it.
absence-state-accepted = ✅ Accepted. Weeks excused: { $weeks }.
absence-state-refused = ❌ Not accepted: these weeks count as usual.
absence-state-withdrawn = ↩️ You took it back.
absence-question = 💬 The mentor asks:
absence-refused = 💬 The mentor says:
absence-answer = 💬 The answer:
absence-button-answer = ✍️ Answer
absence-button-open = 👀 Open
absence-button-shorten = 📅 It ended earlier
absence-button-withdraw = ↩️ Take it back
absence-shorter = 📅 Which day was really the last? The weeks after it count again.
absence-ask-answer =
    ✍️ Write your answer or send a photo of a document.

    { $said }
absence-not-active = Only an active participant can report this. During a pause your weeks do not count as missed anyway.
absence-first-wrong = The first day can be from { DAY($earliest) } to { DAY($latest) }.
absence-last-wrong = The last day can be from { DAY($first) } to { DAY($latest) }. If you need longer, take a pause on your card.
absence-before-start = You began on { DAY($first) }. Days before that do not count anyway.
absence-overlaps = These days overlap with those you reported before: { DAY($first) } – { DAY($last) }. Shorten those or take them back first.
absence-shorten-wrong = Choose a day from { DAY($first) } to { DAY($latest) }.
absence-paper-kind = Please send the document as a photo or a file.
absence-words-long = Too long: { $length } characters. Please stay within { $most }.
absence-words-needed = Please write a sentence or two.
absence-already-asked = This is waiting for the mentor’s answer.
absence-already-questioned = The participant has been asked about it and has not answered yet.
absence-already-accepted = This has already been accepted.
absence-already-refused = This has already been decided: not accepted.
absence-already-withdrawn = The participant has taken this back.

excuse-card =
    🤒 <b>{ $name }</b> cannot take part on these days: <b>{ $days }</b>

    Reason: { $reason }
excuse-weeks = Weeks excused if you accept: { $weeks }. Excused so far: { $excused }, out of { $level } in the level.
excuse-state-questioned = ❓ Your question has been sent; there is no answer yet.
excuse-state-accepted = ✅ Accepted.
excuse-state-refused = ❌ Not accepted.
excuse-state-withdrawn = ↩️ The participant took it back.
excuse-button-ok = ✅ Accept
excuse-button-ask = ❓ Ask
excuse-button-refuse = ❌ Refuse
excuse-button-show = 🤒 Absence: waiting for you
excuse-ask-question = ❓ What would you like to know? Write it in your own words, and the participant will answer.
excuse-ask-refusal = ❌ Why not? Write the reason; the participant will read it.
notice-excuse-withdrawn = ↩️ <b>{ $name }</b> took back the report about these days: { $days }. The weeks count again.
notice-excuse-shortened = 📅 <b>{ $name }</b> came back earlier. The days are now: { $days }.
notice-excuse-accepted = ✅ Your mentor accepted these days: { $days }. Weeks excused: { $weeks }. Take your time, we will not remind you.
notice-excuse-questioned = ❓ Your mentor has a question about these days: { $days }.
notice-excuse-refused = ❌ Your mentor did not accept these days: { $days }. The weeks count as usual.
