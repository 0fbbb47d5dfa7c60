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

/**
 * Whether a number is written in groups of three and more digits, as phones are; shorter groups are figures of a chart
 * side by side.
 */
const inGroups = (text: string) => text.split(/[ -]/u).every((part) => part.length > 2);

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
    const unknown = unread && !identity.reviewedFiles.includes(sha256(bytes));
    written.push(
      ...personal.flatMap((found) => (own.has(found.text) ? [] : [line(file, found.kind, found.text)])),
      ...(metadata.length > 0 ? [`/${file}：图片里带着${metadata.join('、')}`] : []),
      ...names.map(({ kind, name }) => `/${file}：${kind}“${name}”会把人名带出去`),
      ...(unknown
        ? [
            `/${file}：程序读不了，不知道里面有没有个人信息。请人看过，把 sha256: ${sha256(bytes)} 写进 site.yaml 的 reviewed_files`,
          ]
        : []),
    );
  }
  return [...new Set([...seen, ...written])];
}
