"""A typed client of Svod's API: `Svod("https://svod.example.org", "svod_…").list_campaigns()`."""

from svod_client.line import File, Problem
from svod_client.operations import Svod

__all__ = ["File", "Problem", "Svod"]
