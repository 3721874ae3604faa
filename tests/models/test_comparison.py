"""Model versions beside each other."""

from typing import Any

import pytest

from tests.asking import Registry

BASE = "1234567890abcdef1234567890abcdef12345678"
HEAD = "abcdef1234567890abcdef1234567890abcdef12"

AZURE = f"/branchCompare?baseVersion=GC{BASE}&targetVersion=GC{HEAD}"


def query(select: str) -> str:
    return (
        f"query($versions: [Ref!]!) {{ compareModelVersions(versions: $versions) {{ {select} }} }}"
    )


PARAMETERS = query("parameters { key outcome values { version value } }")
METRICS = query("metrics { key outcome direction better values { version value difference } }")
DATA = query("data { role outcome values { version read { ref } } }")
CODE = query("code { outcome values { version repository commit entryPoint link } }")
ENVIRONMENT = query("environment { outcome values { imageDigest lockDigest } }")
BASES = query("bases { outcome values { bases { how version { ref } } } }")


async def register(registry: Registry, model: str = "m", **given: Any) -> str:
    """Returns the ref of another version."""
    made = await registry.told(
        "registerModelVersion",
        "modelVersion { ref }",
        model=registry.ref(model),
        createModel={},
        **given,
    )
    return str(made["modelVersion"]["ref"])


async def compare(registry: Registry, query_: str, *versions: str) -> Any:
    """Returns the only part of a comparison that a query asks for."""
    (part,) = (await registry.ask(query_, versions=versions))["compareModelVersions"].values()
    return part


def keyed(**values: Any) -> list[dict[str, Any]]:
    return [{"key": key, "value": value} for key, value in values.items()]


async def refused(registry: Registry, *versions: str) -> tuple[str, str]:
    """Returns the code and the message with which a comparison is refused."""
    (error,) = await registry.errors(query("versions { id }"), versions=versions)
    return error["extensions"]["code"], error["message"]


class TestVersions:
    async def test_are_in_the_order_asked_and_of_several_models(self, registry: Registry) -> None:
        one, other = await register(registry), await register(registry, "other")

        found = await compare(registry, query("versions { ref }"), other, one)

        assert found == [{"ref": other}, {"ref": one}]

    @pytest.mark.parametrize("number", [0, 1, 11])
    async def test_are_two_to_ten(self, registry: Registry, number: int) -> None:
        one = await register(registry)

        assert await refused(registry, *[one] * number) == (
            "INVALID_INPUT",
            "versions: give between 2 and 10 refs",
        )

    async def test_unknown(self, registry: Registry) -> None:
        one = await register(registry)
        ref = registry.ref("m:2")

        assert await refused(registry, one, ref) == ("NOT_FOUND", f"There is no node {ref}")

    async def test_of_another_kind(self, registry: Registry) -> None:
        one = await register(registry)
        ref = registry.ref("m")

        assert await refused(registry, one, ref) == (
            "INVALID_INPUT",
            f"{ref} is a model, not a model version",
        )

    async def test_that_are_no_refs(self, registry: Registry) -> None:
        one = await register(registry)

        assert (await refused(registry, one, "what is this"))[0] == "INVALID_REF"

    async def test_given_twice(self, registry: Registry) -> None:
        one = await register(registry)

        assert await refused(registry, one, one) == ("INVALID_INPUT", f"{one} is given twice")

    async def test_given_twice_under_two_names(self, registry: Registry) -> None:
        one, two = await register(registry), await register(registry)
        model = registry.ref("m")
        await registry.told("setAlias", "model { id }", model=model, alias="champion", version=two)

        assert await refused(registry, one, two, f"{model}@champion") == (
            "INVALID_INPUT",
            f"{two} and {model}@champion are the same: {two}",
        )


class TestParameters:
    async def test_same_changed_and_only_in_one(self, registry: Registry) -> None:
        one = await register(registry, parameters=keyed(C=0.3, seed=7, solver="lbfgs"))
        two = await register(registry, parameters=keyed(C=0.5, seed=7, l1=True))

        found = await compare(registry, PARAMETERS, one, two)

        assert [(each["key"], each["outcome"]) for each in found] == [
            ("C", "CHANGED"), ("l1", "PARTIAL"), ("seed", "SAME"), ("solver", "PARTIAL"),
        ]  # fmt: skip
        assert found[0]["values"] == [
            {"version": one, "value": 0.3},
            {"version": two, "value": 0.5},
        ]
        assert [value["value"] for value in found[1]["values"]] == [None, True]

    @pytest.mark.parametrize(("one", "two"), [(1, "1"), (True, "true"), (0, False), ("a", "A")])
    async def test_of_another_type_is_another(
        self, registry: Registry, one: object, two: object
    ) -> None:
        versions = [await register(registry, parameters=keyed(x=each)) for each in (one, two)]

        (found,) = await compare(registry, PARAMETERS, *versions)

        assert found["outcome"] == "CHANGED"

    async def test_of_none_are_none(self, registry: Registry) -> None:
        one, two = await register(registry), await register(registry)

        assert await compare(registry, PARAMETERS, one, two) == []


class TestMetrics:
    async def test_differences_and_the_better_one(self, registry: Registry) -> None:
        one = await register(registry, metrics=keyed(auc=0.75, val_loss=0.5, rows=10))
        two = await register(registry, metrics=keyed(auc=0.5, val_loss=0.25, rows=12))

        found = await compare(registry, METRICS, one, two)

        assert [(each["key"], each["direction"], each["better"]) for each in found] == [
            ("auc", "HIGHER", one),
            ("rows", None, None),
            ("val_loss", "LOWER", two),
        ]
        assert found[0]["values"] == [
            {"version": one, "value": 0.75, "difference": 0.0},
            {"version": two, "value": 0.5, "difference": -0.25},
        ]

    async def test_none_is_better_on_a_tie(self, registry: Registry) -> None:
        values = (0.7, 0.8, 0.8)
        versions = [await register(registry, metrics=keyed(auc=value)) for value in values]

        (found,) = await compare(registry, METRICS, *versions)

        assert (found["outcome"], found["better"]) == ("CHANGED", None)

    async def test_none_is_better_where_no_other_has_a_value(self, registry: Registry) -> None:
        one, two = await register(registry, metrics=keyed(auc=0.7)), await register(registry)

        (found,) = await compare(registry, METRICS, two, one)

        assert (found["outcome"], found["better"]) == ("PARTIAL", None)
        assert [value["difference"] for value in found["values"]] == [None, None]

    async def test_the_best_of_many_though_some_have_none(self, registry: Registry) -> None:
        versions = [
            await register(registry),
            *[await register(registry, metrics=keyed(rmse=value)) for value in (3, 1, 2)],
        ]

        (found,) = await compare(registry, METRICS, *versions)

        assert found["better"] == versions[2]


class TestData:
    async def test_by_role(self, registry: Registry) -> None:
        def read(role: str, label: str) -> dict[str, Any]:
            data = {"dataset": registry.ref("d"), "createDataset": {}, "label": label}
            return {"role": role, "datasetVersion": data}

        train = {"name": "t", "inputs": [read("train", "1"), read("test", "1")]}
        one = await register(registry, run=train)
        again = {"name": "t", "inputs": [read("train", "2"), read("train", "1")]}
        two = await register(registry, run=again)

        found = await compare(registry, DATA, one, two)

        assert [(each["role"], each["outcome"]) for each in found] == [
            ("test", "PARTIAL"), ("train", "CHANGED"),
        ]  # fmt: skip
        first, second = registry.ref("d#1"), registry.ref("d#2")
        assert found[1]["values"] == [
            {"version": one, "read": [{"ref": first}]},
            {"version": two, "read": [{"ref": first}, {"ref": second}]},
        ]

    async def test_the_same(self, registry: Registry) -> None:
        data = {"dataset": registry.ref("d"), "createDataset": {}, "digest": "sha256:01234567"}
        run = {"name": "t", "inputs": [{"datasetVersion": data}]}
        one, two = await register(registry, run=run), await register(registry, run=run)

        (found,) = await compare(registry, DATA, one, two)

        assert (found["role"], found["outcome"]) == ("train", "SAME")


async def link(registry: Registry, *sources: dict[str, str]) -> str | None:
    """Returns where the difference of two sources is shown."""
    versions = [
        await register(registry, run={"name": "train", "source": source}) for source in sources
    ]
    found = await compare(registry, CODE, *versions)
    assert found["values"][0]["link"] is None
    shown: str | None = found["values"][1]["link"]
    return shown


class TestCode:
    async def test_of_each(self, registry: Registry) -> None:
        source = {"repository": "https://github.com/o/n", "commit": BASE, "entryPoint": "train"}
        one = await register(registry, run={"name": "t", "source": source})
        two = await register(registry)

        found = await compare(registry, CODE, one, two)

        assert found["outcome"] == "PARTIAL"
        assert found["values"][0] == {"version": one, **source, "link": None}

    async def test_of_none_is_unknown(self, registry: Registry) -> None:
        one, two = await register(registry), await register(registry)

        assert (await compare(registry, CODE, one, two))["outcome"] == "UNKNOWN"

    @pytest.mark.parametrize(
        "repository",
        [
            "https://github.com/acme/risk",
            "https://github.com/acme/risk.git",
            "https://github.com/acme/risk/",
            "http://ada:secret@github.com/acme/risk.git",
            "git+https://GitHub.com/acme/risk",
            "git@github.com:acme/risk.git",
            "ssh://git@github.com:22/acme/risk.git",
        ],
    )
    async def test_of_one_repository_in_any_form(self, registry: Registry, repository: str) -> None:
        one = {"repository": "https://github.com/acme/risk", "commit": BASE}
        two = {"repository": repository, "commit": HEAD}

        assert await link(registry, one, two) == (
            f"https://github.com/acme/risk/compare/{BASE}...{HEAD}"
        )

    @pytest.mark.parametrize(
        ("repository", "shown"),
        [
            ("git@gitlab.com:a/b/c.git", f"gitlab.com/a/b/c/-/compare/{BASE}...{HEAD}"),
            ("https://bitbucket.org/a/b", f"bitbucket.org/a/b/branches/compare/{HEAD}%0D{BASE}"),
            (
                "https://acme@dev.azure.com/acme/a%20b/_git/c",
                f"dev.azure.com/acme/a%20b/_git/c{AZURE}",
            ),
            (
                "git@ssh.dev.azure.com:v3/acme/a/c",
                f"dev.azure.com/acme/a/_git/c{AZURE}",
            ),
            ("https://codeberg.org/a/b.git", f"codeberg.org/a/b/compare/{BASE}...{HEAD}"),
            ("https://gitea.com/a/b", f"gitea.com/a/b/compare/{BASE}...{HEAD}"),
            ("https://dev.azure.com/acme/_git/c", f"dev.azure.com/acme/_git/c{AZURE}"),
            ("https://acme.visualstudio.com/a/_git/c", f"dev.azure.com/acme/a/_git/c{AZURE}"),
            ("acme@vs-ssh.visualstudio.com:v3/acme/a/c", f"dev.azure.com/acme/a/_git/c{AZURE}"),
        ],
    )
    async def test_on_each_host(self, registry: Registry, repository: str, shown: str) -> None:
        sources = [{"repository": repository, "commit": commit} for commit in (BASE, HEAD)]

        assert await link(registry, *sources) == f"https://{shown}"

    @pytest.mark.parametrize(
        ("repository", "shown"),
        [
            ("https://gitlab.acme.example/a/b/c.git", "gitlab.acme.example/a/b/c/-"),
            ("https://ci:token@GitLab.acme.example/a/b", "gitlab.acme.example/a/b/-"),
            ("git@gitlab.acme.example:a/b.git", "gitlab.acme.example/a/b/-"),
            ("ssh://git@gitlab.acme.example:2222/a/b.git", "gitlab.acme.example/a/b/-"),
            ("https://gitlab.acme.example:8443/a/b", "gitlab.acme.example:8443/a/b/-"),
            ("http://gitlab.lan/a/b", "gitlab.lan/a/b/-"),
            ("https://github.acme.example/a/b.git", "github.acme.example/a/b"),
            ("git@github.acme.example:a/b.git", "github.acme.example/a/b"),
            ("https://gitea.acme.example/a/b", "gitea.acme.example/a/b"),
            ("ssh://git@forgejo.acme.example/a/b.git", "forgejo.acme.example/a/b"),
        ],
    )
    async def test_on_a_host_of_ones_own(
        self, registry: Registry, repository: str, shown: str
    ) -> None:
        sources = [{"repository": repository, "commit": commit} for commit in (BASE, HEAD)]

        assert await link(registry, *sources) == f"https://{shown}/compare/{BASE}...{HEAD}"

    @pytest.mark.parametrize(
        "repository",
        [
            "https://example.com/acme/risk",
            "https://gitlab.com.example.org/acme/risk",
            "https://github.io.example.org/acme/risk",
            "https://github.evil/acme/risk",
            "https://mygithub.acme.example/acme/risk",
            "https://evil.example/gitlab.acme.example/acme/risk",
            "https://evil.example/x@github.com/acme/risk",
            "https://evil.example/x@gitlab.acme.example/acme/risk",
            "https://evil.example\\@github.com/acme/risk",
            "https://evil.example?@github.com/acme/risk",
            "https://evil.example#@github.com/acme/risk",
            "https://a@evil.example@github.com/acme/risk",
            "http://gitlab.acme.example:8080/acme/risk",
            "https://gitlab.acme.example:x/acme/risk",
            "https://github.acme.example/acme/group/risk",
            "https://acme.visualstudio.com/a/c",
            "git@github.com:acme/../risk",
            "data:text/html,github.com/acme/risk",
            "javascript://github.com/%0aalert(1)/risk",
            "https://github.com.example.com/acme/risk",
            "https://example.com@evil.example/github.com/acme/risk",
            "https://github.com/acme",
            "https://github.com/acme/risk/tree/main",
            "https://github.com/acme/../risk",
            "https://github.com/acme/risk?x=y",
            "https://github.com/acme/risk#x",
            'https://github.com/acme/"><script>',
            "https://github.com/acme/risk\\evil",
            "javascript:alert(1)//github.com/acme/risk",
            "file:///github.com/acme/risk",
            "github.com/acme/risk",
            "risk",
            ".",
        ],
    )
    async def test_no_link_to_what_is_not_known(self, registry: Registry, repository: str) -> None:
        sources = [{"repository": repository, "commit": commit} for commit in (BASE, HEAD)]

        assert await link(registry, *sources) is None

    @pytest.mark.parametrize("commit", ["main", "abc123", "0" * 65, f"{HEAD}/../..", BASE])
    async def test_no_link_to_what_is_no_other_commit(
        self, registry: Registry, commit: str
    ) -> None:
        one = {"repository": "https://github.com/acme/risk", "commit": BASE}

        assert await link(registry, one, {**one, "commit": commit}) is None

    async def test_no_link_between_repositories(self, registry: Registry) -> None:
        one = {"repository": "https://github.com/acme/risk", "commit": BASE}
        two = {"repository": "https://github.com/acme/fraud", "commit": HEAD}

        assert await link(registry, one, two) is None


class TestEnvironment:
    async def test_of_each(self, registry: Registry) -> None:
        image = {"imageDigest": "sha256:1", "lockDigest": "sha256:2"}
        one = await register(registry, run={"name": "t", "environment": image})
        other = {**image, "lockDigest": "sha256:3"}
        two = await register(registry, run={"name": "t", "environment": other})

        found = await compare(registry, ENVIRONMENT, one, two)

        assert found == {"outcome": "CHANGED", "values": [image, other]}


class TestBases:
    async def test_of_each(self, registry: Registry) -> None:
        base = await register(registry, "base")
        one = await register(registry, bases=[{"ref": base, "how": "distilled"}])
        two = await register(registry, bases=[{"ref": base}], run={"name": "t"})

        found = await compare(registry, BASES, one, two)

        assert found["outcome"] == "CHANGED"
        assert [value["bases"] for value in found["values"]] == [
            [{"how": "distilled", "version": {"ref": base}}],
            [{"how": "fine-tuned", "version": {"ref": base}}],
        ]

    async def test_of_none_are_unknown(self, registry: Registry) -> None:
        one, two = await register(registry), await register(registry)

        assert (await compare(registry, BASES, one, two))["outcome"] == "UNKNOWN"


EVALUATIONS = query(
    """evaluations {
        suite values { version evaluation { dataset { ref } metrics { value } } }
        metrics { key outcome better values { difference } }
        slices { name metrics { key outcome better values { value } } }
    }"""
)


class TestEvaluations:
    async def test_newest_by_suite(self, registry: Registry) -> None:
        one, two = await register(registry), await register(registry)
        for ref, suite, auc, slices in (
            (one, "holdout", 0.25, {}),
            (one, "holdout", 0.5, {"eu": 0.25}),
            (two, "holdout", 0.75, {"eu": 0.125, "us": 0.5}),
            (two, "fairness", 0.5, {}),
        ):
            await registry.told(
                "recordEvaluation",
                "modelVersion { id }",
                modelVersion=ref,
                suite=suite,
                metrics=keyed(auc=auc),
                slices=[{"name": name, "metrics": keyed(auc=at)} for name, at in slices.items()],
            )

        fairness, holdout = await compare(registry, EVALUATIONS, one, two)

        assert [each["suite"] for each in (fairness, holdout)] == ["fairness", "holdout"]
        assert fairness["values"][0] == {"version": one, "evaluation": None}
        assert fairness["metrics"][0]["outcome"] == "PARTIAL"
        assert holdout["values"][0]["evaluation"] == {"dataset": None, "metrics": [{"value": 0.5}]}
        assert holdout["metrics"] == [
            {
                "key": "auc",
                "outcome": "CHANGED",
                "better": two,
                "values": [{"difference": 0.0}, {"difference": 0.25}],
            }
        ]
        assert holdout["slices"] == [
            {
                "name": "eu",
                "metrics": [
                    {
                        "key": "auc",
                        "outcome": "CHANGED",
                        "better": one,
                        "values": [{"value": 0.25}, {"value": 0.125}],
                    }
                ],
            },
            {
                "name": "us",
                "metrics": [
                    {
                        "key": "auc",
                        "outcome": "PARTIAL",
                        "better": None,
                        "values": [{"value": None}, {"value": 0.5}],
                    }
                ],
            },
        ]

    async def test_there_are_none(self, registry: Registry) -> None:
        one, two = await register(registry), await register(registry)

        assert await compare(registry, EVALUATIONS, one, two) == []
