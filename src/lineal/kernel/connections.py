"""Compiles a connection: the rows of a page, one more to know whether there are, the total."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphql import GraphQLObjectType

from lineal.kernel import queries
from lineal.kernel.selections import Composite, Group, Selection, selections
from lineal.kernel.statement import Compiled, Draft, map_of, parameters_of, subquery

# Compiles what is selected of a node that has a name.
Objects = Callable[[Composite, str, Group], Compiled]


@dataclass(frozen=True, slots=True)
class Connection:
    """One field that is a page, fetched from `var` by subqueries that begin with `start`."""

    draft: Draft
    objects: Objects
    field: Selection
    var: str | None
    start: list[str]

    def compiled(self) -> Compiled:
        """Returns the subqueries of what is selected of the page, and its map."""
        selected = {each.name for each in self._selections()}
        rows = self.draft.name()
        lines: list[str] = []
        entries: dict[str, str] = {}
        if "totalCount" in selected:
            more, entries["totalCount"] = self._total()
            lines += more
        if selected - {"totalCount"}:
            lines += self._rows(rows)
            entries |= self._entries(rows)
        return lines, map_of(entries)

    def _selections(self) -> Iterator[Selection]:
        type_ = self.field.type
        assert isinstance(type_, GraphQLObjectType)
        return selections(type_, self.field.group, self.draft.collect)

    def _fetched(self, file: queries.Query) -> list[str]:
        body = [*self.start, *self.draft.bound(file, self.field)]
        return subquery(self.var, body)

    def _file(self) -> queries.Query:
        file = self.field.file
        assert file is not None, f"no file fetches {self.field.parent.name}.{self.field.name}"
        return file

    def _page(self) -> queries.Query:
        """Returns the file of the rows: in their own order, or in the one that is asked for."""
        file = self._file()
        if self.draft.ordered(self.field.group):
            return queries.query(f"{file.name}.ordered")
        return file

    def _total(self) -> Compiled:
        counted = self._fetched(queries.query(f"{self._file().name}.count"))
        total = self.draft.name()
        body = [*counted, f"RETURN head(collect(node)) AS {total}"]
        return subquery(self.var, body), total

    def _rows(self, rows: str) -> list[str]:
        """Returns the subquery of the rows, of which there may be one too many."""
        lines, row = self._row()
        page = self._fetched(self._page())
        return subquery(self.var, [*page, *lines, f"RETURN collect({row}) AS {rows}"])

    def _row(self) -> Compiled:
        """Returns the subqueries and the map of one row: its cursor, its node as selected."""
        var = self.draft.name()
        lines = [f"WITH node AS {var}, position"]
        entries: dict[str, str] = {}
        if self._has_cursors():
            entries["cursor"] = f"[${parameters_of(self.field)}.list] + position"
        for node in self._nodes():
            more, entries[node.key] = self.objects(node.composite, var, node.group)
            lines += more
        return lines, map_of(entries)

    def _has_cursors(self) -> bool:
        """Returns whether the cursor of a row is selected, be it as that of a page's end."""
        return any(each.name == "pageInfo" for each in self._selections()) or any(
            below.name == "cursor" for below in self._of_edges()
        )

    def _of_edges(self) -> Iterator[Selection]:
        """Yields what is selected of a page's edges."""
        for each in self._selections():
            if each.name == "edges" and isinstance(each.type, GraphQLObjectType):
                yield from selections(each.type, each.group, self.draft.collect)

    def _nodes(self) -> Iterator[Selection]:
        """Yields each selection of a page's nodes, be it in `nodes` or in `edges { node }`."""
        yield from (each for each in self._selections() if each.name == "nodes")
        yield from (below for below in self._of_edges() if below.name == "node")

    def _entries(self, rows: str) -> dict[str, str]:
        """Returns the entries of the page's map, but for the total."""
        page = f"{rows}[..${parameters_of(self.field)}.first]"
        entries: dict[str, str] = {}
        for each in self._selections():
            if each.name == "nodes":
                entries[each.key] = f"[row IN {page} | row.{each.key}]"
            elif each.name == "edges":
                entries[each.key] = page
            elif each.name == "pageInfo":
                entries[each.key] = self._page_info(rows, page)
        return entries

    def _page_info(self, rows: str, page: str) -> str:
        parameters = f"${parameters_of(self.field)}"
        return map_of(
            {
                "hasNextPage": f"size({rows}) > {parameters}.first",
                "hasPreviousPage": f"{parameters}.after IS NOT NULL",
                "startCursor": f"{rows}[0].cursor",
                "endCursor": f"{page}[-1].cursor",
            }
        )
