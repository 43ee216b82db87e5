"""A submission's text beside what was read from it: a person checks drafts and stands behind them."""
