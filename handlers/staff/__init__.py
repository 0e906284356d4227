"""Staff, places, days off, staff absences: the windows of those who keep them in order."""
