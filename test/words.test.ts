import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The texts of programs, where comments cite documents; fixtures and content are data. */
const texts = ['src', 'test', 'bench'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mjs|js|css)$/u.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: path.slice(root.length), text: readFileSync(path, 'utf8') };
    }),
);

/** Comments as single lines: what stands in strings and addresses names fixtures, not documents to read. */
const commentsIn = (text: string): string[] =>
  [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<![:'"\w])\/\/.*$/gmu)].map(([comment]) =>
    comment.replace(/\s*\n\s*\*?/gu, ' '),
  );

const cited = texts.flatMap(({ path, text }) => commentsIn(text).map((comment) => ({ path, comment })));

describe('what comments refer to', () => {
  it('finds comments that cite the norms', () => {
    expect(cited.filter(({ comment }) => comment.includes('docs/norms.md §')).length).toBeGreaterThan(30);
  });

  it('is a document in the repository', () => {
    // A name in backticks is an example of a content file, as in `policies/x.mdx`.
    const missing = cited.flatMap(({ path, comment }) =>
      [...comment.replace(/`[^`]*`/gu, '').matchAll(/[\w./-]*\w\.md\b/gu)]
        .filter(([name]) => !existsSync(join(root, name)))
        .map(([name]) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('is a section that docs/norms.md has', () => {
    const norms = readFileSync(join(root, 'docs/norms.md'), 'utf8');
    const sections = new Set([...norms.matchAll(/^## (?<section>§\d+) /gmu)].map(({ groups }) => groups?.['section']));
    const missing = cited.flatMap(({ path, comment }) =>
      [...comment.matchAll(/norms(?<list>(?:\.md)?(?:,? §\d+)+)/gu)].flatMap(({ groups }) =>
        [...(groups?.['list'] ?? '').matchAll(/§\d+/gu)]
          .filter(([section]) => !sections.has(section))
          .map(([section]) => `${path}: ${section}`),
      ),
    );
    expect(missing).toEqual([]);
    expect(sections.size).toBeGreaterThan(8);
  });
});
