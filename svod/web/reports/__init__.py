"""The workbench: consolidated reports, their passages, their versions."""
