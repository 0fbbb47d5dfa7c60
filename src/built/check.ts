import { publicationDay, type IsoDate } from '../domain/time/dates.ts';
import type { Input } from '../loading/input.ts';
import { siteIn, type BuiltSite } from './builtSite.ts';
import { auditFaults, auditSite, type SiteAudit } from './pageAudit.ts';
import { redirectFaults, withoutRedirectPages } from './redirects.ts';
import { releaseAudit } from './releaseAudit.ts';
import { styleSheetFaults } from './styleSheets.ts';
import { lastingAddresses, vanished } from './urlManifest.ts';

/** What a fault of a finished folder is about; only a release is asked for 发布. */
export type CheckKind = '页面' | '样式' | '旧网址' | '网址' | '发布';

/** One thing that is wrong with a finished folder; `text` is a line for the operator, for 网址 the bare address. */
export interface SiteFault {
  readonly kind: CheckKind;
  readonly text: string;
}

/** What a finished folder is measured by, beside its input. */
export interface CheckOptions {
  /** The day that decides which cases are published; without it that of the environment. */
  readonly today?: IsoDate;
  /** The path that the site will stand at, e.g. `/zt/sgz/`. */
  readonly base?: string;
  /** The addresses that were published before; null where nobody keeps a list. */
  readonly manifest?: readonly string[] | null;
  /** Whether the site is to go out: then links, page tags, footers, sizes and personal data are looked at too. */
  readonly release?: boolean;
}

/** What was found in a finished folder: its figures, and every fault; without faults it may take its place. */
export interface SiteCheck {
  readonly site: BuiltSite;
  readonly audit: SiteAudit;
  /** Addresses that last and that the list of published ones does not hold yet. */
  readonly unlisted: readonly string[];
  readonly faults: readonly SiteFault[];
}

const of = (kind: CheckKind, lines: readonly string[]): SiteFault[] => lines.map((text) => ({ kind, text }));

/** Checks a finished folder against the input that it was built from, all in one call; nothing is written. */
export async function check(
  folder: string,
  input: Input,
  { today = publicationDay(process.env), base = '/', manifest = null, release = false }: CheckOptions = {},
): Promise<SiteCheck> {
  const site = siteIn(folder, base);
  const { redirects } = input.dataset;
  const audit = auditSite(site.listed, input, today);
  const known = new Set(manifest ?? []);
  const faults = [
    ...of('旧网址', redirectFaults(redirects, withoutRedirectPages(folder, redirects, site.files))),
    ...of('页面', auditFaults(audit)),
    ...of('样式', styleSheetFaults(site)),
    ...of('网址', vanished(manifest ?? [], site.files, input, today)),
  ];
  // What is not even whole is not read through for the public.
  const more = release && faults.length === 0 ? await releaseAudit(site, input.dataset.site) : [];
  return {
    site,
    audit,
    unlisted: lastingAddresses([...site.files], input).filter((address) => !known.has(address)),
    faults: [...faults, ...of('发布', more)],
  };
}
