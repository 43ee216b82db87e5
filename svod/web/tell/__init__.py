"""Telling from a phone: what was held, in under a minute, with or without a line."""
