import "graphiql/style.css";
import "./page.css";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { tabs } from "./examples.js";
import { send } from "./send.js";
import "./workers.js";

const asked = new URLSearchParams(location.search);

createRoot(document.getElementById("graphiql")).render(
  <GraphiQL
    fetcher={send}
    defaultTabs={tabs}
    defaultQuery=""
    initialQuery={asked.get("query") ?? undefined}
    initialVariables={asked.get("variables") ?? undefined}
    inputValueDeprecation
    schemaDescription
  >
    <GraphiQL.Logo>Lineal</GraphiQL.Logo>
  </GraphiQL>,
);
