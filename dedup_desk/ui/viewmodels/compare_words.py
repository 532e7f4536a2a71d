"""Sentences of the panes: what was rendered, how well aligned, what a mode shows, what differs."""

from __future__ import annotations

from dedup_desk.core.blending import Layer
from dedup_desk.core.compare import (
    CompareMode,
    CompareState,
    Side,
    picture_point,
    scale_of,
    shows_turned,
)
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.overlap import overlap_shares
from dedup_desk.core.overlays import Difference, ToneMap
from dedup_desk.core.picture_words import difference_found
from dedup_desk.core.two_pages import FIRST
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.page_words import aligned_pages, pages_apart
from dedup_desk.ui.viewmodels.sight import PairShown

_ALL_BUT_SLIVERS = 0.998


def lies(model: CompareViewModel, side: Side) -> Message | None:
    """Return how large one picture is shown and how well it is aligned; D is laid on A."""
    pair, state = model.pair, model.state
    if pair is None or state is None:
        return None
    scale = message(
        QT_TRANSLATE_NOOP("Messages", "{percent} %"), percent=percent_of(state, side, model.unit_px)
    )
    if side is Side.RIGHT or not state.is_aligned:
        scale = message(
            QT_TRANSLATE_NOOP("Messages", "{scale} · {alignment}"),
            scale=scale,
            alignment=alignment(pair, state),
        )
    if model.is_loading(side):
        return message(
            QT_TRANSLATE_NOOP("Messages", "{rendered} · stored preview, sharper one on its way"),
            rendered=scale,
        )
    return scale


def alignment(pair: PairShown, state: CompareState) -> Message:
    """Return how well the two pictures are laid on each other, and which pages that is about."""
    if pair.pages != FIRST and not state.is_aligned:
        return pages_apart(pair)
    if not state.is_aligned:
        return message(QT_TRANSLATE_NOOP("Messages", "Not aligned: fitted by width"))
    return aligned_pages(pair)


def mode_words(model: CompareViewModel) -> Message | None:
    """Return what the mode shows at this moment; None where the panes say it themselves."""
    state = model.state
    if state is None or model.pair is None:
        return None
    if state.mode is CompareMode.DIFFERENCE:
        return _difference_words(model, state)
    if not state.is_aligned:
        return None if state.mode is CompareMode.SIDE_BY_SIDE else _by_width(model.pair)
    says = {
        CompareMode.BLINK: message(_FLIP, letter=state.shown.value),
        CompareMode.SWIPE: message(_WIPE if state.blend.is_upright else _WIPE_DOWN),
        CompareMode.ONION: message(_ONION, share=round(state.blend.opacity * 100)),
    }
    said = says.get(state.mode)
    if said is None:
        return None
    if _is_partly_shown(state):
        said = message(_HATCHED, words=said)
    return message(_TURNED, words=said) if shows_turned(state) else said


def _is_partly_shown(state: CompareState) -> bool:
    """Say whether one of the two has a part that the other lacks; slivers are rounding."""
    return min(overlap_shares(state.link, state.left, state.right)) < _ALL_BUT_SLIVERS


def tone_found(tone: ToneMap) -> Message:
    """Return how light and colour moved on the whole, with the threshold of the map."""
    lighter, warmer = round(tone.lighter_levels), round(tone.warmer_levels)
    light = _LIGHTER if lighter > 0 else _DARKER if lighter < 0 else _AS_LIGHT
    warm = _WARMER if warmer > 0 else _COOLER if warmer < 0 else _AS_WARM
    return message(
        _TONE,
        light=message(light, levels=abs(lighter)),
        warmth=message(warm, levels=abs(warmer)),
        threshold=tone.threshold_levels,
    )


def _by_width(pair: PairShown) -> Message:
    if pair.pages == FIRST:
        return message(_BY_WIDTH)
    return message(_PAGES_BY_WIDTH, why=pages_apart(pair))


def _difference_words(model: CompareViewModel, state: CompareState) -> Message:
    answer, pair = model.answer, model.pair
    if not state.is_aligned:
        if pair is None or pair.pages == FIRST:
            return message(_UNALIGNED)
        return message(_APART, why=pages_apart(pair))
    if answer is not None:
        said = _layer_words(answer.found, state.blend.layer)
        return message(_HATCHED, words=said) if _is_partly_shown(state) else said
    if model.has_no_answer:
        return message(_NO_DIFFERENCE)
    is_missing = any(model.why_missing(side) for side in Side)
    return message(_WITHOUT_BOTH if is_missing else _COMPARING)


def _layer_words(found: Difference, layer: Layer) -> Message:
    if layer is Layer.TONE and found.tone is not None:
        return message(_TONE_LAYER, found=tone_found(found.tone))
    return message(_STRUCTURE_LAYER, found=difference_found(found))


def percent_of(state: CompareState, side: Side, unit_px: float) -> str:
    """Return how many screen pixels a pixel of one picture takes, in per cent."""
    middle = picture_point(state, side, state.pane.centre)
    percent = scale_of(state, side, middle) * unit_px * 100
    return f"{percent:.0f}" if percent >= 10 else f"{percent:.1f}"


_FLIP = QT_TRANSLATE_NOOP("Messages", "{letter} is on top")
_WIPE = QT_TRANSLATE_NOOP("Messages", "A left of the line, D right")
_BY_WIDTH = QT_TRANSLATE_NOOP(
    "Messages", "Not aligned: D lies on A by its width alone; Ctrl+L aligns them by hand"
)
_PAGES_BY_WIDTH = QT_TRANSLATE_NOOP("Messages", "{why} · D lies on A by its width alone")
_APART = QT_TRANSLATE_NOOP("Messages", "{why} · no difference is shown")
_COMPARING = QT_TRANSLATE_NOOP("Messages", "Comparing…")
_WIPE_DOWN = QT_TRANSLATE_NOOP("Messages", "A above the line, D below")
_ONION = QT_TRANSLATE_NOOP("Messages", "D at {share} % over A")
_HATCHED = QT_TRANSLATE_NOOP("Messages", "{words}; hatched is what one of them lacks")
_TURNED = QT_TRANSLATE_NOOP("Messages", "{words} · D turned to lie on A")
_UNALIGNED = QT_TRANSLATE_NOOP(
    "Messages", "No difference of pictures that are not aligned; Ctrl+L aligns them by hand"
)
_NO_DIFFERENCE = QT_TRANSLATE_NOOP(
    "Messages", "The difference could not be computed; the log has the details"
)
_WITHOUT_BOTH = QT_TRANSLATE_NOOP("Messages", "No difference without both pictures")
_STRUCTURE_LAYER = QT_TRANSLATE_NOOP("Messages", "Structure, tones fitted: {found}")
_TONE_LAYER = QT_TRANSLATE_NOOP("Messages", "Tone and colour: {found}")
_TONE = QT_TRANSLATE_NOOP(
    "Messages",
    "{light}, {warmth}; amber lighter, blue darker, violet other colour (from {threshold} on)",
)
_LIGHTER = QT_TRANSLATE_NOOP("Messages", "D {levels} levels lighter")
_DARKER = QT_TRANSLATE_NOOP("Messages", "D {levels} levels darker")
_AS_LIGHT = QT_TRANSLATE_NOOP("Messages", "D as light as A")
_WARMER = QT_TRANSLATE_NOOP("Messages", "{levels} warmer")
_COOLER = QT_TRANSLATE_NOOP("Messages", "{levels} cooler")
_AS_WARM = QT_TRANSLATE_NOOP("Messages", "as warm")
