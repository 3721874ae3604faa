// Unpacks the packaged Chromium, with the libraries and a font that a bare machine may lack,
// into node_modules/.chromium.
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";

if (process.platform !== "linux" || process.arch !== "x64") {
  console.error("The packaged Chromium is for x86-64 Linux: the tests look for one on the path.");
  process.exit(1);
}

const packed = path.join(import.meta.dirname, "node_modules/@sparticuz/chromium/bin");
const target = path.join(import.meta.dirname, "node_modules/.chromium");

const unpack = (name, sink) =>
  pipeline(createReadStream(path.join(packed, name)), createBrotliDecompress(), sink);

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await Promise.all([
  unpack("al2023.tar.br", extract(target)),
  unpack("fonts.tar.br", extract(target)),
  unpack("chromium.br", createWriteStream(path.join(target, "chromium.part"))),
]);
await writeFile(
  path.join(target, "fonts.conf"),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(target, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(target, "fonts-cache")}</cachedir>
</fontconfig>
`,
);
// Last, so that a file of this name is a whole one.
const browser = path.join(target, "chromium");
await chmod(`${browser}.part`, 0o755);
await rename(`${browser}.part`, browser);
