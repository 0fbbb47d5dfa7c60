import { publicationDay, type IsoDate } from '../domain/time/dates.ts';
import type { Input } from '../loading/input.ts';
import { siteIn, type BuiltSite } from './builtSite.ts';
import { auditFaults, auditSite, type SiteAudit } from './pageAudit.ts';
import { redirectFaults, withoutRedirectPages } from './redirects.ts';
import { releaseAudit } from './releaseAudit.ts';
import { styleSheetFaults } from './styleSheets.ts';
import { xmlFaults } from './xmlFiles.ts';
import { lastingAddresses, vanished } from './urlManifest.ts';

/** The kinds of faults of a built site; 发布 is only looked for in a release. */
export type CheckKind = '页面' | '样式' | '格式' | '旧网址' | '网址' | '发布';

/** One fault of a built site. `text` is a line for the operator; of kind 网址 it is the missing address alone. */
export interface SiteFault {
  readonly kind: CheckKind;
  readonly text: string;
}

/** What a check needs to know besides folder and input. */
export interface CheckOptions {
  /** The day that decides which cases must be published; by default that of the environment. */
  readonly today?: IsoDate;
  /** The path that the site will stand at, e.g. `/zt/sgz/`. */
  readonly base?: string;
  /** The addresses that were published before; null where the data folder has no urls.txt. */
  readonly manifest?: readonly string[] | null;
  /** Files that are taken over from a site that was checked; only a release looks at them again. */
  readonly unchanged?: ReadonlySet<string>;
  /** Whether the site is a release: then links, page tags, footers, sizes and personal data are checked too. */
  readonly release?: boolean;
}

/** The result of a check: figures of the site and every fault. A site without faults may be put in its place. */
export interface SiteCheck {
  readonly site: BuiltSite;
  readonly audit: SiteAudit;
  /** Lasting addresses that urls.txt doesn't hold yet. */
  readonly unlisted: readonly string[];
  readonly faults: readonly SiteFault[];
}

const of = (kind: CheckKind, lines: readonly string[]): SiteFault[] => lines.map((text) => ({ kind, text }));

/** Checks a built site against the input that it was built from, and gives all faults at once. Writes nothing. */
export async function check(
  folder: string,
  input: Input,
  { today = publicationDay(process.env), base = '/', manifest = null, unchanged, release = false }: CheckOptions = {},
): Promise<SiteCheck> {
  const site = siteIn(folder, base);
  const { redirects } = input.dataset;
  const audit = auditSite(site.listed, input, today);
  const known = new Set(manifest ?? []);
  const faults = [
    ...of('旧网址', redirectFaults(redirects, withoutRedirectPages(folder, redirects, site.files))),
    ...of('页面', auditFaults(audit)),
    ...of('样式', styleSheetFaults(site, unchanged)),
    ...of('格式', xmlFaults(site)),
    ...of('网址', vanished(manifest ?? [], site.files, input, today)),
  ];
  // The checks of a release take long; they are skipped where the site is incomplete anyway.
  const more = release && faults.length === 0 ? await releaseAudit(site, input.dataset.site) : [];
  return {
    site,
    audit,
    unlisted: lastingAddresses([...site.files], input).filter((address) => !known.has(address)),
    faults: [...faults, ...of('发布', more)],
  };
}
