import { symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import JSZip from 'jszip';
import sharp from 'sharp';
import { packFiles } from '../../../src/loading/formats/writeZip.ts';
import { fromDisk } from '../../../src/loading/inbox/read/fromDisk.ts';
import type { Handed } from '../../../src/loading/inbox/read/submitted.ts';
import { docx, line, paragraph, picture, ROWS, SECTION_BLOCKS, table } from './docx.ts';
import {
  BODY,
  caseText,
  goodPackage,
  headWith,
  manifestOf,
  packageOf,
  photo,
  renamed,
  withDirectory,
  type Files,
} from './packages.ts';

/** Something that must not come in: the rule that it breaks, and how it is made; `folder` is an empty one to use. */
export interface Hostile {
  readonly code: string;
  readonly make: (folder: string) => Promise<Handed | (() => Handed)> | Handed | (() => Handed);
}

const zip = (bytes: Uint8Array): Handed => ({ name: '稿件.zip', bytes });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const PICTURED = headWith({ pictures: [{ file: '1.jpg', alt: '一张空桌子', faces: '没有人脸' }] });

/** A good package with some parts added or replaced, and a manifest that fits. */
const packed = (code: string, files: () => Promise<Files> | Files): Hostile => ({
  code,
  make: async () =>
    zip(await packageOf({ 'case.md': caseText(PICTURED), 'pictures/1.jpg': await photo(), ...(await files()) })),
});
/** With a picture of these bytes. */
const pictured = (code: string, bytes: () => Promise<Uint8Array> | Uint8Array): Hostile =>
  packed(code, async () => ({ 'pictures/1.jpg': await bytes() }));
/** With this text. */
const written = (code: string, text: string | Uint8Array): Hostile => packed(code, () => ({ 'case.md': text }));
/** With this front matter and body. */
const said = (code: string, changes: Readonly<Record<string, unknown>>, body = BODY): Hostile =>
  written(code, caseText({ ...PICTURED, ...changes }, body));
/** A good package whose bytes are changed afterwards. */
const forged = (code: string, change: (bytes: Uint8Array) => Uint8Array): Hostile => ({
  code,
  make: async () => zip(change(await goodPackage())),
});
const file = (code: string, name: string, bytes: () => Promise<Uint8Array> | Uint8Array): Hostile => ({
  code,
  make: async () => ({ name, bytes: await bytes() }),
});
const word = (code: string, blocks: readonly string[], more: Files = {}): Hostile =>
  file(code, '稿子.docx', async () => docx(blocks, [await photo()], more));

const TITLE = line('桥下的读书角', '1');
const GOOD_WORD = [TITLE, table(ROWS), ...SECTION_BLOCKS];

/** Ten lines of YAML that unfold into more than any memory holds. */
const YAML_BOMB = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`),
].join('\n');

/** A hundred million zeros in a few bytes, or an entry that lies about how many it holds. */
async function bomb(lie: boolean): Promise<Uint8Array> {
  const archive = new JSZip().file('case.md', new Uint8Array(lie ? 30_000_000 : 100_000_000));
  const made = await archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  return lie ? withDirectory(made, (entry) => entry.setUint32(24, 1000, true)) : made;
}

async function crowd(): Promise<Uint8Array> {
  const archive = new JSZip();
  for (let at = 0; at < 10_000; at += 1) archive.file(`pictures/${at}.jpg`, '');
  return archive.generateAsync({ type: 'uint8array' });
}

/** A PNG that promises 20,000 × 20,000 pixels. */
async function vast(): Promise<Uint8Array> {
  const small = new Uint8Array(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  );
  const view = new DataView(small.buffer);
  view.setUint32(16, 20_000);
  view.setUint32(20, 20_000);
  view.setUint32(29, crc32(small.subarray(12, 29)));
  return small;
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

/** What people and programs may hand in by mistake or on purpose, by what is wrong with it. */
export const HOSTILE: Readonly<Record<string, Hostile>> = {
  // The file itself.
  'an empty file': file('handed.kind', '稿件.zip', () => new Uint8Array()),
  'a text called zip': file('handed.kind', '稿件.zip', () => bytesOf('你好')),
  'an old Word document': file('handed.kind', '稿子.doc', () => OLE),
  'a locked Word document': file('handed.kind', '稿子.docx', () =>
    Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
  ),
  'a PDF': file('handed.kind', '稿件.zip', () => bytesOf('%PDF-1.7\n')),
  'a RAR': file('handed.kind', '稿件.zip', () => bytesOf('Rar!\x1a\x07')),
  'a file that is too large': {
    code: 'handed.large',
    make: (folder) => {
      const path = join(folder, '稿件.zip');
      writeFileSync(path, new Uint8Array(60_000_001));
      return () => fromDisk(path);
    },
  },
  'a file that is not there': { code: 'input', make: (folder) => () => fromDisk(join(folder, '没有.zip')) },
  // The archive.
  'half a package': forged('zip.broken', (bytes) => bytes.subarray(0, bytes.length / 2)),
  'a flipped byte': forged('zip.broken', (bytes) => bytes.map((byte, at) => (at === 60 ? byte ^ 0xff : byte))),
  'a locked package': forged('zip.locked', (bytes) => withDirectory(bytes, (entry) => entry.setUint16(8, 1, true))),
  'a zip bomb': file('zip.large', '稿件.zip', () => bomb(false)),
  'a zip bomb that lies': file('zip.broken', '稿件.zip', () => bomb(true)),
  'more than an archive of this kind may hold': forged('zip.large', (bytes) =>
    withDirectory(bytes, (entry) => entry.setUint32(24, 0x7fffffff, true)),
  ),
  'ten thousand entries': file('zip.many', '稿件.zip', crowd),
  'a way out of the folder': forged('zip.path', (bytes) => renamed(bytes, 'pictures/1.jpg', '../../../1.jpg')),
  'a way out with backslashes': forged('zip.path', (bytes) => renamed(bytes, 'pictures/1.jpg', '..\\..\\tu/1.jpg')),
  'an absolute path': forged('zip.path', (bytes) => renamed(bytes, 'pictures/1.jpg', '/etc/cron.d/xx')),
  'a path of Windows': forged('zip.path', (bytes) => renamed(bytes, 'pictures/1.jpg', 'C:/Windows/1.x')),
  'a name that acts on a terminal': forged('manifest.changed', (bytes) =>
    renamed(bytes, 'pictures/1.jpg', 'pictures/\x1b[2Jx'),
  ),
  'two entries of one name': {
    code: 'zip.twice',
    make: async () => {
      const files = { 'case.md': caseText(PICTURED), 'case.mx': 'x', 'pictures/1.jpg': await photo() };
      return zip(renamed(await packageOf(files), 'case.mx', 'case.md'));
    },
  },
  'names that only differ in case': packed('zip.twice', async () => ({ 'pictures/1.JPG': await photo() })),
  'a link': forged('zip.link', (bytes) =>
    withDirectory(bytes, (entry, name) => {
      if (name === 'pictures/1.jpg') entry.setUint32(38, 0xa1ff0000, true);
    }),
  ),
  'an archive inside': packed('zip.nested', async () => ({ 'more.zip': await packFiles({ a: 'b' }) })),
  'a program inside': packed('zip.stranger', () => ({ 'setup.exe': 'MZ' })),
  'a folder below the pictures': packed('zip.stranger', async () => ({ 'pictures/a/1.jpg': await photo() })),
  // The package.
  'a package without its text': {
    code: 'package.part',
    make: async () => zip(await packFiles({ 'manifest.json': manifestOf({}) })),
  },
  'a package without its manifest': {
    code: 'package.part',
    make: async () => zip(await packFiles({ 'case.md': caseText(headWith()) })),
  },
  'a manifest that is no JSON': {
    code: 'manifest.broken',
    make: async () => zip(await packFiles({ 'case.md': caseText(headWith()), 'manifest.json': '{' })),
  },
  'a manifest without hashes': {
    code: 'manifest.broken',
    make: async () => zip(await packFiles({ 'case.md': caseText(headWith()), 'manifest.json': '{"format":1}' })),
  },
  'a format of the future': {
    code: 'manifest.future',
    make: async () => {
      const files = { 'case.md': caseText(headWith()) };
      return zip(await packFiles({ ...files, 'manifest.json': manifestOf(files, { format: 2 }) }));
    },
  },
  'a text that was changed afterwards': {
    code: 'manifest.changed',
    make: async () => {
      const files = { 'case.md': caseText(headWith()) };
      const manifest = manifestOf(files);
      return zip(await packFiles({ 'case.md': caseText(headWith({ sessions: 99 })), 'manifest.json': manifest }));
    },
  },
  'a part that the manifest does not name': {
    code: 'manifest.changed',
    make: async () => {
      const files = { 'case.md': caseText(headWith()) };
      return zip(await packFiles({ ...files, 'pictures/2.jpg': await photo(), 'manifest.json': manifestOf(files) }));
    },
  },
  // The text.
  'a text in GB 18030': written('text.encoding', Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xc4, 0xe3, 0xba, 0xc3])),
  'a text that is far too long': said('text.large', {}, `${BODY}${'长'.repeat(100_000)}`),
  'a text without front matter': written('front-matter', BODY),
  'a YAML bomb': written('front-matter', `---\n${YAML_BOMB}\n---\n${BODY}`),
  'YAML that nests too deeply': written('front-matter', `---\na: ${'['.repeat(20_000)}\n---\n${BODY}`),
  'YAML that is a list': written('front-matter', `---\n- a\n---\n${BODY}`),
  'front matter with a key of its own': said('front-matter', { script: 'x' }),
  'front matter without consent': said('front-matter', { consent: undefined }),
  'a name of a picture that leads elsewhere': said('front-matter', {
    pictures: [{ file: '../../x.jpg', alt: '桌子', faces: '没有人脸' }],
  }),
  'a control character': said('control-character', {}, BODY.replace('写作业', '写\x1b[2J作业')),
  'a mark that turns the words': said('control-character', { title: '桥下\u202e的读书角' }),
  'a script in the text': said('markup-html', {}, BODY.replace('写作业', '写<script>alert(1)</script>作业')),
  'a link that runs code': said('markup-link', {}, BODY.replace('写作业', '[写作业](javascript:alert(1))')),
  'a picture in the text': said('case-picture', {}, BODY.replace('写作业', '![x](http://example.org/a.jpg)')),
  'an ID number': said('personal-data', {}, BODY.replace('写作业', '写作业，身份证11010519491231002X')),
  'an address of a home': said('case-address', {}, BODY.replace('写作业', '住在桥下路12弄3号502室')),
  'a clause that does not exist': said('clause-unknown', { policy: 'yzmz-2024-1', clauses: ['99-9'] }),
  'a service that does not exist': said('content-pointer', { services: ['free-money'] }),
  'a station that does not exist': said('content-pointer', { station: '999999999-1' }),
  'a section that is missing': said('case-sections', {}, BODY.replace(/## 目标[\s\S]*?(?=## 过程)/u, '')),
  'a section that comes twice': said('case-sections', {}, `${BODY}\n\n## 专业反思\n\n又一次。`),
  'a heading that is no section': said('text.unplaced', {}, `${BODY}\n\n## 媒体报道\n\n登过报。`),
  'words before the first section': said('text.unplaced', {}, `先说一句。\n\n${BODY}`),
  // The pictures.
  'an SVG with a script': pictured('picture.kind', () => bytesOf(SVG)),
  'HTML as a picture': pictured('picture.kind', () => bytesOf('<!doctype html><script>alert(1)</script>')),
  'a program as a picture': pictured('picture.kind', () => bytesOf('MZ\x90\0')),
  'an archive as a picture': pictured('picture.kind', () => packFiles({ a: 'b' })),
  'a HEIC': pictured('picture.kind', () => HEIC),
  'a GIF': pictured(
    'picture.kind',
    async () =>
      await sharp(await photo())
        .gif()
        .toBuffer(),
  ),
  'a picture that is too large': pictured('picture.large', async () =>
    Buffer.concat([await photo(), randomBytes(15_000_000)]),
  ),
  'a picture of too many pixels': pictured('picture.pixels', vast),
  'half a picture': pictured('picture.broken', async () => {
    const whole = await photo(600, 400);
    return whole.subarray(0, whole.length - 900);
  }),
  'a picture that is not there': said('picture.missing', {
    pictures: [1, 2].map((at) => ({ file: `${at}.jpg`, alt: '桌子', faces: '没有人脸' })),
  }),
  'a picture that nobody named': packed('picture.extra', async () => ({ 'pictures/2.jpg': await photo() })),
  // Word documents.
  'a Word document without a text': file('docx.broken', '稿子.docx', () => packFiles({ 'word/styles.xml': '<a/>' })),
  'a Word document with an entity': word('docx.broken', [], {
    'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
  }),
  'a Word document with a comment of XML': word('docx.broken', [...GOOD_WORD, '<!-- x -->']),
  'a Word document of too many words': word('docx.broken', [...GOOD_WORD, line('长'.repeat(1_400_000))]),
  'a Word document that nests too deeply': word('docx.broken', [
    ...GOOD_WORD,
    `${'<w:tbl><w:tr><w:tc>'.repeat(30_000)}${'</w:tc></w:tr></w:tbl>'.repeat(30_000)}`,
  ]),
  'a Word document of nothing but beginnings': word('docx.broken', ['<w:p>'.repeat(400_000)]),
  'a Word document of nothing but angles': word('docx.broken', ['<'.repeat(1_000_000)]),
  'a Word document that is no XML': word('docx.broken', ['<w:p>']),
  'a Word document with macros': word('docx.macro', GOOD_WORD, { 'word/vbaProject.bin': 'x' }),
  'a Word document with a text box': word('docx.parts', [
    ...GOOD_WORD,
    paragraph(`<w:r><w:pict><w:txbxContent>${line('框里的字')}</w:txbxContent></w:pict></w:r>`),
  ]),
  'a Word document with a picture from elsewhere': word('docx.parts', [
    ...GOOD_WORD,
    picture(1).replace('r:embed=', 'r:link='),
  ]),
  'a Word document with an unknown row': word('docx.table', [
    TITLE,
    table([...ROWS, ['手机', '无']]),
    ...SECTION_BLOCKS,
  ]),
  'a Word document with an untold picture': word('picture.untold', [...GOOD_WORD, picture(1)]),
  'a bomb in a Word document': file('zip.large', '稿子.docx', async () =>
    docx(GOOD_WORD, [], { 'word/media/image1.jpeg': new Uint8Array(90_000_000) }),
  ),
  // Folders.
  'a folder without a text': { code: 'folder.text', make: () => ({ name: '稿件', files: new Map() }) },
  'a folder with two texts': {
    code: 'folder.text',
    make: () => ({
      name: '稿件',
      files: new Map([
        ['a.md', bytesOf('x')],
        ['b.md', bytesOf('y')],
      ]),
    }),
  },
  'a folder with a program': {
    code: 'folder.stranger',
    make: () => ({
      name: '稿件',
      files: new Map([
        ['a.md', bytesOf('x')],
        ['b.exe', bytesOf('y')],
      ]),
    }),
  },
  'a folder with a link': {
    code: 'zip.link',
    make: (folder) => {
      mkdirSync(join(folder, '稿件'));
      writeFileSync(join(folder, '稿件', 'a.md'), caseText(headWith()));
      symlinkSync('/etc/passwd', join(folder, '稿件', '1.jpg'));
      return () => fromDisk(join(folder, '稿件'));
    },
  },
};
