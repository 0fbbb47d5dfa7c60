import { unzip, ZipError, zipNames } from '../../formats/readZip.ts';
import { inboxFault } from '../../faults/fault.ts';
import { partName, Refused, type Parts } from '../submission.ts';
import { INBOX_LIMITS } from './limits.ts';

/** A path that leads out of the folder that an archive is unpacked into, on any system. */
const OUTSIDE = /^[/~]|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\0/iu;

function refused(name: string, error: ZipError): Refused {
  if (error.locked) return new Refused(inboxFault('zip.locked', name, '', '压缩包设了密码'));
  if (error.tooLarge) return new Refused(inboxFault('zip.large', name, '', error.message));
  return new Refused(inboxFault('zip.broken', name, '', '压缩包坏了，或没有传完整'));
}

/**
 * The files of an archive that may be hostile. Names are looked at before anything is unpacked: too many, outside the
 * folder, twice, links. Throws Refused.
 */
export function readArchive(name: string, bytes: Uint8Array, entries: number): Parts {
  try {
    const names = zipNames(bytes, { unzipped: INBOX_LIMITS.unzipped, entries: Infinity });
    if (names.length > entries)
      throw new Refused(inboxFault('zip.many', name, '', `里面有${names.length}个文件，超过${entries}个`));
    const outside = names.find((entry) => OUTSIDE.test(entry.name));
    if (outside !== undefined)
      throw new Refused(inboxFault('zip.path', partName(name, outside.name), '', '路径会写到文件夹外面去'));
    const link = names.find((entry) => entry.link);
    if (link !== undefined)
      throw new Refused(inboxFault('zip.link', partName(name, link.name), '', '是指向别处的链接'));
    const seen = new Set<string>();
    for (const entry of names) {
      const same = entry.name.normalize('NFC').toLowerCase();
      if (seen.has(same))
        throw new Refused(inboxFault('zip.twice', partName(name, entry.name), '', '同名的文件有两个'));
      seen.add(same);
    }
    return unzip(bytes, { unzipped: INBOX_LIMITS.unzipped, entries, growth: INBOX_LIMITS.growth });
  } catch (error) {
    if (error instanceof ZipError) throw refused(name, error);
    throw error;
  }
}
