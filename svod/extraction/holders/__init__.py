"""Who held it, and how far the name of an organisation goes."""
