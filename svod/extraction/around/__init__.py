"""What the text around its own sentence adds to an activity: its heading, its table, later sentences."""
