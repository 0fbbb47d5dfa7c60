/** What a publisher has settled of the links of a site, as its identity holds it. */
interface Settled {
  /** Null leaves it to whether the data are a sample. */
  readonly leaveNotice: boolean | null;
  readonly leaveExempt: readonly string[];
  readonly hostSite: { readonly url: string } | null;
  readonly partyMark: string;
}

const hostOf = (address: string): string => (address === '' ? '' : new URL(address).hostname);

/**
 * The hosts that a reader is led to without a notice that the site ends there: those of the host site and of the mark in
 * the footer, and what the publisher names. Null where no notice is wanted; a sample has none unless it is asked for
 * (docs/norms.md §3).
 */
export function hostsWithoutNotice(settled: Settled, isSample: boolean): readonly string[] | null {
  const { leaveNotice, leaveExempt, hostSite, partyMark } = settled;
  if (!(leaveNotice ?? !isSample)) return null;
  return [...new Set([hostOf(hostSite?.url ?? ''), hostOf(partyMark), ...leaveExempt])].filter((host) => host !== '');
}

/** Hosts of the state, which every site of an authority may lead to without a word. */
const OF_THE_STATE = /(?:^|\.)gov\.cn$/u;

/** Whether a host is one of these or lies below one. */
const isBelow = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((one) => host === one || host.endsWith(`.${one}`));

/** Whether a link leads to the site of others, so that its reader is told first; `own` is the host of this site. */
export function leadsToOthers(
  { protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>,
  own: string,
  hosts: readonly string[],
): boolean {
  return /^https?:$/u.test(protocol) && hostname !== own && !OF_THE_STATE.test(hostname) && !isBelow(hostname, hosts);
}
