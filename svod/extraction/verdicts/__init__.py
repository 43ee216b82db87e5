"""Whether a mention is an activity: rules, each in its place in the chain."""
