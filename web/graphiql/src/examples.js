// The tabs that somebody finds who opens GraphiQL for the first time: queries on what
// `lineal demo` fills a registry with.
import impact from "./impact.graphql";
import impactVariables from "./impact.json";
import lineage from "./lineage.graphql";
import lineageVariables from "./lineage.json";
import models from "./models.graphql";
import modelsVariables from "./models.json";
import register from "./register.graphql";
import registerVariables from "./register.json";
import search from "./search.graphql";
import searchVariables from "./search.json";

const written = (variables) => JSON.stringify(variables, null, 2);

export const tabs = [
  { query: models, variables: written(modelsVariables) },
  { query: search, variables: written(searchVariables) },
  { query: lineage, variables: written(lineageVariables) },
  { query: impact, variables: written(impactVariables) },
  { query: register, variables: written(registerVariables) },
];
