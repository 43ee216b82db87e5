"""The ladder of approval: who has signed, who waits for whom, and reopening."""
