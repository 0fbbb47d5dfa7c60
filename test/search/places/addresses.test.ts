import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/search/types/answer.ts';
import { PlaceLookup } from '../lookups.ts';
import { denseCity } from './denseCity.ts';

/**
 * An address and what a resident may be told: 查到 the one 居委会, 要选 a question that offers all of these, 没有登记 that this
 * number is not registered, 问路名 that the road is missing, 不知道 nothing about a road that the table lacks, 含 an answer or a
 * question with the right one in it.
 */
interface Case {
  readonly query: string;
  readonly class: string;
  readonly expect: '查到' | '要选' | '没有登记' | '问路名' | '不知道' | '含';
  readonly committees: readonly string[];
}

const text = readFileSync(new URL('addresses.csv', import.meta.url), 'utf8');
const cases = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map(
  ({ query = '', class: sort = '', expect: wanted = '', committees = '' }): Case => ({
    query,
    class: sort,
    expect: wanted as Case['expect'],
    committees: committees === '' ? [] : committees.split('、'),
  }),
);

let places: PlaceLookup;
beforeAll(() => {
  places = new PlaceLookup(denseCity());
});

/** Whom the answer names as responsible without asking. */
const claimed = ({ responsible, asks }: Answer) => (asks ? [] : responsible.map(({ committee }) => committee));
/** Whom it offers to choose from. */
const offered = ({ responsible, asks, address }: Answer) => [
  ...(asks ? responsible.map(({ committee }) => committee) : []),
  ...(address?.kind === '要选' ? address.rows.map(({ place }) => place.committee) : []),
];

function isMet({ expect: wanted, committees }: Case, answer: Answer): boolean {
  const { address } = answer;
  switch (wanted) {
    case '查到':
      return claimed(answer).length === 1 && claimed(answer)[0] === committees[0];
    case '要选':
      return claimed(answer).length === 0 && committees.every((name) => offered(answer).includes(name));
    case '没有登记':
      return claimed(answer).length === 0 && address?.kind === '没有登记';
    case '问路名':
      return claimed(answer).length === 0 && (address?.kind === '缺路名' || address?.kind === '要选');
    case '不知道':
      return claimed(answer).length === 0 && address === null;
    case '含':
      return [...claimed(answer), ...offered(answer)].includes(committees[0] ?? '');
  }
}

describe(`${cases.length} addresses in the fixture city`, () => {
  it('are 300 at least', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });

  it('are never given to a 居委会 that is not theirs', () => {
    const wrong = cases.filter(({ query, committees }) =>
      claimed(places.ask(query).answer).some((name) => name === null || !committees.includes(name)),
    );
    expect(wrong.map(({ query }) => query)).toEqual([]);
  });

  it('are all answered as they should be where they are written exactly', () => {
    const missed = cases.filter((one) => one.expect !== '含' && !isMet(one, places.ask(one.query).answer));
    expect(missed.map(({ query, class: sort }) => `${sort} ${query}`)).toEqual([]);
  });

  it('are found in 97 of 100 where they are not: pinyin, initials, slips, parts, sentences', () => {
    const vague = cases.filter((one) => one.expect === '含');
    const missed = vague.filter((one) => !isMet(one, places.ask(one.query).answer));
    const told = missed.map(({ query, class: sort }) => `${sort} ${query}`).join('\n');
    expect(missed.length, told).toBeLessThanOrEqual(vague.length * 0.03);
  });

  it('stay out of address, history and storage, and need one file at most besides the root', () => {
    for (const { query } of cases) {
      const { answer, wanted } = places.ask(query);
      expect(answer.sensitive, query).toBe(true);
      expect(wanted.filter((file) => file !== '').length, query).toBeLessThanOrEqual(1);
    }
  });
});
