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
