"""What is known between the members of a group, by content: identical files share their pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dedup_desk.core.pairs import Finding, PairKey, Relation, VerifiedPair
from dedup_desk.core.records import Digest, ImageRecord


class Contents:
    """The pairs of a few images, found by the contents of their two sides.

    Args:
        members: the images.
        pairs: verified pairs by key; those of other images are passed over.
    """

    def __init__(
        self, members: Iterable[ImageRecord], pairs: Mapping[PairKey, VerifiedPair]
    ) -> None:
        listed = list(members)
        self._pairs: dict[tuple[Digest, Digest], VerifiedPair] = {}
        for one in listed:
            for other in listed:
                pair = pairs.get(PairKey(one.id, other.id))
                if pair is not None and one.digest != other.digest:
                    self._pairs[one.digest, other.digest] = pair
        self._records = {one.digest: one for one in listed}

    def between(self, one: ImageRecord, other: ImageRecord) -> VerifiedPair | None:
        """Return the pair of two contents, whichever side is a; None where there is none."""
        there = self._pairs.get((one.digest, other.digest))
        return there or self._pairs.get((other.digest, one.digest))

    def shown_share(self, record: ImageRecord) -> float:
        """Return how much of the fullest picture this one shows; 1.0 unless it is a crop."""
        shares = [
            pair.registration.overlap_a
            for pair in self._where_b(record)
            if Relation.CROPPED in pair.relations and pair.registration is not None
        ]
        return min(shares, default=1.0)

    def is_made_from_another(self, record: ImageRecord, relations: Iterable[Relation]) -> bool:
        """Say whether some copy pair calls this one a bordered, grey ... version of another."""
        wanted = set(relations)
        return any(wanted.intersection(pair.relations) for pair in self._where_b(record))

    def lossy_twin(self, record: ImageRecord) -> ImageRecord | None:
        """Return a lossy file of the very same pixels, the first by digest; None without one.

        A lossless file of such pixels was made from it: it holds nothing more.
        """
        twins = sorted(
            (self._records[self._other(key, record)] for key in self._keys_of(record)),
            key=lambda one: one.digest,
        )
        same = (one for one in twins if self._has_same_pixels(one, record))
        return next((one for one in same if not one.picture.is_lossless), None)

    def _has_same_pixels(self, one: ImageRecord, other: ImageRecord) -> bool:
        pair = self.between(one, other)
        return pair is not None and pair.relation is Relation.SAME_PIXELS

    def _where_b(self, record: ImageRecord) -> Iterator[VerifiedPair]:
        for (_, b), pair in self._pairs.items():
            if b == record.digest and pair.finding is Finding.COPY:
                yield pair

    def _keys_of(self, record: ImageRecord) -> list[tuple[Digest, Digest]]:
        return [key for key in self._pairs if record.digest in key]

    def _other(self, key: tuple[Digest, Digest], record: ImageRecord) -> Digest:
        return key[1] if key[0] == record.digest else key[0]
