"""From decisions to quarantine and back, over a real project file."""

import errno
import os
from dataclasses import replace

import pytest

from dedup_desk.core.decisions import DecidedBy, Verdict
from dedup_desk.core.errors import BusyError, RefusedError, UsageError
from dedup_desk.core.move_results import Outcome
from dedup_desk.core.pairs import Relation
from dedup_desk.core.plan import Reason, References
from dedup_desk.core.progress import CancelToken
from dedup_desk.core.whereabouts import Whereabouts, stories
from dedup_desk.engine.files import FsOps
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.retiring import EVERYTHING, Retirement, Selection
from tests.helpers.collections_on_disk import (
    HOLDER,
    ITEMS,
    a_fast_folder,
    check_all_come_back,
    check_nothing_lost,
    snapshot,
)
from tests.helpers.faulty_disk import Fault, FaultyDisk, Points
from tests.helpers.retiring_projects import (
    a_decided_project,
    a_fresh_project,
    a_retirement,
    opened_again,
)

A, B, PLAIN = ITEMS


@pytest.fixture
def project():
    with a_fast_folder() as folder, a_decided_project(folder) as made:
        yield made


def retire(project, plan=None, **how):
    service = project.retirement()
    job = service.retire_job(plan or service.plan(), acknowledged_by="Ada", **how)
    return run_inline(job)


def restore(project, selection=EVERYTHING):
    return run_inline(project.retirement().restore_job(selection))


def reasons(plan):
    return {one.item.place.path: one.reason for one in plan.refusals}


def test_everything_decided_goes_and_comes_back(project):
    outcome = retire(project)
    assert (outcome.planned, outcome.moved, outcome.failed, outcome.left) == (3, 3, 0, 0)
    assert project.retirement().verify().agrees
    check_nothing_lost(project.scene, project.retirement()._journal, lambda: "retired")
    back = restore(project)
    assert (back.planned, back.moved) == (3, 3)
    assert snapshot(project.scene.root) == project.scene.before
    assert project.retirement().verify().agrees


def test_the_ledger_tells_where_a_file_is_by_its_old_path(project):
    retire(project)
    restore(project, Selection(places=frozenset({project.place(PLAIN)})))
    told = {one.place.path: one for one in stories(project.file.events())}
    assert told[PLAIN].now is Whereabouts.PUT_BACK
    assert told[A].now is Whereabouts.SET_ASIDE
    assert os.path.isfile(told[A].quarantine)
    assert told[A].kept == project.place(project.scene.kept(A))


def test_a_rehearsal_and_a_plan_change_nothing_at_all(project):
    before = snapshot(os.fsencode(project.scene.base))
    service = project.retirement()
    outcome = run_inline(service.retire_job(service.plan(), dry_run=True))
    assert (outcome.moved, outcome.is_rehearsal) == (3, True)
    assert snapshot(project.scene.root) == project.scene.before
    after = snapshot(os.fsencode(project.scene.base))
    assert {path for path in after if b"quarantine" in path} == set()
    assert set(after) == set(before)


def test_a_rehearsal_sees_what_only_reading_shows(project):
    plan = project.retirement().plan()
    kept = project.on_disk(project.scene.kept(A))
    facts = kept.stat()
    kept.write_bytes(kept.read_bytes()[::-1])
    os.utime(kept, ns=(facts.st_atime_ns, facts.st_mtime_ns))  # the stamp tells nothing
    job = project.retirement().retire_job(plan, dry_run=True)
    outcome = run_inline(job)
    assert [one.outcome for one in outcome.results].count(Outcome.NOT_MOVED) == 1
    assert outcome.moved == 2


def test_nobody_moves_anything_without_answering_for_references(project):
    service = project.retirement()
    plan = service.plan()
    assert plan.references is References.NOT_CHECKED
    with pytest.raises(RefusedError, match="refer to these images"):
        run_inline(service.retire_job(plan))
    assert snapshot(project.scene.root) == project.scene.before


def test_the_record_names_who_answered_and_that_nothing_was_checked(project):
    retire(project)
    record = next(
        data[3]
        for path, data in snapshot(project.scene.quarantine).items()
        if path.endswith(b"records/000001.json")
    )
    assert b'"references": "NOT CHECKED"' in record
    assert b'"references_acknowledged_by": "Ada"' in record
    assert b'"relation": "near-duplicate"' in record


def test_a_changed_file_is_not_planned(project):
    project.on_disk(A).write_bytes(b"edited")
    assert reasons(project.retirement().plan()) == {A: Reason.CHANGED}


def test_a_file_changed_after_the_plan_stays(project):
    plan = project.retirement().plan()
    project.on_disk(A).write_bytes(b"edited")
    outcome = retire(project, plan)
    assert (outcome.moved, outcome.failed) == (2, 1)
    (told,) = [one.told for one in outcome.results if one.outcome is Outcome.NOT_MOVED]
    assert "changed" in told.english()
    assert project.on_disk(A).read_bytes() == b"edited"


def test_a_missing_kept_copy_holds_its_item_back(project):
    project.on_disk(project.scene.kept(A)).unlink()
    assert reasons(project.retirement().plan()) == {A: Reason.CANONICAL_GONE}


def test_a_changed_kept_copy_holds_its_item_back(project):
    project.on_disk(project.scene.kept(A)).write_bytes(b"other")
    assert reasons(project.retirement().plan()) == {A: Reason.CANONICAL_CHANGED}


def test_the_kept_copy_of_another_is_never_retired(project):
    chain = replace(
        a_retirement(project.scene, A), subject=project.scene.seen(project.scene.kept(B))
    )
    project.decide(chain, step="chain")
    found = reasons(project.retirement().plan())
    assert found[B] is Reason.CANONICAL_RETIRED


def test_a_hard_link_is_refused(project):
    os.link(project.on_disk(A), project.scene.base / "second name")
    assert reasons(project.retirement().plan()) == {A: Reason.HARD_LINK}


def test_a_rule_never_retires_what_needs_eyes(project):
    by_rule = a_retirement(
        project.scene, A, relation=Relation.LOOK, decided_by=DecidedBy.RULE, rule="r 1"
    )
    project.decide(by_rule, step="rule")
    assert reasons(project.retirement().plan()) == {A: Reason.NEEDS_A_PERSON}
    project.decide(replace(by_rule, decided_by=DecidedBy.PERSON, rule=None), step="person")
    assert reasons(project.retirement().plan()) == {}


def test_a_decision_taken_back_after_the_plan_is_heeded(project):
    plan = project.retirement().plan()
    project.decide(replace(a_retirement(project.scene, A), verdict=Verdict.VARIANT), step="back")
    outcome = retire(project, plan)
    assert outcome.moved == 2
    assert project.on_disk(A).exists()


def test_the_second_plan_knows_what_is_away(project):
    retire(project)
    plan = project.retirement().plan()
    assert (plan.moves, plan.refusals) == ((), ())


def test_the_kept_copy_of_something_in_quarantine_stays(project):
    retire(project)
    kept = project.scene.kept(A)
    project.decide(
        replace(
            a_retirement(project.scene, A),
            subject=project.scene.seen(kept),
            canonical=project.scene.seen(project.scene.kept(B)),
        ),
        step="later",
    )
    assert reasons(project.retirement().plan()) == {kept: Reason.KEPT_FOR_ANOTHER}


def test_a_batch_or_a_file_comes_back_alone(project):
    retire(project)
    (batch,) = project.retirement().batches()
    assert (batch.moved, batch.in_quarantine) == (3, 3)
    one = restore(project, Selection(places=frozenset({project.place(PLAIN)})))
    assert (one.planned, one.moved) == (1, 1)
    assert project.retirement().batches()[0].in_quarantine == 2
    assert restore(project, Selection(batch=batch.id)).moved == 2
    with pytest.raises(UsageError, match="batch"):
        project.retirement().restore_job(Selection(batch="no such"))
    with pytest.raises(UsageError, match="not in quarantine"):
        project.retirement().restore_job(Selection(places=frozenset({project.place(A)})))


def test_a_taken_name_is_never_overwritten(project):
    retire(project)
    project.on_disk(A).write_bytes(b"newcomer")
    outcome = restore(project)
    assert (outcome.moved, outcome.failed) == (2, 1)
    assert project.on_disk(A).read_bytes() == b"newcomer"
    (told,) = [one.told for one in outcome.results if one.outcome is Outcome.NOT_MOVED]
    assert "another file has its name" in told.english()
    project.on_disk(A).unlink()
    assert restore(project).moved == 1


def test_cancelling_keeps_what_is_finished(project):
    service, cancel = project.retirement(), CancelToken()
    job = service.retire_job(service.plan(), acknowledged_by="Ada")

    def report(now):
        if now.done_items == 1:
            cancel.cancel()

    outcome = job.run(report, cancel)
    assert outcome.was_cancelled
    assert (outcome.moved, outcome.left) == (1, 2)
    assert service.open_operations() == ()
    assert restore(project).moved == 1
    assert snapshot(project.scene.root) == project.scene.before


def test_a_full_disk_stops_the_batch_and_nothing_stays_open(project):
    points = Points()
    service = Retirement(project, FaultyDisk(points))

    def full_at_the_second_record(number, call):
        if call == "write" and points.calls.count("write") == 5:
            points.at, points.fault, points.errno = number, Fault.ERROR, errno.ENOSPC

    points.on_call = full_at_the_second_record
    outcome = run_inline(service.retire_job(service.plan(), acknowledged_by="Ada"))
    assert outcome.stopped is not None
    assert "the disk is full" in outcome.stopped.english()
    assert (outcome.moved, outcome.failed, outcome.left) == (1, 1, 1)
    assert service.open_operations() == ()
    check_nothing_lost(project.scene, service._journal, lambda: "full")


def test_two_runs_exclude_each_other(project):
    retire(project)
    busy = pytest.raises(BusyError, match=f"{HOLDER.user} on {HOLDER.host}")
    with project.scene.mover(FsOps(), project.retirement()._journal), busy:
        restore(project)


def test_a_lost_project_is_rebuilt_from_the_quarantine_alone(project):
    retire(project)
    project.close()
    project.file.path.unlink()
    fresh = a_fresh_project(project)
    found = fresh.retirement().recover(project.scene.quarantine)
    assert len(found.adopted) == 3
    assert found.is_clean
    assert restore(fresh).moved == 3
    assert snapshot(project.scene.root) == project.scene.before
    fresh.close()


def test_a_foreign_item_is_told_and_kept(project):
    retire(project)
    fresh = a_fresh_project(project)
    verification = fresh.retirement().verify()
    assert sum("does not know it" in one.told.english() for one in verification.findings) == 3
    fresh.close()


def test_verify_sees_what_was_changed_behind_its_back(project):
    retire(project)
    quarantine = project.scene.base / "collection.dedup-quarantine"
    (held,) = quarantine.glob("batch-*/data/000001/plain.jpg")
    held.write_bytes(b"spoilt")
    record = next(quarantine.glob("batch-*/records/000002.json"))
    record.write_bytes(record.read_bytes().replace(b'"note": null', b'"note": "x"'))
    project.on_disk(project.scene.kept(A)).unlink()
    told = " ".join(one.told.english() for one in project.retirement().verify().findings)
    assert "changed in quarantine" in told
    assert "cannot be believed" in told
    assert "was kept for images in quarantine, and is gone" in told


def test_everything_survives_a_restart(project):
    retire(project)
    with opened_again(project) as again:
        assert len(again.retirement().quarantined()) == 3
        check_all_come_back(again.scene, again.retirement()._journal, lambda: "restart")


def test_abilities_tell_a_quarantine_inside_the_collection(project):
    inside = project.scene.root + b"/aside"
    (told,) = project.retirement().abilities(inside)
    assert not told.can_retire
    assert "inside the collection" in told.cannot.english()
    assert reasons(project.retirement().plan(inside))[A] is Reason.ROOT_CANNOT
