# The employer’s confirmation.
employer-forward = 👇 Forward the message below to your employer. The link opens once and is good for 7 days.
employer-letter = Hello! Could you please confirm that I worked for you: { $employer }? No registration needed, it takes a minute: { $link }
employer-work =
    👋 Hello! <b>{ $name }</b>, who takes part in a youth programme, wrote in the journal about working for you. Do you confirm it?

    💼 { $employer }
    📅 { DAY($day) }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
    { $report }
employer-name = Thank you! Write your name: it will be shown in the confirmation.
employer-name-wrong = Write your full name (2–120 characters), for example: Serik Akhmetov
employer-decline = Was there no such work, or are the details wrong? We will pass on that you do not confirm it.
employer-thanks = 🙏 Thank you! Your answer has been passed on; nothing else is needed.
employer-button-confirm = ✅ I confirm
employer-button-decline = I do not confirm
employer-button-decline-yes = Yes, I do not confirm it
employer-self = This link is for your employer. You cannot open it yourself: forward it to them.
employer-confirmed = ✅ The employer confirmed: { $employer }, { DAY($day, style: "short") } ({ $name }).
employer-declined = The employer did not confirm the entry: { $employer }, { DAY($day, style: "short") }. Talk to them and, if needed, take the entry back and correct it.
