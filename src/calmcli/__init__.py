"""A grounding coach for people with medical anxiety, in the terminal."""

__version__ = "0.1.0"
