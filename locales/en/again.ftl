# A message whose answer was not delivered in time.
unanswered = Your message came, but the connection failed and our answer seems not to have reached you. No need to send it again: the menu shows how things stand now.
