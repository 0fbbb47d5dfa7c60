import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { sha256 } from '../../../src/loading/formats/digest.ts';
import { packFiles } from '../../../src/loading/formats/writeZip.ts';
import { yamlText } from '../../../src/loading/formats/yaml.ts';
import type { Handed } from '../../../src/loading/inbox/read/submitted.ts';
import { runInbox, type InboxOutcome, type InboxOptions } from '../../../src/loading/inbox/runInbox.ts';
import { CITY } from '../city.ts';

export type Files = Record<string, string | Uint8Array>;

/** What the camera and its owner leave in a photograph, to be looked for afterwards. */
export const SECRET = 'SERIAL-4711-WANG';

/** A photograph with a place, a serial number, XMP and a name, of so many pixels. */
export const photo = (width = 64, height = 48, background = '#7a9'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .withExif({
      IFD0: { Artist: SECRET, ImageDescription: SECRET },
      IFD2: { BodySerialNumber: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${SECRET}</a></x:xmpmeta>`)
    .toBuffer();

/** The front matter of a case that the city accepts, with some keys changed; undefined takes one away. */
export const headWith = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  title: '桥下的读书角',
  summary: '放学以后没有地方去的孩子，在桥下有了一张桌子。',
  field: 'wei-bao',
  topic: 'children',
  method: '小组',
  station: null,
  station_note: '这一篇没有写是哪个站。',
  period: { from: '2025-09', to: '2026-03' },
  sessions: 8,
  team: [{ role: '社工', count: 2 }],
  author: '荷桥街道办事处',
  measures: [{ what: '一周来几天', tool: '签到本', before: '一天', after: '四天', on: '2026-03' }],
  drawing: 'table',
  drawing_alt: '一张长桌子',
  consent: { reference: 'YZ-2026-077', scope: ['网站公开'], until: '2099-12-31', guardian: true },
  pseudonyms: [],
  aliases: ['放学没人管', '孩子没地方去', '写作业', '读书角', '暑假'],
  ...changes,
});

/** Six short sections. */
export const BODY = ['背景', '需求', '目标', '过程', '成效', '反思']
  .map((title) => `## ${title}\n\n孩子们放学以后在这里写作业，${title}写在这里。`)
  .join('\n\n');

export const caseText = (head: Readonly<Record<string, unknown>>, body = BODY): string =>
  `---\n${yamlText(head)}---\n\n${body}\n`;

/** The manifest that fits the parts. */
export const manifestOf = (files: Files, changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    format: 1,
    made_on: '2026-11-20',
    site: '临湖社工站指南',
    data_as_at: '2026-10-31',
    files: Object.fromEntries(Object.entries(files).map(([name, content]) => [name, sha256(content)])),
    ...changes,
  });

/** A package of these parts with a manifest that fits and a sheet. */
export const packageOf = (files: Files): Promise<Uint8Array<ArrayBuffer>> =>
  packFiles({ ...files, 'manifest.json': manifestOf(files), '送审单.html': '<!doctype html><title>送审单</title>' });

/** A package of a whole case with one picture. */
export async function goodPackage(changes: Readonly<Record<string, unknown>> = {}, body = BODY): Promise<Uint8Array> {
  const head = headWith({ pictures: [{ file: '1.jpg', alt: '一张空桌子', faces: '没有人脸' }], ...changes });
  return packageOf({ 'case.md': caseText(head, body), 'pictures/1.jpg': await photo() });
}

/** A copy of the city that the inbox may write into. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'inbox-'));
  readonly content = join(this.folder, 'content');
  readonly data = join(this.folder, 'data');

  constructor() {
    cpSync(CITY.content, this.content, { recursive: true });
    cpSync(CITY.data, this.data, { recursive: true });
  }

  async take(handed: Handed | (() => Handed), options: Partial<InboxOptions> = {}): Promise<InboxOutcome> {
    const read = typeof handed === 'function' ? handed : () => handed;
    const name = typeof handed === 'function' ? '稿件.zip' : handed.name;
    const [outcome] = await runInbox([{ name, read }], this, { today: '2026-11-27', dryRun: false, ...options });
    if (outcome === undefined) throw new Error('nothing was read');
    return outcome;
  }

  /** Every file of the content with its bytes as Latin-1. */
  everything(): readonly (readonly [string, string])[] {
    return readdirSync(this.content, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(this.content.length + 1), readFileSync(path, 'latin1')]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The same archive with one entry renamed to a name of the same length in bytes, as no honest program writes it. */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const [old, next] = [Buffer.from(from), Buffer.from(to)];
  if (old.length !== next.length) throw new Error(`${from} and ${to} differ in length`);
  const bytes = Buffer.from(zip);
  let found = 0;
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) {
    next.copy(bytes, at);
    found += 1;
  }
  if (found === 0) throw new Error(`no ${from}`);
  return bytes;
}

/** The same archive with two bytes of each entry of its directory changed, `offset` bytes from where the entry begins. */
export function withDirectory(zip: Uint8Array, change: (entry: DataView, name: string) => void): Uint8Array {
  const bytes = new Uint8Array(zip);
  const text = Buffer.from(bytes);
  for (let at = text.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = text.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const length = text.readUInt16LE(at + 28);
    change(new DataView(bytes.buffer, bytes.byteOffset + at), text.toString('utf8', at + 46, at + 46 + length));
  }
  return bytes;
}
