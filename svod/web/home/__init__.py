"""The first page: the campaigns a person has a part in."""
