"""Rules: steps in the order of the file, on children, on points, or on the grade."""
