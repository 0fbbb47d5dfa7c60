import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONSENT_SCOPES, DRAWINGS, FACES, METHODS, REVIEW_STEPS } from '../../../src/domain/case/case.ts';
import { brokenCharacterIn } from '../../../src/domain/language/brokenCharacters.ts';
import { prepare } from '../../../src/loading/inbox/check/prepare.ts';
import { readPackage } from '../../../src/loading/inbox/read/package.ts';
import { placeOf } from '../../../src/loading/inbox/write/place.ts';
import { readContent, type ContentFiles } from '../../../src/loading/texts/documents.ts';
import { caseSchema } from '../../../src/schemas/case.ts';
import { bytes } from '../city.ts';
import { BODY, caseText, packageOf, photo } from './packages.ts';

const RUNS = process.env['NIGHTLY'] === '1' ? 10_000 : 200;
const TIMEOUT = process.env['NIGHTLY'] === '1' ? 3_600_000 : 120_000;

/** Texts that readers of YAML take for something else. */
const NASTY =
  'yes no on off y ~ null true 0x1F -0x1 +12 .5 1_000 1:30 2026-11-23 a:b #x -x --- +++ ... << = !a &a *a @a %a `a " \' {} [] | > ? : \\n'
    .split(' ')
    .concat('a: b', 'a #b', '- a', 'a\nb', 'a\n---\nb', 'a\n\n  b', "it's", '"a" b', '一、二：三');
const words = fc
  .oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }))
  .map((text) => text.trim())
  .filter((text) => text !== '' && [...text].every((sign) => brokenCharacterIn(sign) === null));
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));
const month = date.map((day) => day.slice(0, 7));
const count = fc.integer({ min: 1, max: 999 });
const list = (item: fc.Arbitrary<string>) => fc.array(item, { maxLength: 4 });

const pictures = fc.uniqueArray(
  fc.record({
    file: fc.constantFrom('1.jpg', '2.webp', 'a-b.png'),
    alt: words,
    caption: fc.oneof(fc.constant(''), words),
    faces: fc.constantFrom(...FACES),
  }),
  { selector: ({ file }) => file, maxLength: 3 },
);

const head = fc
  .record(
    {
      title: words,
      summary: words,
      field: fc.option(words),
      topic: words,
      method: fc.constantFrom(...METHODS),
      station: fc.option(words),
      station_note: words,
      services: list(words),
      policy: words,
      clauses: list(words),
      period: fc
        .tuple(month, month)
        .map((both) => both.toSorted())
        .map(([from, to]) => ({ from, to })),
      sessions: count,
      team: fc.array(fc.record({ role: words, count }), { minLength: 1, maxLength: 3 }),
      author: words,
      measures: fc.array(fc.record({ what: words, tool: words, before: words, after: words, on: month }), {
        maxLength: 2,
      }),
      pictures,
      drawing: fc.constantFrom(...DRAWINGS),
      drawing_alt: words,
      consent: fc.record({
        reference: words,
        scope: fc.subarray([...CONSENT_SCOPES], { minLength: 1 }),
        until: date,
        guardian: fc.boolean(),
      }),
      pseudonyms: list(words),
      review: fc.array(fc.record({ step: fc.constantFrom(...REVIEW_STEPS), by: words, on: date }), { maxLength: 3 }),
      published_at: date.map((day) => `${day} 09:00`),
      expire_on: date,
      featured: fc.boolean(),
      quote: fc.record({ text: words, who: words }),
      aliases: fc.uniqueArray(words, { minLength: 5, maxLength: 8 }),
    },
    {
      requiredKeys: [
        'title',
        'summary',
        'field',
        'topic',
        'method',
        'station',
        'station_note',
        'policy',
        'period',
        'sessions',
        'team',
        'author',
        'drawing',
        'drawing_alt',
        'consent',
        'pseudonyms',
        'aliases',
      ],
    },
  )
  .filter((made) => caseSchema.safeParse({ ...made, published_at: '2026-11-27 09:00' }).success);

const NOTHING: ContentFiles = { list: () => [], read: () => bytes(''), has: () => true };
const only = (file: string, text: string): ContentFiles => ({
  list: (folder) => (file.startsWith(`${folder}/`) ? [file] : []),
  read: () => bytes(text),
  has: () => true,
});

describe('any front matter that the schema accepts', () => {
  let shot: Uint8Array;
  beforeAll(async () => (shot = await photo(8, 8)));

  it(
    'survives the package and the inbox, as the check and as the build read it',
    async () => {
      await fc.assert(
        fc.asyncProperty(head, async (made) => {
          const named = (made.pictures ?? []).map(({ file }) => [`pictures/${file}`, shot] as const);
          const handed = readPackage(
            '稿件.zip',
            await packageOf({ 'case.md': caseText(made, BODY), ...Object.fromEntries(named) }),
          );
          const prepared = await prepare(handed, '2026-11-27');
          const { file, text } = placeOf(handed, prepared, readContent(NOTHING), NOTHING.has);
          const expected = caseSchema.parse({ published_at: '2026-11-27 09:00', ...made, draft: true });
          const renamed = expected.pictures.map((picture) => ({ ...picture, file: prepared.pictures[0]?.name ?? '' }));
          const { documents, faults } = readContent(only(file, text));
          expect(faults).toEqual([]);
          expect(documents.cases[0]?.head).toEqual({ ...expected, pictures: renamed });
          expect(documents.cases[0]?.body.trim()).toBe(BODY);
          expect(caseSchema.parse(parseFrontmatter(text).frontmatter)).toEqual({ ...expected, pictures: renamed });
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});
