// @neo4j/graphql behind Apollo Server, over the database that the bench names on standard input: one
// line of JSON with `uri`, `user`, `password` and `statements`. Ends when that is closed.
import { readFile } from "node:fs/promises";
import http from "node:http";
import { createInterface } from "node:readline";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { GraphQLScalarType } from "graphql";
import neo4j from "neo4j-driver";

const input = createInterface({ input: process.stdin });
const lines = input[Symbol.asyncIterator]();
const { uri, user, password, statements } = JSON.parse((await lines.next()).value);
input.on("close", () => process.exit(0));

const types = await readFile(new URL("types.graphql", import.meta.url), "utf8");
const typeDefs = types.replace(/statement: "(\w+)"/g, (_, name) => `statement: ${JSON.stringify(statements[name])}`);
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const resolvers = {
  Moment: new GraphQLScalarType({ name: "Moment", serialize: String }),
  Value: new GraphQLScalarType({
    name: "Value",
    serialize: (value) => (neo4j.isInt(value) ? value.toNumber() : value),
    parseValue: (value) => (Number.isInteger(value) ? neo4j.int(value) : value),
  }),
};
const schema = await new Neo4jGraphQL({ typeDefs, resolvers, driver }).getSchema();

// As long as the bench needs a connection, and not five seconds.
const create = http.createServer;
http.createServer = (...given) => Object.assign(create(...given), { keepAliveTimeout: 600_000 });

const server = new ApolloServer({ schema });
const { url } = await startStandaloneServer(server, {
  listen: { host: "127.0.0.1", port: 0 },
  context: async () => ({ sessionConfig: { database: "neo4j" } }),
});
console.log(JSON.stringify({ url }));
