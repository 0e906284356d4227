# What the clock does, as the sandbox lists it. The key: job-<name>.

job-forget-updates = Forget updates that were handled
job-forget-attempts = Forget attempts at handling updates
job-forget-invitations = Remove invitation links that are long out of date
job-forget-conversations = Forget conversations that were given up
job-forget-notices = Remove old records of delivered messages
job-forget-runs = Remove old records of jobs done
job-forget-people = Erase people’s data whose term is over
job-weekly-hour-thursday = Thursday: remind of the week’s hour
job-weekly-hour-sunday = Sunday: remind of the week’s hour
job-weekly-hour-celebration = Monday: congratulate on a week that counts

job-review-evening = Reminder to mentors: what waits for review
job-daily-digest = The day’s digest for staff
job-weekly-digest = The week’s digest for staff, with a chart
job-deadlines = Remind of deadlines: applications, contracts, disputes
job-contracts = Let contracts lapse that were not signed in time
job-transfers = Let transfers lapse that nobody pulled in time
job-of-age = Turned 18: who decides alone from now on
job-undecided = Remind of entries long undecided
job-silence = Ask those silent for two weeks how they are
job-ratings = Counting ratings anew
job-olzha = Count points, tell of new trophies
job-award-terms = Give terms on the way to the badge
job-interviews = Reminders of interviews
