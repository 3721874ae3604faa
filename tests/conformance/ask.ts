// Talks to a registry with what graphql-codegen made of its schema; prints what it was told.
import { CreateNamespaceDocument, RegisterDocument, VersionDocument } from "./generated/graphql.js";
import type { TypedDocumentString } from "./generated/graphql.js";

declare const process: { argv: string[] };

const [url, namespace] = process.argv.slice(2);
if (!url || !namespace) throw new Error("give an address and a namespace");

async function ask<T, V>(document: TypedDocumentString<T, V>, variables: V): Promise<T> {
  const response = await fetch(url!, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const answer = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (answer.errors) throw new Error(answer.errors[0]?.message);
  return answer.data;
}

const { createNamespace } = await ask(CreateNamespaceDocument, { name: namespace });
if (createNamespace.__typename !== "CreateNamespaceSuccess") throw new Error("not created");
const again = (await ask(CreateNamespaceDocument, { name: namespace })).createNamespace;
const { registerModelVersion } = await ask(RegisterDocument, {
  model: `${createNamespace.namespace.name}/churn`,
  digest: `sha256:${"0".repeat(64)}`,
});
if (registerModelVersion.__typename !== "RegisterModelVersionSuccess") throw new Error("refused");
const { modelVersion } = await ask(VersionDocument, { ref: registerModelVersion.modelVersion.ref });
console.log(
  JSON.stringify({
    refused: again.__typename === "CreateNamespaceSuccess" ? null : again.code,
    number: modelVersion?.number,
    year: modelVersion?.createdAt.slice(0, 4),
    parameters: modelVersion?.parameters,
    owners: modelVersion?.model.owners,
  }),
);
