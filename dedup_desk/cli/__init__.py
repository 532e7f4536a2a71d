"""The command line: the same services, in words and exit codes."""
