"""The public page where a version of a report is checked."""
