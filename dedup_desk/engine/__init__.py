"""Reads pictures and moves files; knows no database and no toolkit."""
