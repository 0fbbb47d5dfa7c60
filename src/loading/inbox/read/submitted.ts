import { zipNames, ZipError } from '../../formats/readZip.ts';
import { inboxFault } from '../../faults/fault.ts';
import { Refused, type Parts, type Submission } from '../submission.ts';
import { readDocx } from './docx.ts';
import { readFolder } from './folder.ts';
import type { Known } from './headTable.ts';
import { INBOX_LIMITS } from './limits.ts';
import { isPackage, readPackage } from './package.ts';

/** What an operator hands to the inbox: one file, or the files of a folder by their path in it. */
export type Handed =
  { readonly name: string; readonly bytes: Uint8Array } | { readonly name: string; readonly files: Parts };

const starts = (bytes: Uint8Array, text: string) => [...text].every((sign, at) => bytes[at] === sign.charCodeAt(0));

/** What a file is that is no archive, and what to do with it. */
function stranger(name: string, bytes: Uint8Array): Refused {
  const refuse = (message: string, remedy = '') => new Refused(inboxFault('handed.kind', name, '', message, remedy));
  if (bytes.length === 0) return refuse('文件是空的', '请对方重新发一次');
  if (starts(bytes, '\xd0\xcf\x11\xe0'))
    return Buffer.from(bytes.subarray(0, 1 << 20)).includes('EncryptedPackage', 0, 'utf16le')
      ? refuse('Word文档设了打开密码', '请对方去掉密码，重新存')
      : refuse('是老格式的Word或WPS文档（.doc、.wps）', '用Word或WPS打开，另存为.docx再收');
  if (starts(bytes, '%PDF')) return refuse('是PDF', '向写稿的人要Word原件（.docx）或稿件包');
  if (starts(bytes, '{\\rtf')) return refuse('是RTF文档', '用Word或WPS打开，另存为.docx再收');
  if (starts(bytes, 'Rar!') || starts(bytes, '7z\xbc\xaf') || starts(bytes, '\x1f\x8b'))
    return refuse('是别的格式的压缩包', '先解开，再收里面的文件夹');
  return refuse('不是稿件包，也不是Word文档');
}

function namesOf(bytes: Uint8Array): readonly string[] {
  try {
    return zipNames(bytes, { unzipped: INBOX_LIMITS.unzipped, entries: Infinity }).map((entry) => entry.name);
  } catch (error) {
    // The reader of packages tells what is wrong with it.
    if (error instanceof ZipError) return ['case.md'];
    throw error;
  }
}

/** Reads whatever was handed in. Throws Refused. */
export function readHanded(handed: Handed, known: Known): Promise<Submission> | Submission {
  const { name } = handed;
  if ('files' in handed) return readFolder(name, handed.files, known);
  const { bytes } = handed;
  if (!starts(bytes, 'PK')) throw stranger(name, bytes);
  const names = namesOf(bytes);
  const isWord = names.some((entry) => /^word\//u.test(entry)) && !isPackage(names);
  return isWord ? readDocx(name, bytes, known) : readPackage(name, bytes);
}
