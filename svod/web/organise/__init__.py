"""Add, change, close and import organisations below one's own."""
