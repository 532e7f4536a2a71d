"""What a fitted change of tone looks like: lighter, warmer, more saturated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import Relation, ToneFit
from dedup_desk.core.told import Told

_LIGHTER = QT_TRANSLATE_NOOP("Messages", "{percent} % lighter")
_DARKER = QT_TRANSLATE_NOOP("Messages", "{percent} % darker")
_MORE_CONTRAST = QT_TRANSLATE_NOOP("Messages", "more contrast")
_LESS_CONTRAST = QT_TRANSLATE_NOOP("Messages", "less contrast")
_WARMER = QT_TRANSLATE_NOOP("Messages", "warmer")
_COOLER = QT_TRANSLATE_NOOP("Messages", "cooler")
_SATURATION = QT_TRANSLATE_NOOP("Messages", "colour saturation {percent} %")
_GREYSCALE = QT_TRANSLATE_NOOP("Messages", "black and white")
_OTHERWISE = QT_TRANSLATE_NOOP("Messages", "tones slightly different")
_OTHER_TONES = QT_TRANSLATE_NOOP("Messages", "other tones")

_TONES: Final = (0.25, 0.5, 0.75)
_LIGHT_FROM, _CONTRAST_FROM, _WARMTH_FROM, _SATURATION_FROM = 0.02, 0.06, 0.015, 0.08
_LEAST_SATURATION, _MOST_SATURATION = 0.02, 2.9
"""A picture without colour fits every saturation; the fit ends at one of its bounds then."""

_MOST_RESIDUAL: Final = 0.03
"""Share of full scale from which on gain and gamma do not describe what happened."""


def tone_parts(told: Told) -> Iterator[Message]:
    """Yield what a person sees of the tone change, where there is one."""
    is_grey = told.has(Relation.GREYSCALE)
    if is_grey:
        yield message(_GREYSCALE)
    elif not told.has(Relation.TONE):
        return
    if told.has(Relation.NEGATIVE):
        # Fitted on the picture turned positive: what is lighter there is darker here.
        yield from () if is_grey else (message(_OTHER_TONES),)
        return
    fit = told.pair.evidence.tone or ToneFit()
    seen = [*_light(fit), *(() if is_grey else _colour(fit))]
    yield from seen if seen or is_grey else [message(_OTHERWISE)]


def _light(fit: ToneFit) -> Iterator[Message]:
    """How much lighter three tones become on the whole, in per cent of full scale."""
    if fit.residual > _MOST_RESIDUAL:
        return
    shifts = [min(fit.gain * tone**fit.gamma, 1.0) - tone for tone in _TONES]
    shift, spread = sum(shifts) / len(shifts), shifts[-1] - shifts[0]
    if abs(shift) >= _LIGHT_FROM:
        percent = f"{abs(shift) * 100:.0f}"
        yield message(_LIGHTER if shift > 0 else _DARKER, percent=percent)
    if abs(spread) >= _CONTRAST_FROM:
        yield message(_MORE_CONTRAST if spread > 0 else _LESS_CONTRAST)


def _colour(fit: ToneFit) -> Iterator[Message]:
    if abs(fit.warmth) >= _WARMTH_FROM:
        yield message(_WARMER if fit.warmth > 0 else _COOLER)
    is_known = _LEAST_SATURATION < fit.saturation < _MOST_SATURATION
    if is_known and abs(fit.saturation - 1) >= _SATURATION_FROM:
        yield message(_SATURATION, percent=f"{fit.saturation * 100:.0f}")
