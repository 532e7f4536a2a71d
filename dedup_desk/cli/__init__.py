"""The command line: the same services, in words and exit codes.

`main` is one parser, one command, one exit code; `commands` has a module each; `output` keeps
answers, progress and remarks apart; `moves` is how the commands that move files speak.
"""
