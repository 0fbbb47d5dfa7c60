import { PACKAGE, PACKAGE_FORMAT, type Manifest } from '../../../domain/case/package.ts';
import { sha256 } from '../../formats/digest.ts';
import { inboxFault } from '../../faults/fault.ts';
import { partName, Refused, type Parts, type Submission } from '../submission.ts';
import { readArchive } from './archive.ts';
import { readCaseText } from './caseText.ts';
import { INBOX_LIMITS } from './limits.ts';

const { text: TEXT, manifest: MANIFEST, sheet: SHEET } = PACKAGE;
const PICTURE = /^pictures\/([^/]+)$/u;

/** Whether an archive is a package and no Word document or heap of files. */
export const isPackage = (names: readonly string[]): boolean => names.includes(TEXT) || names.includes(MANIFEST);

/** What of the manifest is looked at. */
type Checked = Pick<Manifest, 'format' | 'files'>;

function asManifest(value: unknown): Checked | null {
  if (typeof value !== 'object' || value === null) return null;
  const { format, files } = value as Partial<Record<keyof Checked, unknown>>;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) return null;
  if (typeof files !== 'object' || files === null || Array.isArray(files)) return null;
  if (!Object.values(files).every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/u.test(hash))) return null;
  return { format, files: files as Checked['files'] };
}

function readManifest(name: string, bytes: Uint8Array): Checked {
  const broken = (message: string) => new Refused(inboxFault('manifest.broken', partName(name, MANIFEST), '', message));
  if (bytes.length > INBOX_LIMITS.text) throw broken('太长，不像清单');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw broken('不是JSON');
  }
  const manifest = asManifest(value);
  if (manifest === null) throw broken('没有格式的版本（format）和各个文件的校验值（files）');
  if (manifest.format > PACKAGE_FORMAT)
    throw new Refused(
      inboxFault(
        'manifest.future',
        partName(name, MANIFEST),
        `${manifest.format}`,
        `是新的格式，这里只认得${PACKAGE_FORMAT}`,
      ),
    );
  return manifest;
}

/** Every part must be what the manifest says, and nothing may be there that it doesn't name. */
function compareHashes(name: string, parts: Parts, { files }: Checked): void {
  const changed = (part: string, message: string) => inboxFault('manifest.changed', partName(name, part), '', message);
  const listed = new Map<string, string>(Object.entries(files));
  const found = [...parts].filter(([part]) => part !== MANIFEST && part !== SHEET);
  const faults = [
    ...found
      .filter(([part, bytes]) => listed.get(part) !== sha256(bytes))
      .map(([part]) => changed(part, listed.has(part) ? '和清单里的校验值不一样' : '清单里没有它')),
    ...[...listed.keys()].filter((part) => !parts.has(part)).map((part) => changed(part, '清单里有，包里没有')),
  ];
  if (faults.length > 0) throw new Refused(...faults);
}

function checkNames(name: string, parts: Parts): void {
  for (const [part, bytes] of parts) {
    if ([TEXT, MANIFEST, SHEET].some((own) => own === part) || PICTURE.test(part)) continue;
    const nested = bytes[0] === 0x50 && bytes[1] === 0x4b;
    throw new Refused(
      nested
        ? inboxFault('zip.nested', partName(name, part), '', '是压缩包')
        : inboxFault('zip.stranger', partName(name, part), '', '稿件包里不该有这个文件'),
    );
  }
}

/** Reads the text strictly as UTF-8, as packages are written. */
function strictText(textName: string, bytes: Uint8Array): string {
  if (bytes.length > INBOX_LIMITS.text)
    throw new Refused(inboxFault('text.large', textName, '', `有${Math.round(bytes.length / 1000)}KB`));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new Refused(inboxFault('text.encoding', textName, '', '不是UTF-8编码'));
    throw error;
  }
}

/** Reads a package: its names, its manifest, the hash of each part, its text. Throws Refused. */
export function readPackage(name: string, bytes: Uint8Array): Submission {
  const parts = readArchive(name, bytes, INBOX_LIMITS.entries);
  checkNames(name, parts);
  const [text, manifest] = [parts.get(TEXT), parts.get(MANIFEST)];
  const missing = text === undefined ? TEXT : manifest === undefined ? MANIFEST : null;
  if (text === undefined || manifest === undefined)
    throw new Refused(inboxFault('package.part', name, missing ?? '', '包里没有这个文件'));
  compareHashes(name, parts, readManifest(name, manifest));
  const textName = partName(name, TEXT);
  return {
    name,
    textName,
    ...readCaseText(textName, strictText(textName, text)),
    pictures: new Map(
      [...parts].flatMap(([part, picture]) => {
        const file = PICTURE.exec(part)?.[1];
        return file === undefined ? [] : [[file, picture]];
      }),
    ),
    notes: [],
  };
}
