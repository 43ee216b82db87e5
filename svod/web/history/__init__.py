"""Who did what, when, and what it changed; and the way back."""
