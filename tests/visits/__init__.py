"""Tests of visits; what they share is in `samples`."""
