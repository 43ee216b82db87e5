"""What is seen in a text before anything is decided: sentences, clauses, quotations, marks, days, places."""
