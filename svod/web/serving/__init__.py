"""What `svod serve` runs: one process that prepares the data and tends its children, the server and the readers."""
