"""The Telegram bot: a process beside the pages, which people write to where they are already.

line.py        fetches what came, has it kept, and only then confirms it to Telegram
jobs.py        what is kept and still to be done
said.py        what somebody said, as far as it matters here
work.py        does one after another, and fetches files for it
answer.py      decides what it is: a report, an answer to a question, a command
handing_in.py  a report becomes a submission, or is held back
form.py        an activity, answer by answer; questions.py what is asked. Neither knows Telegram or the database
asking.py      the form in a chat
words.py       what the bot says; receipts.py of reports, care.py of what they tell
send.py        says it; letters.py sends reminders
follow.py      tells what became of what was sent
"""
