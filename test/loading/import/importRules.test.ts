import { describe, expect, it } from 'vitest';
import { IMPORT_RULES, type ImportRule } from '../../../src/domain/rules/importRules.ts';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { cityWith, swap } from '../city.ts';
import { BROKEN_TABLES, type BrokenTable } from './brokenTables.ts';
import { codes, importing, importRows } from './files.ts';

const HAN = /\p{Script=Han}/u;
/** A sentence is closed, and 怎么改 put before it, by whoever shows it. */
const OPEN_ENDED = /[^。，；：、\s]$/u;

const imported = async ({ rows = [], file, options, city }: BrokenTable) =>
  file === undefined ? importRows(rows, options, city) : importing([await file()], options, city);

const tables = Object.entries(BROKEN_TABLES) as [ImportRule, BrokenTable][];

describe('the rules of the import', () => {
  it.each(tables)(
    '%s is raised by the table named for it, and stops it only where it must be mended',
    async (code, broken) => {
      const { level } = IMPORT_RULES[code];
      const { faults, table, places } = await imported(broken);
      const raised = faults.filter((fault) => fault.code === code);
      expect(codes(faults)).toContain(code);
      for (const fault of raised) {
        expect(fault.level).toBe(level);
        for (const words of [fault.message, fault.remedy]) {
          expect(words).toMatch(HAN);
          expect(words).toMatch(OPEN_ENDED);
        }
      }
      if (level === '必须改') {
        expect([table, places]).toEqual([null, null]);
        // Nothing else stopped it.
        expect(new Set(codes(faults.filter(isBlocking)))).toEqual(new Set([code]));
      } else expect(table ?? places).not.toBeNull();
    },
  );

  it('have every code that is told of any of these tables', async () => {
    for (const [name, broken] of tables) {
      for (const { code, level } of (await imported(broken)).faults) {
        expect(Object.keys(IMPORT_RULES), name).toContain(code);
        expect(level, code).toBe(IMPORT_RULES[code as ImportRule].level);
      }
    }
  });

  it('leave to the dataset what was broken in it before anything is imported', async () => {
    const city = cityWith({ 'stations.csv': swap('2026-01-15', '去年') });
    expect(codes((await imported({ ...BROKEN_TABLES['header.unknown'], city })).faults)).toEqual(['cell']);
  });

  it.each(Object.entries(IMPORT_RULES))('%s says what it finds, what it rests on and what to do', (code, rule) => {
    expect(code).toMatch(/^[a-z_]+\.[a-z]+(?:-[a-z]+)*$/u);
    for (const words of [rule.about, rule.source, rule.remedy]) {
      expect(words).toMatch(HAN);
      expect(words).toMatch(OPEN_ENDED);
      expect(words).not.toMatch(/\p{Script=Han}\s+\p{Script=Han}/u);
    }
  });
});
