"""Statements that are as short as their parameters let them be."""

from typing import Any

import pytest

from lineal.kernel.templates import Template, leads

BRACKETED = """MATCH (n)
// if $p.tags or $p.owners
WHERE n.tags = $p.tags
  // if $p.owners
  AND n.owners = $p.owners
  // else: AND true
// else: WHERE true
RETURN n"""


def lines(text: str, **parameters: Any) -> list[str]:
    return [line.strip() for line in Template(text).text(parameters).splitlines()]


class TestText:
    def test_without_what_nobody_says(self) -> None:
        assert lines(BRACKETED, p={"tags": None}) == ["MATCH (n)", "WHERE true", "RETURN n"]

    def test_with_what_one_of_several_says(self) -> None:
        assert lines(BRACKETED, p={"tags": ["a"]})[1:3] == ["WHERE n.tags = $p.tags", "AND true"]

    def test_with_all(self) -> None:
        whole = lines(BRACKETED, p={"tags": ["a"], "owners": ["b"]})

        assert whole[2:] == ["AND n.owners = $p.owners", "RETURN n"]

    def test_is_written_once(self) -> None:
        template = Template(BRACKETED)
        once, again = (template.text({"p": {"tags": [tag]}}) for tag in "ab")

        assert once is again

    def test_a_union_of_which_a_side_is_left_out(self) -> None:
        text = """CALL () {
// if $a
RETURN 1 AS n
UNION ALL
// end
RETURN 2 AS n
// if $b
UNION
RETURN 3 AS n
// end
}"""

        assert lines(text) == ["CALL () {", "RETURN 2 AS n", "}"]
        assert lines(text, a=1)[1:3] == ["RETURN 1 AS n", "UNION ALL"]
        assert lines(text, b=1)[-3:] == ["UNION", "RETURN 3 AS n", "}"]

    def test_writes_numbers_that_cypher_does_not_take_as_parameters(self) -> None:
        template = Template("MATCH p = (a)-[*1..21 /* $p.maxDepth + 1 */]->(b)")

        assert template.text({"p": {"maxDepth": 5}}) == "MATCH p = (a)-[*1..6]->(b)"
        assert template.text({"p": {"maxDepth": 6}}) == "MATCH p = (a)-[*1..11]->(b)"

    def test_without_the_number(self) -> None:
        with pytest.raises(KeyError):
            Template("21 /* $maxDepth + 1 */").text({})

    @pytest.mark.parametrize("bad", ["1]->() DETACH DELETE n //", None])
    def test_writes_nothing_but_numbers(self, bad: object) -> None:
        with pytest.raises((TypeError, ValueError)):
            Template("21 /* $maxDepth + 1 */").text({"maxDepth": bad})


class TestLeads:
    @pytest.mark.parametrize(
        ("path", "value", "there"),
        [
            ("a", {"a": 1}, True),
            ("a", {"a": None}, False),
            ("a", {"a": False}, False),
            ("a", {"a": []}, False),
            ("a", {}, False),
            ("a.b", {"a": {"b": "x"}}, True),
            ("a.b", {"a": None}, False),
            ("a.b.c", {"a": ["b.c"]}, True),
            ("a.b.c", {"a": ["b"]}, False),
            ("a.form.id", {"a": [{"form": "name"}, {"form": "id"}]}, True),
            ("a.form.id", {"a": {"form": "name"}}, False),
            ("a.refs.form.id", {"a": [{"refs": [{"form": "id"}]}]}, True),
            ("a.columns", {"a": [{"form": "id"}, {"columns": [{"label": "1"}]}]}, True),
            ("a.columns", {"a": [{"form": "id"}]}, False),
        ],
    )
    def test_to_what_is_there(self, path: str, value: Any, there: bool) -> None:
        assert leads(path.split("."), value) is there
