"""The campaign's form for ODK and KoboToolbox: taken away, linked to, and what apps fetch and send."""
