"""Measuring: tables of evidence become figures for each subject; knows nothing of schemes, frames or files."""
