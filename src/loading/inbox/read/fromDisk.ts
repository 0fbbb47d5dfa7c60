import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileFault, inboxFault } from '../../faults/fault.ts';
import { partName, Refused } from '../submission.ts';
import { INBOX_LIMITS } from './limits.ts';
import type { Handed } from './submitted.ts';

const tooLarge = (name: string, bytes: number) =>
  new Refused(
    inboxFault('handed.large', name, '', `有${(bytes / 1e6).toFixed(1)}MB，超过${INBOX_LIMITS.bytes / 1e6}MB`),
  );

/** The paths of the files of a folder and of the folders in it, no deeper; nothing is followed that is a link. */
function filesIn(name: string, folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isSymbolicLink()) throw new Refused(inboxFault('zip.link', partName(name, path), '', '是指向别处的链接'));
    if (entry.isFile()) return [path];
    if (below === '' && entry.isDirectory()) return filesIn(name, folder, entry.name);
    throw new Refused(inboxFault('folder.stranger', partName(name, path), '', '不是稿子，也不是图片'));
  });
}

/** Reads what an operator named on the command line; sizes are looked at first. Throws Refused. */
export function fromDisk(path: string): Handed {
  const name = basename(path);
  const kind = lstatSync(path, { throwIfNoEntry: false });
  if (kind === undefined)
    throw new Refused(fileFault(name, '文件不存在', '检查文件名和所在的文件夹，路径里有空格的加引号'));
  if (statSync(path).isFile()) {
    if (kind.size > INBOX_LIMITS.bytes) throw tooLarge(name, kind.size);
    return { name, bytes: readFileSync(path) };
  }
  const files = filesIn(name, path).sort();
  if (files.length > INBOX_LIMITS.entries)
    throw new Refused(
      inboxFault(
        'zip.many',
        name,
        '',
        `里面有${files.length}个文件，超过${INBOX_LIMITS.entries}个`,
        '只放一篇稿子和它的图片',
      ),
    );
  const bytes = files.reduce((sum, file) => sum + statSync(join(path, file)).size, 0);
  if (bytes > INBOX_LIMITS.bytes) throw tooLarge(name, bytes);
  return { name, files: new Map(files.map((file) => [file, readFileSync(join(path, file))])) };
}
