"""Who has which role in one's part of the tree."""
