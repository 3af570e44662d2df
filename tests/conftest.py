"""How the tests of every room are run."""

from hypothesis import settings

# How long something takes is measured in bench/, never in a test: machines differ, and are shared.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")
