"""The words of a text and what they may mean: the pack's and the languages' phrases with all their forms."""
