"""Tables of other libraries, known by what they hold: it knows nothing of plans, and so stands below all that does."""
