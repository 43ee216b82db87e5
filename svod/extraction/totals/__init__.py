"""What a text sums up, and what it says was not held."""
