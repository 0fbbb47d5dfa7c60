import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { sha256 } from '../formats/digest.ts';
import { ruleFault, type Fault } from '../faults/fault.ts';
import { contentsOf } from './fileContents.ts';

/** A file beside the texts that is published byte for byte: a picture, a PDF, a table. `name` stands in messages. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The fault of a file that can't be read by a program; its remedy tells how to confirm that a person has read it. */
function unreadFault(name: string, reason: string, hash: string): Fault {
  const message = `${reason}，里面有没有个人信息不知道`;
  const remedy = `请人从头看一遍；没有的，把 sha256: ${hash} 写进 site.yaml 的 reviewed_files`;
  return ruleFault('attachment-unread', name, '', message, remedy);
}

/**
 * One fault for each piece of personal data in an attachment. `reviewed` are the SHA-256 of files that a person has
 * read and approved.
 */
export async function attachmentFaults(
  { name, bytes }: Attachment,
  reviewed: readonly string[] = [],
): Promise<Fault[]> {
  const { personal, metadata, names, unread } = await contentsOf(name, bytes);
  return [
    ...personal.map(({ kind, text }) => ruleFault('personal-data', name, text, `像是${kind}，不能公开`)),
    ...(metadata.length > 0 ? [ruleFault('picture-metadata', name, '', `带着${metadata.join('、')}`)] : []),
    ...names.map((found) => ruleFault('document-metadata', name, found.name, `是${found.kind}，会把人名带出去`)),
    ...(unread !== '' && !reviewed.includes(sha256(bytes)) ? [unreadFault(name, unread, sha256(bytes))] : []),
  ];
}

/** Every file below a folder that is no text of the site, sorted; the name begins with that of the folder. */
function attachmentsIn(folder: string, title: string): Attachment[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.mdx?$/u.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      name: [title, ...relative(folder, path).split(sep)].join('/'),
      bytes: readFileSync(path),
    }));
}

/**
 * The faults of all files that are published as they are: what in `content` is no Markdown or MDX, and all of `public`.
 */
export async function attachmentFaultsIn(
  content: string,
  publicFolder: string,
  reviewed: readonly string[],
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const attachment of [...attachmentsIn(content, 'content'), ...attachmentsIn(publicFolder, 'public')])
    for (const fault of await attachmentFaults(attachment, reviewed)) faults.push(fault);
  return faults;
}
