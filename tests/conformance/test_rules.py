"""Every rule that proposes what to keep: a total order, the same every time, with a reason."""

import itertools
import math
from dataclasses import replace

import pytest

from dedup_desk.core.canonical import DEFAULT_RULES, Policy, propose
from dedup_desk.core.contents import Contents
from dedup_desk.core.keep_rules import RULES, Standing
from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.pairs import Registration, Relation
from tests.helpers.builders import a_cluster, a_pair, a_record

EVERY_RULE = pytest.mark.parametrize("name", RULES)

PLAIN = a_record(1)


def with_picture(record, **changes):
    return replace(record, picture=replace(record.picture, **changes))


def with_stamp(record, **changes):
    return replace(record, stamp=replace(record.stamp, **changes))


def other(relation=Relation.RE_ENCODED, overlap=1.0):
    """A second copy, in `relation` to the first, that shows `overlap` of it."""
    pair = a_pair(1, 2, relation)
    shown = replace(pair.registration, overlap_a=overlap)
    assert isinstance(shown, Registration)
    return a_record(2), replace(pair, registration=shown)


WORSE = {
    "covers-most": other(Relation.CROPPED, overlap=0.7),
    "nothing-added": other(Relation.BORDERED),
    "most-pixels": (with_picture(a_record(2), width_px=600, height_px=450), a_pair(1, 2)),
    "most-levels": (with_picture(a_record(2), bit_depth=4), a_pair(1, 2)),
    "lossless": other(),
    "least-compressed": (with_stamp(a_record(2), size_bytes=500), a_pair(1, 2)),
    "most-facts": other(),
    "has-sidecar": other(),
    "plain-name": (a_record(2, b"folder/harbour (1).jpg"), a_pair(1, 2)),
    "oldest": (with_stamp(a_record(2), mtime_ns=10**18), a_pair(1, 2)),
    "nearest-to-the-top": (a_record(2, b"a/b/c/0002.jpg"), a_pair(1, 2)),
}
"""For each rule a second copy that is worse by it than `BETTER`."""

BETTER = {
    "lossless": with_picture(PLAIN, is_lossless=True, format_name="PNG"),
    "most-facts": replace(PLAIN, facts=MetadataFacts(caption="Harbour", credit="Ann")),
    "has-sidecar": replace(PLAIN, sidecars=(b"0001.xmp",)),
}


def judged(name):
    """The two copies of a rule, better first, each as the rule sees it, and their pair."""
    better, (worse, pair) = BETTER.get(name, PLAIN), WORSE[name]
    contents = Contents([better, worse], {pair.key: pair})
    return Standing(better, contents), Standing(worse, contents), pair


def test_the_default_policy_asks_every_rule():
    assert tuple(RULES) == DEFAULT_RULES


@EVERY_RULE
def test_it_tells_better_from_worse(name):
    better, worse, _pair = judged(name)
    rule = RULES[name]
    assert rule.value(better) - rule.value(worse) > rule.near(rule.value(better))


@EVERY_RULE
def test_it_gives_every_member_a_finite_number(name):
    assert all(math.isfinite(RULES[name].value(one)) for one in judged(name)[:2])


@EVERY_RULE
def test_a_near_tie_is_no_negative_distance(name):
    assert all(RULES[name].near(best) >= 0 for best in (-1e9, -1.0, 0.0, 0.5, 1e9))


@EVERY_RULE
def test_its_reason_is_a_whole_sentence(name):
    sentence = RULES[name].reason(judged(name)[0]).english()
    assert sentence[0].isupper()
    assert sentence.rstrip(".") != sentence
    assert "{" not in sentence


@EVERY_RULE
def test_alone_it_proposes_the_better_one_and_says_why(name):
    better, worse, pair = judged(name)
    records = {one.record.id: one.record for one in (better, worse)}
    cluster = a_cluster(1, 2, relation=pair.relation)
    proposal = propose(cluster, records, {pair.key: pair}, Policy(rules=(name,)))
    kept_by_rule = proposal.canonical == better.record.id
    # A caption, a sidecar ... that only the retired one would carry is another matter: a veto.
    assert kept_by_rule or proposal.vetoes
    if kept_by_rule:
        assert proposal.deciding == RULES[name].reason(better)
        assert proposal.retire == (worse.record.id,)


@EVERY_RULE
def test_alone_it_says_when_it_is_a_tie(name):
    twin = a_record(2, size_bytes=PLAIN.stamp.size_bytes)
    pair = a_pair(1, 2)
    records = {PLAIN.id: PLAIN, twin.id: twin}
    proposal = propose(a_cluster(1, 2), records, {pair.key: pair}, Policy(rules=(name,)))
    assert proposal.is_tie
    assert proposal.canonical is None
    assert "tie" in proposal.deciding.english()


def test_the_order_of_the_members_changes_nothing():
    records = {n: a_record(n, b"%d.jpg" % n, size_bytes=900 + 90 * n) for n in (1, 2, 3)}
    pairs = {pair.key: pair for pair in (a_pair(1, 2), a_pair(1, 3))}
    cluster = a_cluster(1, 2, 3)
    proposals = {
        propose(cluster, {one.id: one for one in order}, pairs, Policy())
        for order in itertools.permutations(records.values())
    }
    assert len(proposals) == 1
    assert proposals.pop().canonical is not None
