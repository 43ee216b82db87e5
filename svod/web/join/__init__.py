"""Opening an invitation: a public page."""
