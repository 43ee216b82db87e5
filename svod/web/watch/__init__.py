"""What a machine asks of the application and is told: does it live, can it serve, how much is there to do.

middleware.py  answers before all else, and measures each request
ready.py       what must be there to serve
numbers.py     requests, counted over all processes of the server
state.py       how much waits, asked of the register
slow.py        queries that take long, without what they ask for
"""
