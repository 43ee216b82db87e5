"""Webhooks, as https://www.standardwebhooks.com has them.

outbox.py   what happened becomes a message to each receiver, in the transaction in which it happens
deliver.py  a worker sends it, again and again until it is taken or given up
signing.py  by which a receiver knows that it is ours
safe.py     no address inside the operator's own network is reached
setting.py  webhooks are made, switched and removed
"""
