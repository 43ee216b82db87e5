#!/usr/bin/env python
"""Django's commands, for whoever develops or runs the application."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    execute_from_command_line(sys.argv)
