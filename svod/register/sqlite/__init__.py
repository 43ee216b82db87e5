"""The database engine of a register in one file: Django's, but many commits share a sync of the disk."""
