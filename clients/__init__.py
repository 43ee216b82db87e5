"""Clients of the API; each is written anew from its description by `make client`."""
