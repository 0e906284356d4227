"""How reminders are worded: terms, the week's hour, silence."""
