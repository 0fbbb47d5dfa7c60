import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PROJECTS } from '../vitest.config.ts';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const tests = globSync('{test,src,bench}/**/*.{test,spec}.*', { cwd });

describe('the projects of vitest', () => {
  const files = PROJECTS.map(({ name, include, exclude }) => ({ name, files: globSync(include, { cwd, exclude }) }));

  it('run every test file there is, each once', () => {
    expect(tests.length).toBeGreaterThan(60);
    const runBy = (test: string) => files.filter((project) => project.files.includes(test)).map(({ name }) => name);
    expect(tests.filter((test) => runBy(test).length !== 1).map((test) => `${test}: ${runBy(test).join()}`)).toEqual(
      [],
    );
  });

  it.each(files)('$name has files to run', ({ files: own }) => {
    expect(own.length).toBeGreaterThan(0);
  });
});
