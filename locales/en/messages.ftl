# What the bot sends by the clock: each person chooses the hour, and switches off what is not required.
menu-button-wishes = ⚙️ Message times
wishes-button = ⚙️ Message times
wishes-home =
    ⚙️ <b>Message times</b>
    { $any ->
        [0] No messages come to you at set times yet.
       *[other] Below are the messages that come to you at set times. Tap one to change its hour or to switch it off.
    }
    { $staff ->
        [0] { "" }
       *[other] 🔔 Reminders of deadlines and of what waits for your decision always come.
    }
wishes-one =
    <b>{ $name }</b> · { $state }
    { $about }
wishes-hour = Which hour suits you? At night, from 21:00 to 9:00, we disturb nobody.
wishes-button-usual = ↩️ At the usual time
wishes-button-rest = 💤 A week of quiet
wishes-button-off = 🔕 Switch off
wishes-button-on = 🔔 Switch on again
wish-is-off = 🔕 off
wish-is-snoozed = 💤 resting
wish-is-usual = at the usual time
wish-is-at = { $hour }:00
wish-label-off = 🔕 { $name }
wish-label-snoozed = 💤 { $name }
wish-label-usual = { $name }
wish-label-at = { $name } · { $hour }:00
wish-weekly-hour = ⏱ The week’s hour
wish-weekly-hour-about = If the week’s hour is not complete yet, we remind you on Thursday at 18:00 and on Sunday at 16:00.
wish-celebration = 🎉 A week that counts
wish-celebration-about = If last week counts in all directions, we congratulate you on Monday at 9:00.
wish-review-evening = 🔎 Evening review list
wish-review-evening-about = The entries that wait for your review come in one message every day at 18:00. Participants are waiting for an answer, so it cannot be switched off.
wish-daily-digest = 📰 Daily digest
wish-daily-digest-about = All that concerns you in one message, every day at 9:00.
wish-weekly-digest = 📊 Weekly digest
wish-weekly-digest-about = How the week went: a chart and three lines, on Mondays at 9:00.

refused-wish-required = This message cannot be switched off: participants are waiting for your answer. But you can choose the hour at which it comes.
refused-wish-hour = Choose a time between { $first }:00 and { $last }:00: at night we disturb nobody.
refused-wish-not-yours = This message does not come to you, so there is nothing to set.


# An operator's message to many.
broadcast-words =
    📣 <b>A message to many</b>

    Which language will you write in? One is enough; if you write in several, each person reads their own.
broadcast-text = ✍️ Write and send the text of the message. Language: { $language }
broadcast-button-remove = 🗑 Take this text out
broadcast-example = Dear participants! On Saturday we plant trees in Talgar. Join us!

broadcast-audience =
    👥 <b>Who gets it?</b>

    If you choose nothing, everybody does.
broadcast-button-roles = 👤 Role: { $chosen }
broadcast-button-levels = 🏅 Level: { $chosen }
broadcast-button-regions = 🗺 Region: { $chosen }
broadcast-button-centres = 🏫 Centre: { $chosen }
broadcast-all = all
broadcast-closed = { $centre } (closed)
broadcast-participants = Participant
broadcast-ask-roles = 👤 Who gets it? You can mark several.
broadcast-ask-levels = 🏅 At which level? With a level marked, only participants and their legal representatives get it.
broadcast-ask-regions = 🗺 In which regions? You can mark several.
broadcast-ask-centres = 🏫 At which centres? You can mark several.
broadcast-button-all = ♾ To all

broadcast-sure =
    📣 <b>Shall we send it?</b>

    Recipients: <b>{ $people }</b>
    Role: { $roles }
    Level: { $levels }
    Region: { $regions }
    Centre: { $centres }
    Languages of the message: { $languages }
broadcast-nobody =

    ⚠️ There is nobody like that. Go back and widen the choice.
broadcast-button-preview = 👁 Show me first
broadcast-button-send = 🚀 Send: { $people }

broadcast-message =
    📣 <b>{ $programme }</b>

    { $words }
broadcast-goes = 📣 <b>The message is going out</b>
broadcast-over = ✅ <b>The message has gone out</b>
broadcast-stopped = ⏹ <b>The message was stopped</b>
broadcast-sent = Delivered: { $sent } / { $count }
broadcast-unreachable = Blocked the bot: { $people }
broadcast-failed = Could not be delivered: { $people }
broadcast-not-sent = Not sent: { $people }
broadcast-button-stop = ⏹ Stop
broadcast-over-already = This message is no longer going out.

refused-broadcast-empty = ⚠️ Write the text of the message first.
refused-broadcast-long = ⚠️ The text is too long: { $length } characters. At most { $most }.
refused-broadcast-nobody = There is nobody like that. Go back and widen the choice.
