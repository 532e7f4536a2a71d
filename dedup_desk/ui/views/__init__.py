"""Thin widgets: layout, painting, forwarding; whatever they decide is asked of a view-model.

`main_window` is the frame: `menus`, `display_menus`, `top_bar`, `message_bar`, one screen at a time
with a `bottom_bar`. `start_view` (`recent_delegate`), `indexing_view`, `audit_view` (`audit_cards`,
`deep_strip`), `retire_view` (`retire_cards`, `plan_card`, `quarantine_panel`) and `history_view`
(`history_acts_bar`) are screens; `dialogs`, `confirm`, `join_dialog`, `key_editor`,
`evidence_dialog` and `print_dialog` are questions and cards.

`review_view` stands in its `review_slot` and connects its keys (`review_keys`): at the left
`queue_view` (`queue_head`, `queue_delegate`), in the middle `compare_tools` (`fold_button`),
`compare_view` or `grid_view`, and the statement below (`review_tools`) with the `note_field`, at
the right `facts_view` (`facts_table`, on its back `files_view`), at the foot `filmstrip_view` and
`review_footer`; `kind_menu` opens over a pane, `file_menu` over any picture (both a `calm_menu`).

One pane is a `canvas`: `pane_painter` paints it, `picture_painter` one picture of it, `pane_marks`
what is drawn over, `pane_words` what is said in it; `overview` is the fuller picture in small,
`grounds` what is seen through and round a picture.

All are built of `parts`, `fields`, `question_layout`, `tables`, `bars`, `flow`, `badges` and
`small_pictures`.
"""
