import { chapterName } from '../../domain/site/handbook.ts';
import { paths } from '../../domain/site/paths.ts';
import { fileFault, type Fault } from '../faults/fault.ts';
import type { Documents } from '../texts/documents.ts';

/** Chapters of the handbook whose address another chapter or page has: the number before a name is no part of it. */
export function chapterFaults({ help }: Documents): Fault[] {
  const taken = new Map([[paths.rules(), '规则页']]);
  return help.flatMap(({ file, slug }) => {
    const address = paths.chapter(chapterName(slug));
    const owner = taken.get(address);
    if (owner !== undefined)
      return [fileFault(file, `网址 ${address} 已经给了${owner}`, '换一个文件名：数字后面的部分不能和别的相同')];
    taken.set(address, file);
    return [];
  });
}
