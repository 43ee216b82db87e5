"""Where a text names a kind of activity, and the activity that becomes of it."""
