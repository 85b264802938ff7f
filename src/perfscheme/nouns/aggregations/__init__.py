"""Aggregations: how the points of a dimension's children become its own."""
