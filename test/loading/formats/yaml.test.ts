import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/loading/input.ts';
import { readIdentity } from '../../../src/loading/tables/settings.ts';
import { readContent } from '../../../src/loading/texts/documents.ts';
import { CITY, cityWith, contentWith, swap } from '../city.ts';

/** Nine lists, each of nine times the one before: 9⁹ words. */
const BOMB = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi']
  .map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]}, `.repeat(9)}]\n`)
  .join('')}`;

const HOSTILE = [
  ['an alias bomb', BOMB],
  ['deep brackets', `x: ${'['.repeat(50_000)}\n`],
  ['an alias of nothing', 'x: *nowhere\n'],
] as const;

describe('a YAML text that would take all memory or the whole stack', () => {
  it.each(HOSTILE)('is told in one sentence in site.yaml: %s', (_, more) => {
    const { value, faults } = readIdentity(cityWith({ 'site.yaml': (text) => text + more }));
    expect(value).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).not.toMatch(/\n| at /u);
  });

  it.each(HOSTILE)('is told in one sentence in the front matter of a case: %s', (_, more) => {
    const file = 'cases/the-lamp-by-the-lake.md';
    const { faults } = readContent(contentWith({ [file]: swap('\n---\n', `\n${more}---\n`) }));
    expect(faults.map(({ code }) => code)).toEqual(['front-matter']);
    expect(faults[0]?.message).not.toMatch(/\n| at /u);
  });
});

describe('the host site in site.yaml', () => {
  const faultsOf = (url: string) =>
    readIdentity(
      cityWith({
        'site.yaml': (text) =>
          `${text.replace(/^host_site:(?:\n +.*)*/mu, '')}\nhost_site:\n  name: x\n  url: '${url}'\n`,
      }),
    ).faults;

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ftp://x.cn/',
    '//x.cn/',
    'https://',
    'https://a:b@x.cn/',
    'java\tscript:x',
  ])('is a web page and not %j', (url) => {
    const [fault, ...more] = faultsOf(url);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ level: '必须改', column: 'host_site.url', value: url });
    expect(fault?.row).toBeGreaterThan(1);
  });

  it('may be https, http or nothing', () => {
    for (const url of ['', 'https://mz.sh.gov.cn/', 'http://www.x.gov.cn/a?b=c#d'])
      expect(faultsOf(url), url).toEqual([]);
  });

  it('is read of the city', () => {
    expect(inspect(CITY).reading.site).not.toBeNull();
  });
});
