# What the bot sends by the clock: each person chooses the hour, and switches off what is not required.
refused-wish-required = This message cannot be switched off: participants are waiting for your answer. But you can choose the hour at which it comes.
refused-wish-hour = Choose a time between { $first }:00 and { $last }:00: at night we disturb nobody.
refused-wish-not-yours = This message does not come to you, so there is nothing to set.
