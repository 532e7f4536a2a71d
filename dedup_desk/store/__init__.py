"""Keeps what was learnt (index) and what was decided (project file); knows no picture."""
