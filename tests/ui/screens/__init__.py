"""Draws the real window to PNG files, for a person to look at.

`grabber` drives one window and saves it. Two walks are made through it: `tour` shows every screen
and dialog; `compare_modes` lays variants of photographs (`variants`) on the table and grabs every
way to compare them. Neither touches the settings and drafts of the user.
"""
