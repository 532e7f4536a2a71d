"""What comparing two pictures measured: the figures that a pair's name is made from."""

from __future__ import annotations

from dataclasses import dataclass

_RELIT_SHARE = 0.01
_READABLE_PX, _READABLE_LETTER_PX = 600, 7.5


@dataclass(frozen=True, slots=True)
class Observed:
    """What comparing two pictures measured; a is the fuller one.

    Attributes:
        mean, median, quartile: local correlation at 320 px.
        bad_share, largest_bad_share: share of the windows there that do not match at all, and of
            the largest connected area of them.
        elsewhere: mean local correlation outside of that area.
        inliers, matches: places that agree on the registration, and tentative matches; 0 where
            the whole images were aligned.
        rms_px: what is left between the agreeing places, in pixels of the proxies.
        left_px: what is left between patches after the alignment was sharpened, in pixels of the
            fine grid; None where it could not be.
        anisotropy: the larger stretch of the registration over the smaller.
        symmetry: 0 to 7, the symmetry of b that looks like a.
        is_plain: the frames fall on each other exactly, but for turn, mirror and size.
        is_inverted: b is a negative of a.
        is_tilted: b was photographed at an angle.
        turn_degrees: small turn beyond the quarter turns, 0 if plain.
        shown_a, shown_b: share of each picture that the other shows; borders are no picture.
        has_border_a, has_border_b: there is a border or a caption that the other has not.
        size_ratio: b's pixels for one of a's, along a side.
        is_page: mostly one pale tone with no solid body on it.
        is_pale: mostly one pale tone, paper or a white backdrop.
        fine_px: longest side of the fine check; 0 if it could not be made.
        changed_share, blocks, regions: of the fine check.
        dust_blocks, dust_regions: how many of them are points by themselves on a page's paper.
        largest_region_share: the box of the largest region, as a share of a's area.
        is_cloned: what changed on a page is lettering that the same page shows elsewhere too.
        is_rewritten: both pictures show lettering in one changed place, and not the same.
        letter_px: height of a page's smaller letters on the grid of the fine check, 0 without any.
        lost_detail_share: share of a's detailed windows that the fine check's size cannot show.
        grain: correlation of the finest detail, 1.0 where there is none.
        noise: median residual of the fine check's windows, in levels.
        tone_residual: what the fitted tone curve leaves, as a share of full scale.
        is_coarse: one side is a strongly compressed JPEG.
        overlaid_a, overlaid_b: what changed is thin or flat and lies on that side's picture.
        tone_changed, lost_colour: b's tones differ; b has lost all colour.
        likelihood: what `core/likelihood.py` makes of all this, 0 to 1.
        recoloured_share, relit_share: area whose hue or light changed where no detail did.
    """

    mean: float
    median: float
    quartile: float = 1.0
    bad_share: float = 0.0
    largest_bad_share: float = 0.0
    elsewhere: float = 0.0
    inliers: int = 0
    matches: int = 0
    rms_px: float = 0.0
    left_px: float | None = None
    anisotropy: float = 1.0
    symmetry: int = 0
    is_plain: bool = True
    is_inverted: bool = False
    is_tilted: bool = False
    turn_degrees: float = 0.0
    shown_a: float = 1.0
    shown_b: float = 1.0
    has_border_a: bool = False
    has_border_b: bool = False
    size_ratio: float = 1.0
    is_page: bool = False
    is_pale: bool = False
    fine_px: int = 1280
    changed_share: float = 0.0
    blocks: int = 0
    regions: int = 0
    dust_blocks: int = 0
    dust_regions: int = 0
    largest_region_share: float = 0.0
    is_cloned: bool = False
    is_rewritten: bool = False
    letter_px: float = 0.0
    lost_detail_share: float = 0.0
    grain: float = 1.0
    noise: float = 0.0
    tone_residual: float = 0.0
    is_coarse: bool = False
    overlaid_a: bool = False
    overlaid_b: bool = False
    tone_changed: bool = False
    lost_colour: bool = False
    recoloured_share: float = 0.0
    relit_share: float = 0.0
    likelihood: float = 1.0

    @property
    def is_changed(self) -> bool:
        """Detail or light changed in places.

        Light falls on a print from one side when it is photographed: that is no change of it.
        """
        return self.blocks > 0 or (self.is_relit and not self.is_tilted)

    @property
    def is_relit(self) -> bool:
        """Light changed over an area."""
        return self.relit_share > _RELIT_SHARE

    @property
    def is_too_small_to_tell(self) -> bool:
        """A page whose lettering the smaller side cannot show: another name would not be seen."""
        is_tiny = 0 < self.letter_px < _READABLE_LETTER_PX
        return self.is_page and (self.fine_px < _READABLE_PX or is_tiny)
