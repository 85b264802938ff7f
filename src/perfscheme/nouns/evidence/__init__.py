"""Evidence: how the values of inputs come from tables; each part of it is a noun of the file, and computes nothing."""
