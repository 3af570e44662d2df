"""What is heard of a session while it plays; silent unless a person chose otherwise."""
