"""Compares two pictures: alignment, fine check, tone, name. Arrays in, a finding out.

No file, no process, no clock: what a child process does with a pair is decoding and this. Side a
is the fuller picture; which one that is shows only after the alignment (a border is not more
picture, a crop is less), so the pair is turned round on the way when it has to be.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from dedup_desk.core.naming import Naming, named
from dedup_desk.core.observed import Observed
from dedup_desk.core.other_content import is_recoloured
from dedup_desk.core.pairs import Box, ChangedRegion, Evidence, Registration, RegistrationMethod
from dedup_desk.engine.channel_curves import told_by_channels
from dedup_desk.engine.checks import PAGE_CHECK, PICTURE_CHECK, Check, confirmed_look, finely_laid
from dedup_desk.engine.correlation import agreement
from dedup_desk.engine.cv import Mask, grown
from dedup_desk.engine.decision import decision_model
from dedup_desk.engine.fine import FineLook
from dedup_desk.engine.framing import Frames, frames, right_is_fuller, without_bars
from dedup_desk.engine.ink import is_office_ink
from dedup_desk.engine.laying import Laid, lay_shared, luma_view, scale_of
from dedup_desk.engine.matrices import anisotropy, as_matrix, is_affine
from dedup_desk.engine.moved_lettering import is_moved_lettering
from dedup_desk.engine.overlaid import agreed_side, lettered_side
from dedup_desk.engine.page_pair import (
    NO_LETTERING,
    PageLettering,
    check_and_views,
    is_pale_pair,
    page_lettering,
)
from dedup_desk.engine.placing import Placed
from dedup_desk.engine.regions import Places, areas, changed_places, painted
from dedup_desk.engine.register import Alignment, align, reversed_way
from dedup_desk.engine.rewritten import is_rewritten
from dedup_desk.engine.ruled_out import is_ruled_out
from dedup_desk.engine.specks import NO_DUST, Dust, dust_of
from dedup_desk.engine.subject import Subject, has_lost_colour
from dedup_desk.engine.tone import ToneLook, tone_look, with_tones_of
from dedup_desk.engine.whole_image import degrees_beyond

_TONE_PX = 320
_HOPELESS = 0.35
"""Under this mean correlation not even large bars can be what hides a common picture."""

_COARSE_QUALITY = 50
_COARSE_BYTES_A_PIXEL = 0.04
"""Of lossy formats whose quality cannot be read from the file."""

_TONE_LEVELS, _TONE_LEVELS_COARSE = 4.5, 9.0
_GROW_SMALL_PX = 10


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """What came of it.

    Attributes:
        is_swapped: side a is the right-hand subject.
        naming, registration, evidence: as they go into a verified pair, from a to b.
        score: how likely the two are copies, 0 to 1.
    """

    is_swapped: bool
    naming: Naming
    registration: Registration
    evidence: Evidence
    score: float


def examine(left: Subject, right: Subject, placed: Placed | None = None) -> Examined | None:
    """Compare two pictures; None where they have nothing to do with each other.

    Args:
        left: one picture.
        right: the other.
        placed: how the keypoints say that the right one lies on the left one, if they do.
    """
    found = observe(left, right, placed)
    naming = named(found.observed) if found is not None else None
    if found is None or naming is None:
        return None
    registration = _registration(found.looked)
    evidence = _evidence(found.looked, found.observed, naming)
    return Examined(found.is_swapped, naming, registration, evidence, found.observed.likelihood)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What was seen of two pictures before it has a name.

    Attributes:
        is_swapped: side a is the right-hand subject.
        observed: the figures that names and the decision are made from.
        looked: the pictures they were measured on.
    """

    is_swapped: bool
    observed: Observed
    looked: Looked


def observe(left: Subject, right: Subject, placed: Placed | None = None) -> Found | None:
    """Measure what names are made from; None where the alignment rules a pair out.

    Args:
        left: one picture.
        right: the other.
        placed: how the keypoints say that the right one lies on the left one, if they do.
    """
    alignment = align(left.proxy, right.proxy, placed)
    if alignment is None or alignment.agreement.mean < _HOPELESS:
        return None
    if alignment.is_inverted:
        right = right.as_negative()
    left, right = without_bars(left, right, alignment.matrix)
    if left.proxy.content is not None or right.proxy.content is not None:
        laid = lay_shared(luma_view(left.proxy), luma_view(right.proxy), alignment.matrix, _TONE_PX)
        alignment = replace(alignment, agreement=agreement(laid))
    if named(_coarsely(alignment)) is None:
        return None
    is_swapped = right_is_fuller(left, right, frames(left, right, alignment.matrix))
    a, b = (right, left) if is_swapped else (left, right)
    looked = _look(a, b, reversed_way(alignment) if is_swapped else alignment)
    if looked is not None and (looked.overlaid == "a" or looked.between.is_reversed):
        a, b, is_swapped = b, a, not is_swapped
        looked = _look(a, b, reversed_way(looked.alignment))
    if looked is None:
        return None
    return Found(is_swapped, _observed(a, b, looked), looked)


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """Two pictures in their order, looked at on all grids; `fine` is None without a fine check."""

    alignment: Alignment
    between: Frames
    small: Laid
    tone: ToneLook
    beyond: Mask
    content_b: Box | None
    is_page: bool
    fine: FineLook | None = None
    places: Places | None = None
    overlaid: str | None = None
    is_rewritten: bool = False
    lettering: PageLettering = NO_LETTERING
    dust: Dust = NO_DUST


def _coarsely(alignment: Alignment) -> Observed:
    agreed = alignment.agreement
    return Observed(mean=agreed.mean, median=agreed.median, elsewhere=agreed.elsewhere, fine_px=0)


def _look(a: Subject, b: Subject, alignment: Alignment) -> Looked | None:
    """Look closely; None where that could not make it a pair to show."""
    common = lay_shared(a.proxy, b.proxy, alignment.matrix, _TONE_PX)
    check, fine_a, fine_b = check_and_views(a, b, common)
    grid: Laid | None = None
    if fine_a is not None and fine_b is not None:
        alignment, grid = finely_laid(alignment, fine_a, fine_b, check)
    small = lay_shared(a.proxy, b.proxy, alignment.matrix, _TONE_PX)
    alignment = replace(alignment, agreement=agreement(small))
    between = frames(a, b, alignment.matrix)
    if grid is not None and is_ruled_out(_of_alignment(alignment, between), grid):
        return None
    looked = Looked(
        alignment=alignment,
        between=between,
        small=small,
        tone=_tones(a, b, small),
        beyond=small.shown,
        content_b=_content(b),
        is_page=check is PAGE_CHECK,
    )
    if fine_a is None or fine_b is None or grid is None:
        return looked
    looked = _finely(looked, (a, b), grid, check)
    if not looked.is_page or looked.places is None or looked.fine is None:
        return looked
    places, fine = looked.places, looked.fine
    lettering = page_lettering(a.proxy, (fine_a, fine_b), grid, places.regions)
    if is_moved_lettering(grid, fine, places.count, lettering.letter_px):
        lettering = replace(lettering, is_cloned=True)
    dust = dust_of(grid, fine, lettering.letter_px)
    return replace(looked, lettering=lettering, dust=dust)


def _finely(looked: Looked, sides: tuple[Subject, Subject], grid: Laid, check: Check) -> Looked:
    """Add what changed, as the fine check sees it."""
    small, tone = looked.small, looked.tone
    fine = confirmed_look(grid, check, is_toned=tone.moved_levels >= _TONE_LEVELS)
    shown = check.shown(grid, fine) if looked.alignment.is_plain else fine
    places = changed_places(grid, fine.changed, shown.changed, fine.cells)
    replaced = painted(small, places.regions, _GROW_SMALL_PX)
    if places.regions:
        tone = _tones(*sides, small, replaced)
    beyond = small.shown & ~replaced
    overlaid = _overlaid(grid, fine, places, tone)
    if overlaid is None and check is PICTURE_CHECK and tone.moved_levels <= _TONE_LEVELS:
        overlaid = _lettered(grid, small, places)
    if overlaid is not None:
        beyond &= ~grown(tone.relit, _GROW_SMALL_PX)
    is_free = overlaid is None and check is PICTURE_CHECK
    return replace(
        looked,
        tone=tone,
        fine=fine,
        places=places,
        overlaid=overlaid,
        is_rewritten=is_free and is_rewritten(grid, places.regions),
        beyond=beyond,
    )


def _tones(a: Subject, b: Subject, small: Laid, changed: Mask | None = None) -> ToneLook:
    look = tone_look(small, changed)
    look = look if has_lost_colour(a, b) else look.with_faded_places()
    told = told_by_channels(small, look.recoloured, changed)
    return replace(look, recoloured=look.recoloured & ~told)


def _content(b: Subject) -> Box | None:
    span = b.proxy.content
    if span is None:
        return None
    return Box(span.left, span.top, span.right - span.left, span.bottom - span.top)


def _overlaid(grid: Laid, fine: FineLook, places: Places, tone: ToneLook) -> str | None:
    """Say on which side something lies over the picture, tones made equal first."""
    if not places.count:
        return None
    grids: tuple[Laid, ...] = (grid,)
    if tone.moved_levels > _TONE_LEVELS:
        grids = with_tones_of(grid, fine.cells.covered(fine.changed, *grid.shown.shape))
    return agreed_side(grids, places.regions, tone.relit)


def _lettered(grid: Laid, small: Laid, places: Places) -> str | None:
    side = lettered_side(grid, places.regions)
    return None if side and is_office_ink(small, places.regions, side) else side


def _observed(a: Subject, b: Subject, looked: Looked) -> Observed:
    laid = replace(
        _of_alignment(looked.alignment, looked.between),
        is_page=looked.is_page,
        is_pale=is_pale_pair(looked.small),
    )
    observed = _with_tones(_with_fine_look(laid, looked), a, b, looked.tone)
    observed = replace(
        observed,
        recoloured_share=float((looked.tone.recoloured & looked.beyond).mean()),
        relit_share=float((looked.tone.relit & looked.beyond).mean()),
    )
    return replace(observed, likelihood=decision_model().likelihood(observed))


def _of_alignment(alignment: Alignment, between: Frames) -> Observed:
    agreed, geometry = alignment.agreement, alignment.geometry
    return Observed(
        mean=agreed.mean,
        median=agreed.median,
        quartile=agreed.quartile,
        bad_share=agreed.bad_share,
        largest_bad_share=agreed.largest_bad_share,
        elsewhere=agreed.elsewhere,
        inliers=geometry.inliers if geometry else 0,
        matches=geometry.matches if geometry else 0,
        rms_px=geometry.rms_px if geometry else 0.0,
        left_px=alignment.left_px,
        anisotropy=anisotropy(alignment.matrix),
        symmetry=alignment.symmetry,
        is_plain=alignment.is_plain,
        is_inverted=alignment.is_inverted,
        is_tilted=not is_affine(alignment.matrix),
        turn_degrees=degrees_beyond(alignment.matrix, alignment.symmetry),
        shown_a=between.shown_a,
        shown_b=between.shown_b,
        has_border_a=between.border_a,
        has_border_b=between.border_b,
        size_ratio=scale_of(alignment.matrix),
    )


def _with_fine_look(observed: Observed, looked: Looked) -> Observed:
    fine, places = looked.fine, looked.places
    if fine is None or places is None:
        return replace(observed, fine_px=0)
    return replace(
        observed,
        fine_px=fine.size_px,
        changed_share=fine.bad_share,
        blocks=fine.blocks,
        regions=places.count,
        dust_blocks=looked.dust.blocks,
        dust_regions=looked.dust.regions,
        largest_region_share=places.largest_share,
        letter_px=looked.lettering.letter_px,
        lost_detail_share=looked.lettering.lost_detail_share,
        grain=fine.grain,
        noise=fine.noise,
        is_cloned=looked.lettering.is_cloned,
        is_rewritten=looked.is_rewritten,
        overlaid_a=looked.overlaid == "a",
        overlaid_b=looked.overlaid == "b",
    )


def _with_tones(observed: Observed, a: Subject, b: Subject, tone: ToneLook) -> Observed:
    is_coarse = any(_is_coarse(side) for side in (a, b))
    limit = _TONE_LEVELS_COARSE if is_coarse else _TONE_LEVELS
    return replace(
        observed,
        is_coarse=is_coarse,
        tone_residual=tone.fit.residual,
        tone_changed=tone.moved_levels > limit,
        lost_colour=has_lost_colour(a, b),
    )


def _is_coarse(side: Subject) -> bool:
    picture = side.record.picture
    if picture.jpeg_quality is not None:
        return picture.jpeg_quality < _COARSE_QUALITY
    bytes_a_pixel = side.record.stamp.size_bytes / max(picture.pixel_count, 1)
    return not picture.is_lossless and bytes_a_pixel < _COARSE_BYTES_A_PIXEL


def _registration(looked: Looked) -> Registration:
    alignment = looked.alignment
    method = RegistrationMethod.WHOLE_IMAGE
    if np.array_equal(alignment.matrix, np.eye(3)):
        method = RegistrationMethod.IDENTITY
    elif alignment.geometry is not None:
        method = RegistrationMethod.FEATURES
    return Registration(
        matrix=as_matrix(alignment.matrix),
        method=method,
        inliers=alignment.geometry.inliers if alignment.geometry else 0,
        error_px=looked.alignment.error_px,
        overlap_a=looked.between.overlap_a,
        overlap_b=looked.between.overlap_b,
        content_b=looked.content_b,
    )


def _evidence(looked: Looked, observed: Observed, naming: Naming) -> Evidence:
    agreed, fine = looked.alignment.agreement, looked.fine
    return Evidence(
        correlation=agreed.mean,
        quartile=agreed.quartile,
        bad_share=agreed.bad_share,
        fine_bad_share=fine.bad_share if fine else None,
        fine_blocks=fine.blocks if fine else None,
        fine_size_px=observed.fine_px,
        hue_share=observed.recoloured_share,
        tone=looked.tone.fit if observed.tone_changed or observed.lost_colour else None,
        regions=_regions(looked, observed),
        notes=naming.notes,
    )


def _regions(looked: Looked, observed: Observed) -> tuple[ChangedRegion, ...]:
    """Return the changed places; where only hue or light changed, the areas of that."""
    if looked.places is not None and looked.places.regions:
        return looked.places.regions
    mask = looked.tone.recoloured if is_recoloured(observed) else looked.tone.relit
    if not (is_recoloured(observed) or observed.is_changed):
        return ()
    return areas(looked.small, mask & looked.beyond)
