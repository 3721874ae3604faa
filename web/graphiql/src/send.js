/**
 * Posts an operation to the page's own address.
 *
 * Returns its GraphQL answer, or throws when what came back is not one, as from a proxy on the way.
 */
export async function send(operation, { headers } = {}) {
  const answer = await fetch(location.pathname, {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json",
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify(operation),
  });
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${answer.status} ${answer.statusText}: ${text.slice(0, 500)}`);
  }
}
