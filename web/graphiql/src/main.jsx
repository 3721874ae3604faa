import "graphiql/style.css";
import "./page.css";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { tabs } from "./examples.js";
import { send } from "./send.js";
import "./workers.js";

/** Returns the tab that the address asks for, as a link to a query does, or undefined. */
function asked() {
  const given = new URLSearchParams(location.search);
  if (!given.get("query")) return undefined;
  return { query: given.get("query"), variables: given.get("variables") ?? "" };
}

/** Returns whether GraphiQL has kept no tabs yet. */
function isFirstVisit() {
  return localStorage.getItem("graphiql:tabState") === null;
}

// The editor measures its font only once, when it is made.
await document.fonts.load('1em "Fira Code"').catch(() => {});

const linked = asked();
const defaultTabs = linked ? [linked, ...tabs] : tabs;
// GraphiQL shows the query of the first default tab by itself, but not its variables.
const initial = linked ?? (isFirstVisit() ? tabs[0] : undefined);

createRoot(document.getElementById("graphiql")).render(
  <GraphiQL
    fetcher={send}
    defaultTabs={defaultTabs}
    defaultQuery=""
    defaultEditorToolsVisibility="variables"
    initialQuery={initial?.query}
    initialVariables={initial?.variables}
    inputValueDeprecation
    schemaDescription
  >
    <GraphiQL.Logo>Lineal</GraphiQL.Logo>
  </GraphiQL>,
);
