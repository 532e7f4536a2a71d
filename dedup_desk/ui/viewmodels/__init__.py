"""What the screens show and do; QObjects that need no window.

The whole
---------
`shell` is the window as a whole; `doors` its seam to the services, `errands` short work off the GUI
thread, `notices` one sentence for the bar; `start`, `indexing`, `audit` (its figures:
`audit_figures`), `retire` (`retire_rows`, `retire_words`) and `history` (`history_choices`,
`history_acts`, `event_words`, `whereabouts_words`) are its other screens, `key_editing` changes
keys, `exports` is what a person takes away. `deep` reads in the background, `found` is what that
brought meanwhile. `amounts` writes numbers.

The review
----------
`sitting` is the desk that lies open. `review` answers its keys: each verb is a pure function
(`verbs`), committed and undone by the one place that writes (`decider`; `step_words` says what).
Its other keys are inherited, one kind on another: `page_keys`, `panels` that fold, `looking`,
`moving` to other groups and members, `many` at once, `numbered` to one of nine, `joining` two
groups, `deciding` what is written beside the verbs. `file_keys` ask the desktop about a file
(`file_errands`). A `seat` is taken as it was left: `habits` of a person and places in projects,
`narrowing` writes a filter down.

`queue` is the rows (`queue_rows`, `queue_return`) and what they are narrowed to (`queue_filters`);
`table` the group in hand and the two of it that are shown; `filmstrip` all its members; `facts`
and `fact_sheet` the column beside it; `relation_words` and `wording` its sentences.

The eye
-------
`compare` changes how the pair is shown, `paging` which page of it, and `showing` holds it: `sight`
is what is before the eye, `pictures` which rendering is painted, `overlays` what is computed,
`other_pages` how later pages lie, `compare_words` and `page_words` what is said of it. Beside them:
`aligning` by hand, the `rhythm` of flipping, the `loupe` and the `overview`. `grid` shows a whole
group (`grid_cells`, `grid_words`), `rounds` compares it two by two.
"""
