import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../../src/domain/rules/checkRules.ts';
import { IMPORT_RULES } from '../../../src/domain/rules/importRules.ts';
import { INBOX_RULES } from '../../../src/domain/rules/inboxRules.ts';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { inboxHtml } from '../../../src/loading/inbox/report/page.ts';
import { inboxText } from '../../../src/loading/inbox/report/words.ts';
import { HOSTILE } from './hostilePackages.ts';
import { Desk } from './packages.ts';

const HAN = /\p{Script=Han}/u;
/** Codes of rules that are broken by a case which the site has already, and are tested with it. */
const ELSEWHERE = ['case.withdrawn', 'case.unread'];

let desk: Desk;
let folder: string;
beforeAll(() => {
  desk = new Desk();
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
afterAll(() => {
  desk.remove();
  rmSync(folder, { recursive: true });
});

describe('what must not come in', () => {
  const reasons = new Map<string, string>();

  it.each(Object.entries(HOSTILE))(
    '%s is refused with its reason, and content stays as it is',
    async (kind, { code, make }) => {
      const before = desk.everything();
      const outcome = await desk.take(await make(folder));
      expect(outcome.state).toBe('refused');
      const stopping = outcome.faults.filter(isBlocking);
      expect([...new Set(stopping.map((fault) => fault.code))]).toEqual([code]);
      for (const { message, remedy, file } of stopping) {
        for (const words of [message, remedy]) {
          expect(words).toMatch(HAN);
          expect(words).toMatch(/[^。，；：、\s]$/u);
        }
        expect(file).toMatch(/^(?:稿件|稿子|没有)/u);
      }
      expect(desk.everything()).toEqual(before);
      // No sign of it acts on the terminal or in the page.
      expect(inboxText([outcome], false)).not.toMatch(/[\0-\x09\x0b-\x1f\x7f\u202a-\u202e]/u);
      expect(inboxHtml(outcome)).not.toMatch(/<script/iu);
      reasons.set(kind, `${code} ${stopping.map(({ message, column }) => `${column ?? ''}${message}`).join()}`);
    },
  );

  it('has a reason of its own for more than twenty kinds', () => {
    expect(new Set(reasons.values()).size).toBeGreaterThan(55);
  });

  it('breaks every rule of the inbox that refuses', () => {
    const broken = new Set(Object.values(HOSTILE).map(({ code }) => code));
    const stopping = Object.entries(INBOX_RULES).filter(([, { level }]) => level === '必须改');
    expect(stopping.map(([code]) => code).filter((code) => !broken.has(code) && !ELSEWHERE.includes(code))).toEqual([]);
  });
});

describe('the rules of the inbox', () => {
  it('have codes of their own, as the handbook lists them beside the others', () => {
    const others = new Set([...Object.keys(RULES), ...Object.keys(IMPORT_RULES)]);
    expect(Object.keys(INBOX_RULES).filter((code) => others.has(code))).toEqual([]);
  });

  it.each(Object.entries(INBOX_RULES))('%s says what it finds, what it rests on and what to do', (code, rule) => {
    expect(code).toMatch(/^[a-z]+\.[a-z]+$/u);
    for (const words of [rule.about, rule.source, rule.remedy]) {
      expect(words).toMatch(HAN);
      expect(words).toMatch(/[^。，；：、\s]$/u);
      expect(words).not.toMatch(/\p{Script=Han}\s+\p{Script=Han}/u);
    }
  });
});
