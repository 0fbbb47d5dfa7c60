import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { CITY, swap } from '../loading/city.ts';

/** The sign of 党政机关标识, and the notice, that site.yaml names. */
export const MARK = 'https://bszs.conac.cn/sitename?method=show&id=0123456789ABCDEF0123456789ABCDEF';
export const SAID = '部分电话正在核对，打不通请打12345。';

const LAMP = 'cases/the-lamp-by-the-lake.md';
const KINDS = {
  published: (text: string) => text,
  draft: (text: string) => text.replace(/^aliases:/mu, 'draft: true\naliases:'),
  future: swap("published_at: '2026-10-12 09:00'", "published_at: '2099-05-06 09:00'"),
  ended: (text: string) => text.replace(/^aliases:/mu, 'expire_on: 2026-01-31\naliases:'),
  withdrawn: (text: string) => text.replace(/^aliases:/mu, 'withdrawn:\n  on: 2026-11-01\naliases:'),
} as const;
type Kind = keyof typeof KINDS;

/** The kinds of cases that have a picture: one that is published, and those that are not, no longer or not yet. */
export const PICTURED = Object.keys(KINDS) as Kind[];

/** Words that only the file of one photograph holds. */
export const secretOf = (kind: Kind) => `CAMERA-OF-${kind.toUpperCase()}-0042`;
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

/** Writes a copy of the city with all that site.yaml may say about host and state, and with a picture in a case of each kind. */
export async function writeFullCity(home: string): Promise<void> {
  const data = join(home, 'data');
  cpSync(CITY.data, data, { recursive: true });
  const more = `notice: ${SAID}\nsecurity:\n  contact: mailto:anquan@yunze.example\n  expires: 2027-06-30\nreport_to_state: true\nparty_mark: ${MARK}\n`;
  writeFileSync(join(data, 'site.yaml'), readFileSync(join(data, 'site.yaml'), 'utf8') + more);
  const content = join(home, 'content');
  cpSync(CITY.content, content, { recursive: true });
  mkdirSync(join(content, 'cases/pictures'), { recursive: true });
  const text = readFileSync(join(CITY.content, LAMP), 'utf8');
  for (const kind of PICTURED) {
    writeFileSync(join(content, `cases/pictures/${kind}.jpg`), await photograph(kind));
    const picture = `pictures:\n  - file: ${kind}.jpg\n    alt: 门口的灯\n    faces: 没有人脸\nauthor:`;
    const pictured = KINDS[kind](text).replace(/^author:/mu, picture);
    writeFileSync(join(content, `cases/with-${kind}-picture.md`), pictured);
  }
}
