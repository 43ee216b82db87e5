"""The Telegram bot: a process beside the pages, which people write to where they are already.

line.py      fetches what came, keeps it, and only then confirms it to Telegram
said.py      what somebody said, as far as it matters here
work.py      does what is kept, one after another, and fetches files for it
answer.py    decides what is done: a submission, a step of the form, a command
form.py      the questions of the form; it knows neither Telegram nor the database
words.py     all that the bot says
send.py      says it
"""
