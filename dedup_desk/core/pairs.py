"""Two images side by side: from a suspicion in bits to a named, measured relation.

A `CandidatePair` is near in fingerprint bits, or shares details, and means nothing yet.
`engine/verify.py` compares the pictures and makes a `VerifiedPair`: how one lies on the other
(`Registration`), what was measured (`Evidence`), what it is called (`Relation`), and whether the
machine calls it a copy or asks for a look (`Finding`). A person's answer is a verdict and lives in
`decisions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from dedup_desk.core.records import RecordId

Matrix: TypeAlias = tuple[float, float, float, float, float, float, float, float, float]
"""3x3, row by row, float64: maps a point (x, y, 1) of side a to side b."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


class Relation(StrEnum):
    """What side b is of side a; the order is the order of precedence (settled, question 5)."""

    SAME_BYTES = "same-bytes"
    SAME_PIXELS = "same-pixels"
    SAME_LAYOUT = "same-layout"
    NEGATIVE = "negative"
    CROPPED = "cropped"
    BORDERED = "bordered"
    OVERLAID = "overlaid"
    RETOUCHED = "retouched"
    RESCAN = "rescan"
    MIRRORED = "mirrored"
    ROTATED = "rotated"
    GREYSCALE = "greyscale"
    TONE = "tone"
    RESIZED = "resized"
    RE_ENCODED = "re-encoded"
    LOOK = "look"


class Finding(StrEnum):
    """What the machine makes of a pair."""

    COPY = "copy"
    LOOK = "look"


class Sureness(StrEnum):
    """The score in words; a bare figure is never shown."""

    CERTAIN = "certain"
    LIKELY = "likely"
    CHECK = "check"


class RegistrationMethod(StrEnum):
    """How a registration was found."""

    IDENTITY = "identity"
    WHOLE_IMAGE = "whole-image"
    FEATURES = "features"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True, order=True)
class PairKey:
    """Two records of one index; `a` is the fuller picture."""

    a: RecordId
    b: RecordId


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """Two records that are near in bits or share details; nobody has compared pictures yet.

    Attributes:
        left, right: the records, `left < right`.
        distance_bits: of the 64-bit fingerprints under `symmetry`.
        symmetry: 0 to 7, which of the 8 symmetries of `right` came nearest to `left`
            (see `core/fingerprints.py` for their order).
        votes: the better score of the two in the index of details (see
            `engine/feature_index.py`); 0 where fingerprints alone suggested the pair.
    """

    left: RecordId
    right: RecordId
    distance_bits: int
    symmetry: int
    votes: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in upright full-resolution pixels; (0, 0) is the outer corner of pixel 1."""

    x_px: float
    y_px: float
    width_px: float
    height_px: float


@dataclass(frozen=True, slots=True)
class ChangedRegion:
    """One place where the pictures differ after alignment and tone fit, in both pictures."""

    in_a: Box
    in_b: Box
    share_of_a: float


@dataclass(frozen=True, slots=True)
class Registration:
    """How side a lies on side b.

    Attributes:
        matrix: 3x3 from a to b, upright full-resolution pixels (settled, question 8).
        method: how it was found.
        inliers: matching points that agree, 0 where none were used.
        error_px: estimated error in pixels of side a.
        overlap_a, overlap_b: share of each picture's area that the other shows, 0 to 1.
        content_b: what of b is picture and no border, in its full pixels; None for all of it.
    """

    matrix: Matrix
    method: RegistrationMethod
    inliers: int = 0
    error_px: float = 0.0
    overlap_a: float = 1.0
    overlap_b: float = 1.0
    content_b: Box | None = None


@dataclass(frozen=True, slots=True)
class ToneFit:
    """How b's tones follow from a's: b = gain * a^gamma, saturation scaled.

    1.0 everywhere means "as it was". `warmth` is the shift of red against blue, -1 to 1.
    """

    gain: float = 1.0
    gamma: float = 1.0
    saturation: float = 1.0
    warmth: float = 0.0
    residual: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What comparing the two pictures measured.

    Attributes:
        correlation: mean local correlation at 320 px after alignment, 0 to 1; None if not made.
        quartile: lower quartile of the same.
        bad_share: share of textured windows that do not match at 320 px.
        fine_bad_share: the same at up to 1,280 px, of pages at up to 2,560 px; None where the fine
            check was not needed.
        fine_blocks: separate changed blocks of the fine check.
        fine_size_px: longest side at which the fine check was made, 0 if none.
        hue_share: share of the area whose hue changed locally (content, never tone).
        tone: fitted tone change, or None.
        regions: changed regions, largest first.
        distance_bits: 64-bit fingerprint distance.
        notes: machine words for what limits this evidence: the keys of `DOUBTS` and `REMARKS` in
            `core/naming.py` ("weak-correlation", "unlikely", "fine-check-not-made",
            "partly-overlapping", "border-on-the-fuller", "recoloured", "mostly-changed",
            "lettering-too-small", "small-page", "page"), and "not-compared" where comparing failed.
    """

    correlation: float | None = None
    quartile: float | None = None
    bad_share: float | None = None
    fine_bad_share: float | None = None
    fine_blocks: int | None = None
    fine_size_px: int = 0
    hue_share: float = 0.0
    tone: ToneFit | None = None
    regions: tuple[ChangedRegion, ...] = ()
    distance_bits: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerifiedPair:
    """Two images that were compared on pictures, and what was found.

    Attributes:
        key: side a is the fuller picture, b "is ... of a".
        relation: the principal one; `relations` holds all that apply, in precedence order.
        finding: copy or look.
        score: 1.0 for same bytes or pixels, else the verifier's probability.
        registration: None where the pictures could not be laid on each other.
        evidence: what was measured.
        recipe: the verifier's version; another one means "verify again".
    """

    key: PairKey
    relation: Relation
    relations: tuple[Relation, ...]
    finding: Finding
    score: float
    registration: Registration | None
    evidence: Evidence
    recipe: str

    @property
    def sureness(self) -> Sureness:
        """The score in words."""
        if self.finding is Finding.LOOK:
            return Sureness.CHECK
        return Sureness.CERTAIN if self.score >= 0.95 else Sureness.LIKELY
