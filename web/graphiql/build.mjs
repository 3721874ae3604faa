// Builds the GraphiQL page into src/lineal/graphiql/static: index.html, and assets/ whose
// names carry a hash of their content.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import * as esbuild from "esbuild";

const here = import.meta.dirname;
const target = path.resolve(here, process.argv[2] ?? "../../src/lineal/graphiql/static");
const assets = path.join(target, "assets");

/** The fonts that GraphiQL's style sheet inlines become files: a browser loads only those it needs. */
const fontFiles = {
  name: "font-files",
  setup(build) {
    build.onResolve({ filter: /^data:font\// }, ({ path: url }) => {
      const [, extension, base64] = url.match(/^data:font\/(\w+);base64,(.*)$/s);
      const digest = createHash("sha256").update(base64).digest("hex");
      return { path: `/${digest.slice(0, 8)}.${extension}`, namespace: "font", pluginData: base64 };
    });
    build.onLoad({ filter: /.*/, namespace: "font" }, ({ pluginData: base64 }) => ({
      contents: Buffer.from(base64, "base64"),
      loader: "file",
    }));
  },
};

/** GraphiQL's own style sheet already has the editor's styles. */
const noEditorStyles = {
  name: "no-editor-styles",
  setup(build) {
    build.onLoad({ filter: /monaco-editor.*\.css$/ }, () => ({ contents: "", loader: "empty" }));
  },
};

/** Without this the editor marks variables as wrong that leave out what has a default. */
const defaultsMayBeLeftOut = {
  name: "defaults-may-be-left-out",
  setup(build) {
    build.onLoad({ filter: /getVariablesJSONSchema\.js$/ }, async ({ path: file }) => {
      const source = await readFile(file, "utf8");
      const condition = "if (fieldRequired)";
      if (!source.includes(condition)) throw new Error(`${file} no longer says ${condition}`);
      return {
        contents: `import { isRequiredInputField } from "graphql";\n${source}`.replace(
          condition,
          "if (isRequiredInputField(field))",
        ),
      };
    });
  },
};

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  legalComments: "none",
  metafile: true,
  outdir: assets,
  target: "es2022",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  logLevel: "warning",
  plugins: [defaultsMayBeLeftOut],
};

/** Returns, by name of the entry, the names of the file and the style sheet that were written for it. */
function written(result) {
  const names = {};
  for (const [file, output] of Object.entries(result.metafile.outputs)) {
    if (!output.entryPoint) continue;
    const name = path.basename(file).replace(/-[A-Z0-9]{8}\.\w+$/, "");
    names[name] = {
      file: path.basename(file),
      style: output.cssBundle && path.basename(output.cssBundle),
    };
  }
  return names;
}

await rm(target, { recursive: true, force: true });
await mkdir(assets, { recursive: true });

const workers = written(
  await esbuild.build({
    ...common,
    format: "iife",
    entryPoints: {
      editor: "monaco-editor/esm/vs/editor/editor.worker.js",
      json: "monaco-editor/esm/vs/language/json/json.worker.js",
      graphql: "monaco-graphql/esm/graphql.worker.js",
    },
    entryNames: "[name].worker-[hash]",
  }),
);
const workerFiles = Object.fromEntries(
  Object.entries(workers).map(([name, { file }]) => [name.replace(".worker", ""), `./${file}`]),
);

const page = written(
  await esbuild.build({
    ...common,
    format: "esm",
    splitting: true,
    entryPoints: { graphiql: "src/main.jsx", icon: "src/icon.svg" },
    assetNames: "font-[hash]",
    jsx: "automatic",
    loader: { ".svg": "copy", ".graphql": "text" },
    define: {
      "process.env.NODE_ENV": '"production"',
      WORKER_FILES: JSON.stringify(workerFiles),
    },
    plugins: [...common.plugins, fontFiles, noEditorStyles],
  }),
);

const names = { SCRIPT: page.graphiql.file, STYLE: page.graphiql.style, ICON: page.icon.file };
const template = await readFile(path.join(here, "src/index.html"), "utf8");
const html = template.replace(/\{\{(\w+)\}\}/g, (_, name) => names[name]);
await writeFile(path.join(target, "index.html"), html);
