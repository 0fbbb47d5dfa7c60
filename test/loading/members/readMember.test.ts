import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEMBER_CARD } from '../../../src/domain/openData/memberCard.ts';
import { sha256Base64 } from '../../../src/loading/formats/digest.ts';
import { bytes } from '../city.ts';
import { keptMember, readMember } from '../../../src/loading/members/readMember.ts';

const ENTRY = { id: 'lanzhou', name: '岚洲', from: 'site', address: '' };
const FILES = { 'search/lookup.json': '{"city":[]}', 'pagefind/pagefind-entry.json': '{"version":"1.6.0"}' };

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'member-'));
  put('site', {});
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
};

/** Writes a site of a member with its card, of which some entries are others. */
function put(folder: string, changed: Readonly<Record<string, unknown>>): void {
  for (const [path, text] of Object.entries(FILES)) write(`${folder}/${path}`, text);
  const files = Object.entries(FILES).map(([path, text]) => ({
    path,
    bytes: text.length,
    sha256: sha256Base64(bytes(text)),
  }));
  const card = {
    format: 1,
    city: '岚洲',
    siteName: '岚洲社工站指南',
    kind: 'official',
    asAt: '2026-11-18',
    home: 'https://lanzhou.example/',
    stations: 11,
    towns: 7,
    committees: 40,
    pagefind: '1.6.0',
    files,
    ...changed,
  };
  write(`${folder}/${MEMBER_CARD}`, JSON.stringify(card));
}

const take = (entry = ENTRY) => readMember(entry, home, join(home, 'taken'), '1.6.0');

describe('a member of a portal', () => {
  it('is refused where its lookup is in parts, and is told why', async () => {
    put('site', { files: [{ path: 'search/parts.json', bytes: 2, sha256: sha256Base64(bytes('{}')) }] });
    await expect(take()).rejects.toThrow(/“岚洲”.*分开写的，门户收不了/u);
  });

  it('is taken in with every file that its card names', async () => {
    const member = await take();
    expect(member).toMatchObject({ address: 'https://lanzhou.example/', card: { asAt: '2026-11-18' } });
    for (const [path, text] of Object.entries(FILES))
      expect(readFileSync(join(home, 'taken', path), 'utf8')).toBe(text);
    expect(keptMember(ENTRY, join(home, 'taken'))).toEqual({ ...member, folder: join(home, 'taken') });
  });

  it('is refused by name where a file is not as the card says', async () => {
    write('site/search/lookup.json', '{"city":["x"]}');
    await expect(take()).rejects.toThrow(
      /成员“岚洲”（site）：search\/lookup\.json 和 data\/member\.json 里的摘要对不上/u,
    );
  });

  it('is refused where a file is missing, and where there is no card', async () => {
    rmSync(join(home, 'site/search/lookup.json'));
    await expect(take()).rejects.toThrow(/岚洲.*读不到 search\/lookup\.json/u);
    rmSync(join(home, 'site', MEMBER_CARD));
    await expect(take()).rejects.toThrow(/岚洲.*读不到 data\/member\.json.*怎么改：/u);
  });

  it.each([
    ['of another version', { format: 2 }, /format 是“2”，这里认得的是 1/u],
    ['with another Pagefind', { pagefind: '1.9.0' }, /全文索引是 Pagefind 1\.9\.0 做的，这里是 1\.6\.0/u],
    ['without an address of its own', { home: 'https://example.org/' }, /没有写 SITE_URL.*portal\.yaml/u],
    ['whose card is no card', { stations: 'many' }, /不完整：stations/u],
    [
      'that would write outside its folder',
      { files: [{ path: 'search/../../x.json', bytes: 1, sha256: sha256Base64(bytes('x')) }] },
      /不完整：files\.0\.path/u,
    ],
  ])('is refused %s', async (_, changed, words) => {
    put('site', changed);
    await expect(take()).rejects.toThrow(words);
  });

  it('leads where portal.yaml says', async () => {
    put('site', { home: 'https://example.org/' });
    expect((await take({ ...ENTRY, address: '/lanzhou' })).address).toBe('/lanzhou/');
  });

  it('is not there where an earlier run has left nothing', () => {
    expect(keptMember(ENTRY, join(home, 'nothing'))).toBeNull();
  });
});
