"""The inbox: what is handed in, how far it is read, and a way on where it could not be."""
