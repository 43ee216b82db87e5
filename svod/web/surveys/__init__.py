"""Open surveys, see what came of them."""
