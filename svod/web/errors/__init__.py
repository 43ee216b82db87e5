"""What a person is told where something does not work: what happened, what to do, and the words they had typed."""
