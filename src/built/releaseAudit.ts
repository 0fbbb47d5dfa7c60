import type { SiteIdentity } from '../domain/dataset/dataset.ts';
import type { BuiltSite } from './builtSite.ts';
import { budgetFaults } from './budgets.ts';
import { brokenLinks } from './links.ts';
import { personalDataFaults } from './personalData.ts';
import { footerFaults, tagFaults } from './tags.ts';

/** What a site that goes out must pass, by name. */
const AUDITS: readonly {
  readonly name: string;
  readonly faults: (site: BuiltSite, identity: SiteIdentity) => readonly string[] | Promise<readonly string[]>;
}[] = [
  { name: '站内链接', faults: brokenLinks },
  { name: '网页标签', faults: tagFaults },
  { name: '页脚', faults: footerFaults },
  { name: '大小', faults: budgetFaults },
  { name: '个人信息', faults: personalDataFaults },
];

/** So many lines of one kind are told; the others are counted. */
const SHOWN = 10;

/** Every reason why a built site may not go out, all at once; none means it may. */
export async function releaseAudit(site: BuiltSite, identity: SiteIdentity): Promise<string[]> {
  const lines: string[] = [];
  for (const { name, faults } of AUDITS) {
    const found = await faults(site, identity);
    const rest = found.length - SHOWN;
    lines.push(
      ...found.slice(0, SHOWN).map((fault) => `${name}：${fault}`),
      ...(rest > 0 ? [`${name}：……还有 ${rest} 处`] : []),
    );
  }
  return lines;
}

/** The names of the audits, to say what was looked at. */
export const AUDIT_NAMES = AUDITS.map(({ name }) => name);
