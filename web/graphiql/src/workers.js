// WORKER_FILES: the editor's workers by the language they serve; filled in by the build.
globalThis.MonacoEnvironment = {
  getWorker(_, label) {
    return new Worker(new URL(WORKER_FILES[label] ?? WORKER_FILES.editor, import.meta.url));
  },
};
