"""The page on which somebody answers a survey: no cookie, no script that it needs, no address kept."""
