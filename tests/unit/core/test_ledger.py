"""Events are chained, and what may be erased stands beside the chain."""

from dataclasses import replace

import pytest

from dedup_desk.core.canonical_json import canonical_json
from dedup_desk.core.ledger import (
    Actor,
    Event,
    Head,
    Personal,
    heads_seen,
    ledger_head,
    printable_head,
)
from tests.helpers.ledgers import ANN, Scribe, heads_of

SALT = bytes(32)


def test_the_hash_covers_the_whole_event_but_itself():
    event = Scribe("one").note({"count": 1}, {"path": {"text": "secret"}})
    fields = {name for name in Event.__dataclass_fields__ if name not in ("hash", "pieces")}
    for name in fields:
        before = getattr(event, name)
        other = {"x": 1} if isinstance(before, dict) else 77 if isinstance(before, int) else "x"
        assert replace(event, **{name: other}).computed_hash() != event.hash, name


def test_neighbouring_fields_cannot_be_shifted_into_each_other():
    event = Scribe("one").note({"count": 1})
    left, right = replace(event, seq=1, uuid="2ab"), replace(event, seq=12, uuid="ab")
    assert left.computed_hash() != right.computed_hash()


def test_an_event_says_who_wrote_it_and_how_that_is_known():
    event = Scribe("one").note({})
    assert event.person() == ANN
    assert event.credential == "self-declared"


def test_personal_text_is_not_in_what_is_chained():
    event = Scribe("one").note({"count": 1}, {"note": {"text": "a secret"}})
    assert event.personal("note") == {"text": "a secret"}
    assert b"secret" not in canonical_json(event.chained())
    assert b"Ann" not in canonical_json(event.chained())


def test_without_its_pieces_an_event_keeps_its_hash_and_says_nothing_personal():
    event = Scribe("one").note({}, {"note": {"text": "a secret"}})
    erased = replace(event, pieces={})
    assert erased.computed_hash() == event.hash
    assert erased.personal("note") is None
    assert erased.person() is None


def test_equal_texts_have_different_commitments():
    one, other = Personal(SALT, {"text": "yes"}), Personal(b"\1" * 32, {"text": "yes"})
    assert one.commitment() != other.commitment()


def test_the_first_event_of_a_chain_names_the_heads_it_saw():
    first = Scribe("one")
    first.note({})
    second = Scribe("two", first.events)
    assert heads_seen(second.events[0]) == {"one": Head(2, first.events[-1].hash)}
    with pytest.raises(ValueError, match="names the heads"):
        heads_seen(first.events[1])


def test_only_heads_that_nobody_has_seen_are_named():
    first = Scribe("one")
    second = Scribe("two", first.events)
    third = Scribe("three", [*first.events, *second.events])
    assert set(heads_seen(third.events[0])) == {"two"}


def test_the_head_of_a_ledger_can_be_copied_from_paper():
    scribe = Scribe("one")
    heads = heads_of(scribe.events)
    assert printable_head(heads).endswith(" (1 event)")
    assert printable_head(heads).rsplit(" (")[0].replace(" ", "") == ledger_head(heads)
    scribe.note({})
    assert ledger_head(heads_of(scribe.events)) != ledger_head(heads)
    assert printable_head(heads_of(scribe.events)).endswith(" (2 events)")


def test_a_person_without_a_credential_is_self_declared():
    assert Actor("A", "a", "h").credential == "self-declared"
