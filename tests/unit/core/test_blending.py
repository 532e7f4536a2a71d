import pytest

from dedup_desk.core.blending import (
    Blend,
    Layer,
    other_layer,
    stepped_divider,
    stepped_opacity,
    turned_divider,
    with_divider,
    with_opacity,
)


@pytest.mark.parametrize("share", [0.471, 0.5, 0.529])
def test_a_dragged_opacity_rests_in_the_notch_at_one_half(share):
    assert with_opacity(Blend(), share).opacity == 0.5


@pytest.mark.parametrize("share", [0.0, 0.46, 0.54, 1.0])
def test_away_from_the_notch_it_stays_where_it_was_dragged(share):
    assert with_opacity(Blend(), share).opacity == share


def test_keys_reach_one_half_from_wherever_the_mouse_left_the_opacity():
    blend = with_opacity(Blend(), 0.413)
    shares = [blend.opacity]
    for _ in range(4):
        blend = stepped_opacity(blend, +1)
        shares.append(round(blend.opacity, 6))
    assert 0.5 in shares


@pytest.mark.parametrize(("steps", "edge"), [(-100, 0.0), (100, 1.0)])
def test_nothing_goes_beyond_its_end(steps, edge):
    assert stepped_opacity(Blend(), steps).opacity == edge
    assert stepped_divider(Blend(), steps).divider == edge
    assert with_divider(Blend(), edge + steps).divider == edge


def test_turning_the_line_and_changing_the_layer_twice_changes_nothing():
    assert turned_divider(turned_divider(Blend())) == Blend()
    assert other_layer(Blend()).layer is Layer.TONE
    assert other_layer(other_layer(Blend())) == Blend()
