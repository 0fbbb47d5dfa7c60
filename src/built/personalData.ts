import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personalDataIn } from '../domain/privacy/personalData.ts';
import type { SiteIdentity } from '../domain/dataset/dataset.ts';
import { sha256 } from '../loading/formats/digest.ts';
import { contentsOf } from '../loading/attachments/fileContents.ts';
import { pagesOf, type BuiltSite } from './builtSite.ts';

/** The publisher's own contacts in site.yaml, which may be published. */
const ownOf = (identity: SiteIdentity): ReadonlySet<string> =>
  new Set(personalDataIn(Object.values(identity).join('\n')).map(({ text }) => text));

/** The groups of numbers as people write them with blanks: mobiles, ID numbers, bank cards, with their prefix. */
const WRITTEN = /^(?:0?\d{2,3}-)?(?:3-4-4|3-8|7-4|6-8-4|6-6-3|6-12|14-4|4-4-4-4(?:-[1-3])?|6-1[0-3])$/u;

/**
 * Whether a number is written in groups of three and more digits, as phones are; shorter groups, and most with blanks
 * between them, are figures of a chart or table side by side.
 */
function inGroups(text: string): boolean {
  const groups = text.split(/\D+/u).filter((part) => part !== '');
  if (/\s[/|]\s/u.test(text) || groups.some((part) => part.length < 3)) return false;
  return !/\s/u.test(text) || WRITTEN.test(groups.map((part) => part.length).join('-'));
}

/**
 * One line for each piece of personal data in any file that would be published: pages as they are read and as they are
 * written, tables, feeds, the search index and its compressed pieces, workbooks, documents, pictures
 * (docs/norms.md §5). `kept` are files of others that hold no word of ours; files that somebody has read through stand
 * in site.yaml.
 */
export async function personalDataFaults(
  site: BuiltSite,
  identity: SiteIdentity,
  kept = /^pagefind\/.*\.js$/u,
): Promise<string[]> {
  const own = ownOf(identity);
  const line = (file: string, kind: string, text: string) => `/${file}：像是${kind}“${text}”`;
  const seen = pagesOf(site).flatMap(({ file, text }) =>
    personalDataIn(text)
      .filter((found) => !own.has(found.text) && inGroups(found.text))
      .map((found) => line(file, found.kind, found.text)),
  );
  const written: string[] = [];
  for (const file of site.files) {
    if (kept.test(file)) continue;
    const bytes = readFileSync(join(site.dir, file));
    const { personal, metadata, names, unread } = await contentsOf(file, bytes);
    const unknown = unread !== '' && !identity.reviewedFiles.includes(sha256(bytes));
    written.push(
      ...personal.flatMap((found) => (own.has(found.text) ? [] : [line(file, found.kind, found.text)])),
      ...(metadata.length > 0 ? [`/${file}：图片里带着${metadata.join('、')}`] : []),
      ...names.map(({ kind, name }) => `/${file}：${kind}“${name}”会把人名带出去`),
      ...(unknown
        ? [
            `/${file}：${unread}，不知道里面有没有个人信息。请人看过，把 sha256: ${sha256(bytes)} 写进 site.yaml 的 reviewed_files`,
          ]
        : []),
    );
  }
  return [...new Set([...seen, ...written])];
}
