"""The schemas of the project file, oldest first; new files are made by the same migrations.

`env` runs them inside a transaction of ours. A released migration is never edited. A new one is a
file in `versions/`, a row in `schema.ALLOWED`, and a frozen sample project in the tests.
"""
