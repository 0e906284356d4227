# How the bot introduces itself in Telegram, and its commands.
bot-description = The Elbasy Medal is an award programme for young people aged 14–29. Apply here, choose your directions and keep your journal; your mentor approves the entries. Tap the button below to start.
bot-short-description = Elbasy Medal: application, journal and mentor in one chat.
command-menu = Main menu
command-add = Add a journal entry
command-progress = My progress
command-plan = My plan
command-help = Help
command-language = Change the language
command-mydata = Data about me
command-cancel = Stop what you began
