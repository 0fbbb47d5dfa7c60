const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** An AbortSignal that fires on SIGINT, SIGTERM or SIGHUP, so that a build can clean up; it also sets the exit code. */
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
