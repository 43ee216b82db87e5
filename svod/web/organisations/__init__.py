"""Who is in the federation, who has reported, and what became of what each of them told."""
