"""The full-screen app, driven by its keys, with a clock that a test owns."""
