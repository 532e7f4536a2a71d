"""What is known of the details of pictures: their features, their numbers, what was asked.

Everything here belongs to contents (SHA-256), not to files: a file that moves or comes a second
time costs nothing. Features stand beside the small pictures and are erased with them; postings of
the inverted file, which are large arrays, stand in files of their own (`store/segments.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, delete, insert, select

from dedup_desk.core.records import Digest
from dedup_desk.core.suggestions import HIT, AnswerTable, ranks_of
from dedup_desk.store.database import Database
from dedup_desk.store.index_tables import ANSWER, CONTENT, FEATURE


@dataclass(frozen=True, slots=True)
class PackedFeatures:
    """The features of one content as they are kept.

    Attributes:
        data: see `engine/features.py`; the store does not look inside.
        keypoints: how many there are.
    """

    data: bytes
    keypoints: int


class FeatureStore:
    """Features, content numbers and answers of one open index; usable from every thread."""

    def __init__(self, rows: Database, small_pictures: Database) -> None:
        self._rows = rows
        self._pictures = small_pictures

    def put_features(self, found: Mapping[Digest, PackedFeatures], recipe: str) -> None:
        """Keep a batch; what another recipe made of the same contents is replaced."""
        rows = [
            {"digest": digest, "recipe": recipe, "keypoints": one.keypoints, "data": one.data}
            for digest, one in found.items()
        ]
        if rows:
            with self._pictures.writing() as connection:
                connection.execute(insert(FEATURE).prefix_with("OR REPLACE"), rows)

    def features(self, digest: Digest, recipe: str) -> bytes | None:
        """Return the features of a content, or None where `recipe` has not made them."""
        query = select(FEATURE.c.data).where(FEATURE.c.digest == digest, FEATURE.c.recipe == recipe)
        with self._pictures.reading() as connection:
            found = connection.execute(query).scalar()
        return None if found is None else bytes(found)

    def keypoints(self, recipe: str) -> dict[Digest, int]:
        """Return how many keypoints each content has whose features `recipe` made."""
        query = select(FEATURE.c.digest, FEATURE.c.keypoints).where(FEATURE.c.recipe == recipe)
        with self._pictures.reading() as connection:
            return {Digest(digest): count for digest, count in connection.execute(query)}

    def give_numbers(self, contents: Iterable[Digest]) -> dict[Digest, int]:
        """Number contents that have none yet, in the order of their digests.

        Returns:
            The numbers of all contents that were ever numbered; one never becomes another's.
        """
        known = self.numbers()
        rows = [{"digest": digest} for digest in sorted(set(contents) - known.keys())]
        if not rows:
            return known
        with self._rows.writing() as connection:
            connection.execute(insert(CONTENT), rows)
        return self.numbers()

    def numbers(self) -> dict[Digest, int]:
        """Return the number of every content that has one."""
        with self._rows.reading() as connection:
            found = connection.execute(select(CONTENT.c.digest, CONTENT.c.number))
            return {Digest(digest): number for digest, number in found}

    def put_answers(self, answers: Mapping[int, NDArray[np.void]], recipe: str) -> None:
        """Keep what was found for asking contents; an earlier answer is replaced.

        Args:
            answers: asking content -> hits (`HIT`), best first.
            recipe: of the features and of the index that was asked.
        """
        rows = [
            {"content": number, "recipe": recipe, "hits": hits.astype(HIT).tobytes()}
            for number, hits in answers.items()
        ]
        if rows:
            with self._rows.writing() as connection:
                connection.execute(insert(ANSWER).prefix_with("OR REPLACE"), rows)

    def answered(self, recipe: str) -> frozenset[int]:
        """Return the contents for which this recipe has been asked."""
        query = select(ANSWER.c.content).where(ANSWER.c.recipe == recipe)
        with self._rows.reading() as connection:
            return frozenset(connection.execute(query).scalars())

    def has_answers(self) -> bool:
        """Say whether anything was ever asked: whether this index has had a deep pass."""
        with self._rows.reading() as connection:
            return connection.execute(select(ANSWER.c.content).limit(1)).first() is not None

    def forget_answers(self, contents: Collection[int]) -> None:
        """Remove answers, so that their contents ask again when they come back."""
        rows = [{"number": number} for number in contents]
        if rows:
            with self._rows.writing() as connection:
                connection.execute(
                    delete(ANSWER).where(ANSWER.c.content == bindparam("number")), rows
                )

    def answers(self) -> AnswerTable:
        """Return what was found for every content, by whatever recipe was last asked."""
        query = select(ANSWER.c.content, ANSWER.c.hits).order_by(ANSWER.c.content)
        with self._rows.reading() as connection:
            kept = [(row[0], row[1]) for row in connection.execute(query)]
        counts = np.array([len(hits) // HIT.itemsize for _, hits in kept], np.int64)
        hits = np.frombuffer(b"".join(one for _, one in kept), HIT)
        asking = np.repeat(np.array([one for one, _ in kept], np.uint32), counts)
        return AnswerTable(asking, hits["content"].copy(), ranks_of(asking), hits["score"].copy())
