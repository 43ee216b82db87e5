"""What is told of one mention: what it is called, when, where, for whom, with whom, with how many."""
