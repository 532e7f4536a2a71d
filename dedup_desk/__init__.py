"""Dedup Desk: the light table for near-duplicate pictures.

The package is four layers; each looks down only (import-linter holds them)::

        ui        |        cli          what a person sees: a window, a command line
    --------------+----------------
              services                  what a person can do: index, audit, review, retire, restore
    --------------+----------------
        engine    |      store          pictures and files | what was learnt and decided
    --------------+----------------
                core                    the field's values and rules; pure

`core` tells how one image flows through all of them; `engine`, `store`, `services`, `ui` and `cli`
each open with the story of their own rooms.
"""

__version__ = "0.1.0"
