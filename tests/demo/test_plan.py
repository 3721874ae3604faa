"""The invented company, before it is told to any registry."""

from collections import Counter
from itertools import chain

from lineal.demo.example import facts
from lineal.demo.plan import plan
from lineal.demo.waves import waves
from lineal.demo.world import APPLICATIONS, DATASETS, DEPLOYMENTS, MODELS


class TestPlan:
    def test_twice_the_same(self) -> None:
        assert list(plan()) == list(plan())

    def test_is_worth_looking_at(self) -> None:
        told = list(plan())
        versions = [fact for fact in told if isinstance(fact, facts.ModelVersion)]
        deployments = {fact.deployment for fact in told if isinstance(fact, facts.Deployment)}

        assert 30 <= len(MODELS) <= 60
        assert len(versions) > 100
        assert len(deployments) == len(DEPLOYMENTS)

    def test_refers_only_to_what_is_there(self) -> None:
        datasets = {each.ref for each in DATASETS}
        models = {each.ref for each in MODELS}
        consumers = datasets | {each.ref for each in APPLICATIONS}

        assert {ref for each in DATASETS for ref in each.sources} <= datasets
        assert {each.base for each in MODELS if each.base} <= models
        assert {each.model for each in DEPLOYMENTS} <= models
        assert {ref for each in DEPLOYMENTS for ref in each.feeds} <= consumers
        # The only word in which the invented company meets the example.
        read = {ref for each in MODELS for ref in each.reads}
        assert read - datasets == {"risk/credit-scores#2026-08"}

    def test_every_model_is_read_from_something(self) -> None:
        for fact in plan():
            if isinstance(fact, facts.ModelVersion):
                assert fact.run.inputs

    def test_says_that_it_is_invented(self) -> None:
        for fact in plan():
            if isinstance(fact, facts.Namespace):
                assert "Invented" in fact.description


class TestWaves:
    def test_nothing_is_lost(self) -> None:
        told = list(plan())

        assert Counter(map(repr, chain(*waves(told)))) == Counter(map(repr, told))

    def test_a_wave_needs_only_earlier_ones(self) -> None:
        known = {"risk/credit-scores#2026-08"}
        for wave in waves([*plan()]):
            for fact in wave:
                run = fact.run if isinstance(fact, facts.ModelVersion) else fact
                if isinstance(run, facts.Run):
                    assert {each.of for each in run.inputs} <= known
                if isinstance(fact, facts.Alias | facts.Deployment):
                    assert fact.version in known
            for fact in wave:
                if isinstance(fact, facts.DatasetVersion | facts.ModelVersion):
                    known.add(fact.handle)
                if isinstance(fact, facts.Run):
                    known |= {output.handle for output in fact.outputs}

    def test_a_wave_changes_nothing_twice(self) -> None:
        for wave in waves([*plan()]):
            deployed = [fact.deployment for fact in wave if isinstance(fact, facts.Deployment)]
            numbered = [fact.model for fact in wave if isinstance(fact, facts.ModelVersion)]

            assert len(deployed) == len(set(deployed))
            assert len(numbered) == len(set(numbered))
