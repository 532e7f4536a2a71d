"""Dedup Desk: the light table for near-duplicate pictures.

The package is four layers; each looks down only (import-linter holds them)::

        ui        |        cli          what a person sees: a window, a command line
    --------------+----------------
              services                  what a person can do: index, audit, review, retire, restore
    --------------+----------------
        engine    |      store          pictures and files | what was learnt and decided
    --------------+----------------
                core                    the field's values and rules; pure

`dedup_desk.core` tells how one image flows through all of them.
"""

__version__ = "0.1.0"
