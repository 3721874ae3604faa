"""GraphiQL as a browser shows it, over a real server."""

import json
import re
from urllib.parse import urlsplit

import httpx
from playwright.async_api import Page, Route, expect

from lineal.schema import schema
from tests.graphiql.conftest import MILLISECONDS, Visit

expect.set_options(timeout=MILLISECONDS)

BROWSER = {"accept": "text/html"}
CREATE = (
    "mutation ($input: CreateNamespaceInput!) { createNamespace(input: $input) { __typename } }"
)


async def run(page: Page) -> None:
    await page.get_by_role("button", name="Execute query").click()


async def shows(page: Page, text: str) -> None:
    await expect(page.locator(".result-window")).to_contain_text(text)


async def type_after_brace(page: Page, text: str) -> None:
    """Types into the query `{ }`, where a field belongs."""
    await page.locator(".graphiql-query-editor .view-line").first.click()
    await page.keyboard.press("Control+Home")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.type(f" {text}", delay=50)


class TestServed:
    async def test_with_a_policy_that_allows_nothing_inline(self, api: httpx.AsyncClient) -> None:
        response = await api.get("/graphql", headers=BROWSER)

        policy = response.headers["content-security-policy"].split("; ")
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "connect-src 'self'" in policy
        assert response.headers["cache-control"] == "no-cache"

    async def test_with_assets_beside_it_that_never_change(self, api: httpx.AsyncClient) -> None:
        html = (await api.get("/graphql", headers=BROWSER)).text
        names = re.findall(r'(?:src|href)="([^"]+)"', html)

        assert len(names) == 3
        for name in names:
            response = await api.get(f"/{name}")

            assert response.status_code == 200
            assert "immutable" in response.headers["cache-control"]
            assert name.endswith(".svg") or response.headers["content-encoding"] == "gzip"


class TestFirstVisit:
    async def test_shows_the_examples(self, visit: Visit) -> None:
        page = await visit.open()

        await expect(page.locator(".graphiql-tab-button")).to_have_text(
            ["Models", "Search", "Lineage", "Impact", "Register"]
        )
        await expect(page.locator(".graphiql-query-editor")).to_contain_text("query Models")
        await expect(page.locator(".graphiql-editor-tool")).to_contain_text("collections")

    async def test_a_link_comes_before_the_examples(self, visit: Visit) -> None:
        page = await visit.open(query="query Linked { __typename }")

        await expect(page.locator(".graphiql-tab-button").first).to_have_text("Linked")
        await expect(page.locator(".graphiql-query-editor")).to_contain_text("query Linked")
        await expect(page.locator(".graphiql-editor-tool")).not_to_contain_text("collections")


class TestRun:
    async def test_shows_the_answer(self, visit: Visit, namespace: str) -> None:
        query = "query ($ref: Ref!) { model(ref: $ref) { owners } }"
        variables = json.dumps({"ref": f"{namespace}/credit-scorer"})
        page = await visit.open(query=query, variables=variables)

        await run(page)

        await shows(page, "team:modelling")

    async def test_by_the_keys_that_the_first_example_names(self, visit: Visit) -> None:
        page = await visit.open()
        await page.locator(".graphiql-query-editor .view-line").first.click()

        await page.keyboard.press("Control+Enter")

        await shows(page, "totalCount")

    async def test_shows_an_error(self, visit: Visit) -> None:
        page = await visit.open(query="{ nothingOfThatName }")

        await run(page)

        await shows(page, "Cannot query field 'nothingOfThatName'")

    async def test_shows_what_a_proxy_says_instead(self, visit: Visit) -> None:
        async def no_server(route: Route) -> None:
            if route.request.method == "POST":
                await route.fulfill(status=502, content_type="text/html", body="<p>No server</p>")
            else:
                await route.continue_()

        await visit.page.route("**/graphql?*", no_server)
        await visit.page.route("**/graphql", no_server)
        page = await visit.open(query="{ __typename }")

        await run(page)

        await shows(page, "502 Bad Gateway: <p>No server</p>")


class TestHelp:
    async def test_the_book_describes_a_field(self, visit: Visit) -> None:
        query = schema._schema.query_type
        assert query is not None
        description = query.fields["modelVersion"].description
        assert description is not None
        page = await visit.open()

        await page.get_by_role("button", name="Show Documentation Explorer").click()
        book = page.locator(".graphiql-doc-explorer")
        await book.get_by_role("link", name="Query", exact=True).click()
        await book.get_by_role("link", name="modelVersion", exact=True).click()

        await expect(book).to_contain_text(description)

    async def test_completes_a_field(self, visit: Visit) -> None:
        page = await visit.open(query="{ }")

        await type_after_brace(page, "modelV")

        await expect(page.locator(".suggest-widget .monaco-list-row").first).to_contain_text(
            "modelVersion"
        )

    async def test_marks_a_field_that_is_not_there(self, visit: Visit) -> None:
        page = await visit.open(query="{ nothingOfThatName }")

        await expect(page.locator(".graphiql-query-editor .squiggly-error")).to_have_count(1)

    async def test_variables_may_leave_out_what_has_a_default(self, visit: Visit) -> None:
        variables = json.dumps({"input": {"name": "risk"}, "nothingOfThatName": 1}, indent=2)
        page = await visit.open(query=CREATE, variables=variables)

        await expect(page.locator(".graphiql-editor-tool .squiggly-error")).to_have_count(1)


class TestQuiet:
    async def test_says_nothing_in_the_console_and_asks_no_other_host(self, visit: Visit) -> None:
        page = await visit.open(query="{ }")
        await type_after_brace(page, "__typename")
        await page.keyboard.press("Control+Enter")
        await shows(page, "Query")
        await page.get_by_role("button", name="Show Documentation Explorer").click()
        await page.locator(".graphiql-doc-explorer").get_by_role("link").first.click()

        assert visit.console == []
        assert {urlsplit(asked).netloc for asked in visit.requests if "data:" not in asked} == {
            urlsplit(visit.url).netloc
        }
        assert any("worker" in asked for asked in visit.requests)
