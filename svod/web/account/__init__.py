"""Signing in, and what a person keeps of themselves. The pages of django-allauth in our frame, under its names."""
