// Makes types of the schema and of ask.graphql in a folder, beside a copy of ask.ts.
import { copyFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { generate } from "@graphql-codegen/cli";
import { preset } from "@graphql-codegen/client-preset";

const here = import.meta.dirname;
const [folder] = process.argv.slice(2);

await generate(
  {
    schema: path.join(here, "../../schema.graphql"),
    documents: path.join(here, "ask.graphql"),
    silent: true,
    generates: {
      [path.join(folder, "generated/")]: {
        preset,
        presetConfig: { fragmentMasking: false },
        config: {
          documentMode: "string",
          enumsAsTypes: true,
          useTypeImports: true,
          strictScalars: true,
          scalars: { Ref: "string", Cursor: "string", Long: "number", DateTime: "string", Value: "unknown" },
        },
      },
    },
  },
  true,
);
await copyFile(path.join(here, "ask.ts"), path.join(folder, "ask.ts"));
await symlink(path.join(here, "node_modules"), path.join(folder, "node_modules"));
await writeFile(path.join(folder, "package.json"), '{ "type": "module" }');
