"""The tables: every activity and every reported total that the person may see; each row opens its page."""
