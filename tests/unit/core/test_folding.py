"""What a search takes for the same."""

import pytest

from dedup_desk.core.folding import folded
from dedup_desk.core.han_variants import ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("戏院", "戲院"),
        ("粵劇", "粤剧"),
        ("香港電台", "香港電臺"),
        ("衞生", "衛生"),
        ("山峯", "山峰"),
        ("新界圍村裏", "新界围村裡"),
        ("HKFA", "hkfa"),
        ("\uff28\uff2b\uff26\uff21\uff0d\uff11\uff12", "hkfa-12"),
        ("Café", "CAFE\u0301"),
        ("Straße", "STRASSE"),
    ],
)
def test_the_same_to_a_person_is_the_same(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("大", "太"), ("天", "夫"), ("0412", "0413")])
def test_what_is_another_word_stays_another(one, other):
    assert folded(one) != folded(other)


def test_folding_twice_changes_nothing_more():
    text = "戲院 Straße \uff28\uff2b 臺灣 İstanbul"
    assert folded(folded(text)) == folded(text)


def test_a_character_stands_in_one_class_only():
    characters = "".join(ALIKE.split())
    assert len(set(characters)) == len(characters)
    assert all(len(word) > 1 for word in ALIKE.split())
