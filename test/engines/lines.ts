import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Ends a process that was started here; resolves when it has ended. */
export function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('close', () => done());
    child.kill();
  });
}

/** Waits for the first line that matches, and gives the match. Rejects with all that was said where the output ends. */
export function firstMatch(output: Readable, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((done, failed) => {
    const said: string[] = [];
    const lines = createInterface(output);
    lines.on('line', (line) => {
      said.push(line);
      const found = pattern.exec(line);
      if (found !== null) done(found);
    });
    lines.once('close', () => failed(new Error(said.join('\n'))));
  });
}
