const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** A signal that is aborted when the process is asked to end; the exit code says by what. */
export function untilStopped(): AbortSignal {
  const controller = new AbortController();
  for (const [name, code] of Object.entries(EXIT_CODES)) {
    process.once(name, () => {
      process.exitCode = code;
      controller.abort();
    });
  }
  return controller.signal;
}
