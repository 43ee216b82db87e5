"""The first version: a module for each noun. What is in it stays as long as the version does; it only grows."""
