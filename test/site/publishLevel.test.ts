import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../src/loading/input.ts';
import { CITY } from '../loading/city.ts';
import { documentOf, few, read, type BuiltSite } from './builtSite.ts';
import { builtCity } from './cityBuild.ts';

// docs/norms.md §5. The city has one station of each restricted level whose row holds everything, and a log that holds
// more.
const PHONE_ONLY = '990101002-jin-du';
const TOWN_ONLY = '990102001-jin-du';

/** What no file of the site may hold, in any of the ways that it could be written. */
const SECRETS = [
  ...['密巷', '旧密巷', '从后巷小门上楼', '112.5133', '27.9937'],
  ...['隐松路', '旧隐路', '112.6229', '28.0873'],
  ...['2010098', '2010099', '2010-099', '13:17', '16:26', '13:05', '790,980', '790-980'],
];

let site: BuiltSite;
let texts: readonly { readonly file: string; readonly text: string }[];

/** The text of a file; of a compressed one what is in it. */
async function textsOf(file: string): Promise<{ file: string; text: string }[]> {
  const bytes = readFileSync(join(site.dir, file));
  if (file.endsWith('.zip') || file.endsWith('.xlsx')) {
    const { files } = await JSZip.loadAsync(bytes);
    return Promise.all(
      Object.values(files).map(async (entry) => ({ file: `${file}/${entry.name}`, text: await entry.async('string') })),
    );
  }
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return [{ file, text: plain.toString('utf8') }];
}

beforeAll(async () => {
  site = await builtCity();
  texts = (await Promise.all([...site.files].map(textsOf))).flat();
});

const filesWith = (words: string) => few(texts.filter(({ text }) => text.includes(words)).map(({ file }) => file));

describe('what a station keeps from the public', () => {
  it('is in the data, so that it could leak', () => {
    const { stations, changes } = load(CITY).dataset;
    const all = JSON.stringify([stations.filter(({ publishLevel }) => publishLevel !== '全部'), changes]);
    for (const secret of ['密巷', '隐松路', '112.5133', '28.0873', '2010099', '旧隐路', '2010098', '后巷']) {
      expect(all).toContain(secret);
    }
  });

  it('would be found: compressed files are read too', () => {
    expect(texts.some(({ file, text }) => file.includes('pf_fragment') && text.includes('荷桥街道'))).toBe(true);
    for (const file of [
      'data/hsds.zip/addresses.csv',
      'data/stations.csv',
      'data/stations.geojson',
      'data/stations.json',
    ]) {
      expect(texts.find((entry) => entry.file === file)?.text, file).toContain('荷花路18号');
    }
  });

  it.each(SECRETS)('%s is in no file of the site', (secret) => {
    expect(filesWith(secret)).toEqual([]);
  });

  it('leaves the telephone of a station that only hides its place', () => {
    expect(documentOf(site, `stations/${PHONE_ONLY}/index.html`).body.textContent).toContain('0389-2010022');
    expect(read(site, 'data/stations.csv')).toContain('0389-2010022');
  });

  it('puts both on the point of their 街镇, and says so', () => {
    const { features } = JSON.parse(read(site, 'data/stations.geojson')) as {
      features: { id: string; geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[];
    };
    const of = (id: string) => features.find((feature) => feature.id === id);
    expect(of(PHONE_ONLY)?.geometry?.coordinates).toEqual([112.512, 27.992]);
    expect(of(TOWN_ONLY)?.geometry?.coordinates).toEqual([112.615, 28.082]);
    for (const id of [PHONE_ONLY, TOWN_ONLY]) {
      expect(of(id)?.properties).toMatchObject({ lon: null, lat: null, address: '', point_of: '街镇代表点' });
    }
    expect(of('990101001-z')?.properties['point_of']).toBe('站点');
    expect(of('990102001-wei-bao')?.geometry).toBeNull();
    expect(of('990102001-wei-bao')?.properties['point_of']).toBeNull();
  });

  it('tells of their changes that there was one, and no value', () => {
    const page = documentOf(site, 'data/changes/index.html');
    const told = (id: string) => page.getElementById(`2026-10-12-${id}`)?.textContent?.replace(/\s+/gu, '') ?? '';
    expect(told(TOWN_ONLY)).toContain('迁址内容不公开');
    expect(told(TOWN_ONLY)).toContain('电话变更内容不公开');
    expect(told(PHONE_ONLY)).toContain('迁址内容不公开');
    expect(told(PHONE_ONLY)).toContain('0389-2010020→0389-2010022');
  });
});

describe('changes of stations', () => {
  it('stand on their page, in the feed and in the files alike', () => {
    const { changes } = load(CITY).dataset;
    const { changes: rows } = JSON.parse(read(site, 'data/changes.json')) as { changes: { station: string }[] };
    expect(rows.map(({ station }) => station)).toEqual(changes.map(({ station }) => station));
    const feed = read(site, 'data/changes.xml');
    expect(feed.match(/<entry>/gu)).toHaveLength(new Set(changes.map(({ on, station }) => `${on} ${station}`)).size);
    const ids = [...feed.matchAll(/<link href="[^"#]*#([^"]+)"/gu)].map(([, id = '']) => id);
    const page = documentOf(site, 'data/changes/index.html');
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => page.getElementById(id) === null)).toEqual([]);
  });

  it('a closed station keeps its page, which names its successor, and so does the log', () => {
    const successor = '/stations/990102001-z/';
    const main = documentOf(site, 'stations/990102001-wei-bao/index.html').querySelector('main');
    expect([...(main?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toContain(successor);
    const line = documentOf(site, 'data/changes/index.html').getElementById('2026-06-30-990102001-wei-bao');
    expect(line?.textContent).toContain('松岭街道社工站');
  });
});
