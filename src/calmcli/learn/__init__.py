"""Pages to read: what medical trauma is, what helps, and what is known of each exercise."""
