"""The campaign's figures for other systems: files that their importers take."""
