"""The vector interpreter: the same answers for millions of rows, on tiles of float64."""
