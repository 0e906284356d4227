"""The award decides: the programme's rules and its operations, one package a subject.

An operation takes the context of who acts first (`access.acting.Acting`), then what is acted on. It
checks the scope, writes, records, owes messages, and never commits, sends or words anything.
"""

import zoneinfo

# The time zones that are pinned with everything else, whatever the host has: where a country
# changed its time, days and quiet hours would be an hour off by older ones.
zoneinfo.reset_tzpath(())
