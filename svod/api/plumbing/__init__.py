"""What all operations share: who asks, how errors are told, pieces of a list, versions, one answer for a key."""
