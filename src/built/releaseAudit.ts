import type { SiteIdentity } from '../domain/dataset/dataset.ts';
import type { BuiltSite } from './builtSite.ts';
import { budgetFaults } from './budgets.ts';
import { brokenLinks } from './links.ts';
import { personalDataFaults } from './personalData.ts';
import { footerFaults, tagFaults } from './tags.ts';

/** The checks that a release must pass, under the names that the operator reads. */
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

/** How many faults of one check are listed; the rest is counted. */
const SHOWN = 10;

/**
 * Runs all checks of a release on a built site and gives every reason against publishing it; empty where there is none.
 */
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

/** The names of the checks of a release, to tell the operator what was checked. */
export const AUDIT_NAMES = AUDITS.map(({ name }) => name);
