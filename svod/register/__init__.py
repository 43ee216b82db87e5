"""The register: what organisations handed in, what was read from it, and who stands behind it.

Django models by noun in `models/`, what changes them by verb in `services/`, who may do what in `permissions.py`, who
did what in `history.py`.
"""
