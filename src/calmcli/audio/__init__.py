"""A session as one sound file, to take along where no screen can come."""
