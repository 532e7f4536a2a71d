"""The labelled collection says the truth: how copies lie, where they came from, what they are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from dedup_desk.core.pairs import Relation
from tests.benchmarks.labelled import rendering, sources
from tests.benchmarks.labelled.canvas import Sheet, bounds, through
from tests.benchmarks.labelled.classes import FAMILIES, VARIANTS
from tests.benchmarks.labelled.collecting import (
    Plan,
    collection,
    digest_of,
    draw_family,
    labels_at_hand,
    varied,
    wanted,
)
from tests.benchmarks.labelled.rendering import negatives, plain_frame, rendered
from tests.benchmarks.labelled.sources import CORPUS, DRAWN, SISTERS, Source, catalogue
from tests.benchmarks.labelled.traps import TRAPS, is_seen
from tests.benchmarks.labelled.truth import Half, Kind, Label, read_labels, write_labels

NOWHERE = CORPUS / "nowhere"
TOWN = Source("town-test", "town", "town-test", Half.BLIND, 0)


@pytest.fixture(scope="module")
def pixels():
    """A drawn town of half size: steps are quick, details are many."""
    return np.ascontiguousarray(rendered(TOWN).pixels[::2, ::2])


def correlation(one, other):
    """Return how alike two grey pictures are, tones apart: a negative counts like a positive."""
    return abs(float(np.corrcoef(one.reshape(-1), other.reshape(-1))[0, 1]))


def laid_back(sheet, size):
    """Lay a copy on its original by the matrix of its label; also return where it shows."""
    forward = sheet.matrix / sheet.matrix[2, 2]
    data = forward.reshape(-1)[:8].tolist()
    how = Image.Transform.PERSPECTIVE
    both = (sheet.image(), Image.new("L", sheet.size, 255))
    return [one.transform(size, how, data, Image.Resampling.BILINEAR) for one in both]


def test_there_are_enough_kinds_of_copies():
    assert len(VARIANTS) >= 60
    assert len(FAMILIES) >= 12
    assert sum(len(rows) for rows in FAMILIES.values()) == len(VARIANTS), "a name is used twice"


def test_what_a_copy_may_be_called_are_relations():
    names = {name for one in VARIANTS.values() for name in (*one.relations, *(one.of_grey or ()))}
    assert names <= {relation.value for relation in Relation}


@pytest.mark.parametrize("name", VARIANTS)
def test_a_copy_lies_where_its_label_says(name, pixels):
    height, width = pixels.shape[:2]
    sheet = varied(pixels, VARIANTS[name], TOWN)
    back, shown = laid_back(sheet, (width, height))
    left, top, right, bottom = (round(edge) for edge in sheet.kept)
    seen = np.zeros((height, width), bool)
    seen[top + 8 : bottom - 8, left + 8 : right - 8] = True
    seen &= np.asarray(shown) > 250
    for box in sheet.boxes:
        if VARIANTS[name].family != "mark":
            x, y, to_x, to_y = (max(0, round(edge)) for edge in box)
            seen[y : to_y + 1, x : to_x + 1] = False
    assert seen.mean() > 0.05
    one = np.asarray(Image.fromarray(pixels).convert("L"), np.float64)[seen]
    other = np.asarray(back.convert("L"), np.float64)
    found = correlation(one, other[seen])
    assert found > 0.7
    for step in ((2, 0), (-2, 0), (0, 2), (0, -2)):
        assert found > correlation(one, np.roll(other, step, (0, 1))[seen])


def test_the_kept_part_is_what_the_matrix_shows(pixels):
    for name in ("crop-20", "crop-80", "crop-30-small", "crop-side-12"):
        sheet = varied(pixels, VARIANTS[name], TOWN)
        corners = (0.0, 0.0, float(sheet.size[0]), float(sheet.size[1]))
        assert bounds(np.linalg.inv(sheet.matrix), corners) == pytest.approx(sheet.kept, abs=0.01)


@pytest.mark.parametrize(("name", "share"), [("crop-5", 0.95), ("crop-50", 0.5), ("crop-80", 0.2)])
def test_a_crop_keeps_its_share_of_the_area(name, share, pixels):
    left, top, right, bottom = varied(pixels, VARIANTS[name], TOWN).kept
    area = (right - left) * (bottom - top) / (pixels.shape[0] * pixels.shape[1])
    assert area == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize("name", [*TRAPS, "retouch-1", "retouch-4", "logo-10", "date-stamp"])
def test_nothing_changes_outside_the_boxes(name, pixels):
    if name in TRAPS:
        base = pixels if name != "hand-coloured" else np.repeat(pixels[:, :, :1], 3, axis=2)
        sheet = TRAPS[name](Sheet.of(base), np.random.default_rng(4))
    else:
        base, sheet = pixels, varied(pixels, VARIANTS[name], TOWN)
    changed = np.abs(sheet.pixels.astype(int) - base).max(axis=2) > 12
    inside = np.zeros_like(changed)
    for left, top, right, bottom in sheet.boxes:
        inside[round(top) - 8 : round(bottom) + 8, max(0, round(left) - 8) : round(right) + 8] = (
            True
        )
    assert changed.any()
    assert not (changed & ~inside).any()


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_can_be_seen(name, pixels):
    trap = TRAPS[name](Sheet.of(pixels), np.random.default_rng(4))
    assert is_seen(pixels, trap.pixels)
    assert not is_seen(pixels, pixels)


def test_a_change_that_nobody_sees_is_no_trap(pixels):
    faint = pixels.copy()
    faint[40:200, 60:300] = np.minimum(pixels[40:200, 60:300].astype(int) + 3, 255)
    assert not is_seen(pixels, faint)
    assert is_seen(pixels, pixels[:-1])


def test_a_retouch_changes_about_its_share(pixels):
    for name, share in (("retouch-1", 0.01), ("retouch-4", 0.04), ("retouch-10", 0.1)):
        sheet = varied(pixels, VARIANTS[name], TOWN)
        areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in sheet.boxes]
        assert sum(areas) * 0.72 / pixels[:, :, 0].size == pytest.approx(share, rel=0.15)


def test_points_go_through_a_matrix_and_back(pixels):
    sheet = varied(pixels, VARIANTS["photographed"], TOWN)
    points = np.array([(3.0, 4.0), (200.0, 77.0)])
    again = through(np.linalg.inv(sheet.matrix), through(sheet.matrix, points))
    assert again == pytest.approx(points)


def test_no_source_is_on_both_sides():
    sources = catalogue()
    sides = {one.group: set() for one in sources}
    for one in sources:
        sides[one.group].add(one.half)
    assert all(len(halves) == 1 for halves in sides.values())
    assert len({one.key for one in sources}) == len(sources)


@pytest.mark.corpus
def test_there_are_enough_originals_and_tiles_never_overlap():
    if not CORPUS.exists():
        pytest.skip("../shared/corpus is not here: there are only drawings")
    sources = catalogue()
    assert len(sources) >= 300
    assert sum(one.half is Half.BLIND for one in sources) >= 150
    tiles = [one for one in sources if one.box is not None]
    for at, one in enumerate(tiles):
        for other in tiles[at + 1 :]:
            assert one.group != other.group or not overlapping(one.box, other.box)


def overlapping(one, other):
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > 0


def test_without_photographs_there_are_drawings():
    kinds = {one.kind for one in catalogue(corpus=NOWHERE)}
    assert "photo" not in kinds
    assert {"landscape", "paper", "sample"} <= kinds


def test_a_blind_original_has_two_copies_of_every_family():
    names = [one.family for one in wanted(TOWN)]
    assert {family: names.count(family) for family in FAMILIES} == dict.fromkeys(FAMILIES, 2)


@pytest.mark.parametrize("kind", ["landscape", "film", "poster", "paper", "goods"])
def test_every_original_has_three_hard_negatives(kind):
    source = Source(f"{kind}-test", kind, f"{kind}-test", Half.BLIND, 1)
    original = rendered(source)
    found = list(negatives(source, original, original.pixels))
    assert sum(one.kind is Kind.DIFFERENT for one in found) >= 3
    assert any(one.kind is Kind.CONTENT for one in found)
    assert all(differs(one.pixels, original.pixels) for one in found)


def differs(one, other):
    if one.shape != other.shape:
        return True
    return share_changed(one, other) > 0.0001


def test_a_seed_gives_the_same_bytes_again(tmp_path):
    source = Source("film-test", "film", "film-test", Half.FIT, 3)
    labels = [draw_family(tmp_path / name, source) for name in ("one", "two")]
    assert digest_of(tmp_path / "one") == digest_of(tmp_path / "two")
    assert labels[0] == labels[1]
    assert all((tmp_path / "one" / label.path).exists() for label in labels[0])


@pytest.fixture
def another_seed(monkeypatch):
    """Draw as if the seed were another one, once called."""

    def turn():
        for module in (sources, rendering):
            monkeypatch.setattr(module, "SEED", module.SEED + 1)
        sources._tiles.cache_clear()

    yield turn
    sources._tiles.cache_clear()


@pytest.mark.parametrize("kind", DRAWN)
def test_another_seed_draws_other_originals(kind, another_seed):
    source = Source(f"{kind}-test", kind, f"{kind}-test", Half.BLIND, 1)
    before = rendered(source).pixels
    another_seed()
    assert share_changed(rendered(source).pixels, before) > 0.02


def test_another_seed_draws_other_copies_hard_negatives_and_plain_frames(another_seed, pixels):
    goods = Source("goods-test", "goods", "goods-test", Half.BLIND, 1)

    def drawn():
        return {
            "copy": varied(pixels, VARIANTS["retouch-10"], TOWN).pixels,
            "bricks": plain_frame("bricks", 3),
            **{
                one.name: one.pixels
                for one in negatives(goods, rendered(goods), pixels)
                if one.name in ("other-article-1", "other-words", "volume")
            },
        }

    before = drawn()
    another_seed()
    after = drawn()
    assert all(share_changed(after[name], one) > 0.02 for name, one in before.items())


def test_another_seed_leaves_photographs_scenes_and_views_in_their_half(another_seed):
    def halves():
        return {one.key: one.half for one in catalogue() if one.kind not in DRAWN}

    before = halves()
    another_seed()
    assert halves() == before
    assert set(before.values()) == set(Half)


def share_changed(one, other):
    """Return the share of pixels that differ clearly; another size differs altogether."""
    if one.shape != other.shape:
        return 1.0
    return float((np.abs(one.astype(int) - other).max(axis=2) > 24).mean())


def test_sisters_are_originals_of_the_same_half():
    by_key = {one.key: one for one in catalogue(corpus=NOWHERE)}
    sisters = [one for one in by_key.values() if one.is_sister]
    counts = [(one.kind, one.half) for one in sisters]
    assert {key: counts.count(key) for key in counts} == {
        (kind, half): each for kind, each in SISTERS.items() for half in Half
    }
    for one in sisters:
        elder = by_key[one.series]
        assert (elder.half, elder.group, elder.series) == (one.half, one.group, elder.key)
        assert not elder.is_sister
        assert elder.key != one.key


@pytest.mark.parametrize("kind", SISTERS)
def test_a_sister_has_her_elders_form_and_other_content(kind):
    elder = Source(f"{kind}-a", kind, f"{kind}-a", Half.FIT, 2, series=f"{kind}-a")
    sister = replace(elder, key=f"{kind}-b")
    alone = replace(elder, key=f"{kind}-c", series="")
    one, other, stranger = (rendered(source).pixels for source in (elder, sister, alone))
    assert one.shape == other.shape
    outline, like, unlike = (edges_of(pixels, one.shape) for pixels in (one, other, stranger))
    assert correlation(outline, like) > correlation(outline, unlike) + 0.1
    assert share_changed(one, other) > 0.02


def edges_of(pixels, shape):
    """Return where a picture has steep edges, softened, at a quarter of a size."""
    size = (shape[1] // 4, shape[0] // 4)
    grey = np.asarray(Image.fromarray(pixels).convert("L").resize(size), np.float64)
    down, across = np.gradient(grey)
    steep = Image.fromarray(((np.hypot(down, across) > 8) * 255).astype(np.uint8))
    return np.asarray(steep.reduce(4), np.float64)


def test_a_sister_has_a_series_of_her_own():
    elder = Source("goods-a", "goods", "goods-a", Half.FIT, 2, series="goods-a")
    sister = replace(elder, key="goods-b")
    hers = {one.name: one.pixels for one in negatives(sister, rendered(sister), np.zeros(1))}
    assert all(differs(pixels, rendered(sister).pixels) for pixels in hers.values())
    theirs = {one.name: one.pixels for one in negatives(elder, rendered(elder), np.zeros(1))}
    assert hers.keys() == theirs.keys()
    assert all(share_changed(pixels, hers[name]) > 0.005 for name, pixels in theirs.items())


def test_a_collection_that_is_there_is_judged_whatever_drew_it(tmp_path):
    label = Label("fit/x/a.jpg", Kind.ORIGINAL, "original", "town", "x", "x", Half.FIT, 8, 9)
    write_labels(tmp_path, [label])
    (tmp_path / "recipe.json").write_text('{"recipe": "older", "scale": null, "seed": 1}')
    assert labels_at_hand(Plan(tmp_path)) == [label]
    with pytest.raises(ValueError, match="another collection"):
        labels_at_hand(Plan(tmp_path, 24))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_collection_is_drawn_once_and_then_read(tmp_path):
    plan = Plan(tmp_path, 1, 2)
    labels = collection(plan)
    before = digest_of(tmp_path)
    assert collection(plan) == labels
    assert digest_of(tmp_path) == before
    assert {one.half for one in labels} == set(Half)
    with pytest.raises(ValueError, match="another collection"):
        collection(Plan(tmp_path, 2, 2))


def test_labels_are_read_as_they_were_written(tmp_path):
    label = Label(
        path="blind/x/crop.jpg",
        kind=Kind.COPY,
        family="crop",
        name="crop-20",
        source="x",
        group="x",
        half=Half.BLIND,
        width_px=8,
        height_px=9,
        matrix=(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0),
        kept=(0.0, 1.0, 2.0, 3.0),
        relations=("cropped",),
        boxes=((1.0, 2.0, 3.0, 4.0),),
    )
    write_labels(tmp_path, [label])
    assert read_labels(tmp_path) == [label]
