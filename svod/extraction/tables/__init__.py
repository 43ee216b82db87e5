"""Tables: what a row tells by the columns that its cells stand in."""
