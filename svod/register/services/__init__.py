"""What changes the register, one verb a module: check, then do. Pages, commands and the API call the same.

A service takes the person who does it; whether they may is asked before, in `svod.register.permissions`.
"""
