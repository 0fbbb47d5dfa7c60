import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzip } from '../../../src/loading/formats/readZip.ts';
import { docx, line, picture, ROWS, SECTION_BLOCKS, table } from './docx.ts';
import { caseText, Desk, goodPackage, headWith, packageOf, photo } from './packages.ts';

const RUNS = process.env['NIGHTLY'] === '1' ? 5000 : 40;
const TIMEOUT = process.env['NIGHTLY'] === '1' ? 3_600_000 : 240_000;

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterAll(() => desk.remove());

/** Places, as parts of the whole, with the byte that is put there. */
const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 4,
});
type Damage = readonly (readonly [at: number, byte: number])[];

function damaged(whole: Uint8Array, changes: Damage): Uint8Array {
  const bytes = new Uint8Array(whole);
  for (const [at, byte] of changes) bytes[Math.floor(at * bytes.length)] = byte;
  return bytes;
}

/** Whatever came in, it was taken or refused with words, nothing threw, and a trial wrote nothing. */
async function answered(name: string, bytes: Uint8Array): Promise<void> {
  const { state, faults } = await desk.take({ name, bytes }, { dryRun: true });
  if (state === 'refused') expect(faults.some(({ level, message }) => level === '必须改' && message !== '')).toBe(true);
  else expect(state).toBe('new');
}

describe('what is damaged on the way', () => {
  const each = (run: (changes: Damage) => Promise<void>) => fc.assert(fc.asyncProperty(damage, run), { numRuns: RUNS });

  it(
    'is answered, whichever bytes of a package are others',
    async () => {
      const before = desk.everything();
      const whole = await goodPackage();
      await each((changes) => answered('稿件.zip', damaged(whole, changes)));
      expect(desk.everything()).toEqual(before);
    },
    TIMEOUT,
  );

  it(
    'is answered, whichever bytes of a text or picture are others in a sound package',
    async () => {
      const [text, shot] = [
        new TextEncoder().encode(caseText(headWith({ pictures: [{ file: '1.jpg', alt: '桌子', faces: '没有人脸' }] }))),
        await photo(),
      ];
      await each(async (changes) => {
        await answered('稿件.zip', await packageOf({ 'case.md': damaged(text, changes), 'pictures/1.jpg': shot }));
        await answered('稿件.zip', await packageOf({ 'case.md': text, 'pictures/1.jpg': damaged(shot, changes) }));
      });
    },
    TIMEOUT,
  );

  it(
    'is answered, whichever bytes of the words or styles are others in a Word document',
    async () => {
      const blocks = [
        line('桥下的读书角', '1'),
        table(ROWS),
        ...SECTION_BLOCKS,
        picture(1),
        line('图1：桌子（没有人脸）'),
      ];
      const shot = await photo();
      const parts = unzip(await docx(blocks, [shot]), { unzipped: 1e8, entries: 100 });
      for (const part of [
        'word/document.xml',
        'word/styles.xml',
        '[Content_Types].xml',
        'word/_rels/document.xml.rels',
      ])
        await fc.assert(
          fc.asyncProperty(damage, async (changes) => {
            const bytes = damaged(parts.get(part) ?? new Uint8Array(), changes);
            await answered('稿子.docx', await docx(blocks, [shot], { [part]: bytes }));
          }),
          { numRuns: Math.ceil(RUNS / 4) },
        );
    },
    TIMEOUT,
  );
});
