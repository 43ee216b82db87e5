"""Make a campaign from a pack, and move its days."""
