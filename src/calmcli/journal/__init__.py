"""The journal as entries, one for each session, and how to read them."""
