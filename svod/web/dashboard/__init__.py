"""The first page of a campaign: its numbers, each of which opens what it counts."""
