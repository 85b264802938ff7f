"""The scalar interpreter: one record in plain floats, for as long as the answer is certain."""
