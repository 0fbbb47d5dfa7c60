import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metadataIn } from '../../src/domain/privacy/pictureMetadata.ts';
import { CITY, swap } from '../loading/city.ts';
import { siteIn, type BuiltSite } from './builtSite.ts';
import { buildCity } from './cityBuild.ts';

const LAMP = 'cases/the-lamp-by-the-lake.md';
const KINDS = {
  published: (text: string) => text,
  draft: (text: string) => text.replace(/^aliases:/mu, 'draft: true\naliases:'),
  future: swap("published_at: '2026-10-12 09:00'", "published_at: '2099-05-06 09:00'"),
  ended: (text: string) => text.replace(/^aliases:/mu, 'expire_on: 2026-01-31\naliases:'),
  withdrawn: (text: string) => text.replace(/^aliases:/mu, 'withdrawn:\n  on: 2026-11-01\naliases:'),
} as const;
type Kind = keyof typeof KINDS;

/** Words that only the file of one photograph holds. */
const secretOf = (kind: Kind) => `CAMERA-OF-${kind.toUpperCase()}-0042`;
const shades: Record<Kind, string> = {
  published: '#a86',
  draft: '#68a',
  future: '#8a6',
  ended: '#a68',
  withdrawn: '#86a',
};

const photograph = (kind: Kind) =>
  sharp({ create: { width: 1000, height: 700, channels: 3, background: shades[kind] } })
    .withExif({ IFD0: { Artist: secretOf(kind) }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secretOf(kind)}</a></x:xmpmeta>`)
    .jpeg()
    .toBuffer();

describe('the pictures of cases', () => {
  let home: string;
  let site: BuiltSite;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'case-pictures-'));
    const content = join(home, 'content');
    cpSync(CITY.content, content, { recursive: true });
    mkdirSync(join(content, 'cases/pictures'));
    const text = readFileSync(join(CITY.content, LAMP), 'utf8');
    for (const kind of Object.keys(KINDS) as Kind[]) {
      writeFileSync(join(content, `cases/pictures/${kind}.jpg`), await photograph(kind));
      const picture = `pictures:\n  - file: ${kind}.jpg\n    alt: 门口的灯\n    faces: 没有人脸\nauthor:`;
      const pictured = KINDS[kind](text).replace(/^author:/mu, picture);
      writeFileSync(join(content, `cases/with-${kind}-picture.md`), pictured);
    }
    await buildCity({ CONTENT_DIR: content, OUT_DIR: join(home, 'out') });
    site = siteIn(join(home, 'out'), '/');
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('are published for what is published alone, in sizes of their own', () => {
    const pictures = [...site.files].filter((file) => file.startsWith('pictures/'));
    expect(pictures.map((file) => file.replace(/^.*-/u, '')).sort()).toEqual([
      '1000.jpg',
      '1000.webp',
      '640.jpg',
      '640.webp',
      '960.jpg',
      '960.webp',
    ]);
    const page = readFileSync(join(home, 'out/cases/with-published-picture/index.html'), 'utf8');
    expect(page).toContain('alt="门口的灯"');
    expect(page).toMatch(/<source type="image\/webp" srcset="\/pictures\/[\da-f]{16}-640\.webp 640w/u);
    expect(readFileSync(join(home, 'out/cases/with-withdrawn-picture/index.html'), 'utf8')).not.toContain('<picture');
    expect(site.files.has('cases/with-draft-picture/index.html')).toBe(false);
    expect(site.files.has('cases/with-ended-picture/index.html')).toBe(false);
  });

  it('leave nothing of the photographs in any file of the site', () => {
    const secrets = (Object.keys(KINDS) as Kind[]).map(secretOf);
    for (const file of site.files) {
      const bytes = readFileSync(join(home, 'out', file));
      expect(
        secrets.filter((secret) => bytes.includes(secret)),
        file,
      ).toEqual([]);
      if (/\.(?:jpg|webp|png)$/u.test(file)) expect(metadataIn(bytes), file).toEqual([]);
    }
  });
});
