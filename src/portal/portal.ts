import { isSampleData } from '../domain/dataset/sample.ts';
import { formatDate } from '../domain/time/dates.ts';
import { memberFile, passedPortal, type PortalInput } from '../loading/members/passedPortal.ts';
import type { CommitteesFile, LookupFile, MoreFile, WordsFile } from '../search/files/format.ts';
import type { Member as SearchMember, MergedIndexes } from '../search/files/members.ts';
import { type MembersFiles, membersFilesOf, type PortalFiles, portalFilesOf } from '../search/pack/members.ts';
import type { CityHotline, SiteFrame } from '../views/site.ts';

/** The name that is said of the general hotline where only its number is known. */
const HOTLINE = '市民服务热线';

/** A city as the list of the portal shows it. */
export interface City {
  readonly name: string;
  readonly href: string;
  readonly stations: number;
  readonly towns: number;
  readonly asAt: string;
  readonly isSample: boolean;
}

let passed: PortalInput | null = null;
const input = (): PortalInput => (passed ??= passedPortal(process.env));

/** The cities in the order of portal.yaml. */
export const getCities = (): readonly City[] =>
  input().members.map(({ entry, card, address }) => ({
    name: entry.name,
    href: address,
    stations: card.stations,
    towns: card.towns,
    asAt: card.asAt,
    isSample: isSampleData(card),
  }));

/** What every page shows around its content. One sample among the members makes the whole portal one. */
export function getFrame(): SiteFrame {
  const { site, members } = input();
  const isSample = members.some(({ card }) => isSampleData(card));
  const asAt = members.map(({ card }) => card.asAt).sort()[0] ?? '';
  const hosts = members.flatMap(({ address }) => URL.parse(address)?.hostname ?? []);
  return {
    // The sites of the members are no others.
    identity: { ...site, leaveExempt: [...site.leaveExempt, ...hosts] },
    meta: { name: 'portal', kind: isSample ? 'sample' : 'official', title: site.siteName, asAt, sources: [] },
    isSample,
    offline: false,
  };
}

/** The general hotline of the portal. */
export const getHotline = (): CityHotline => ({ number: input().site.cityHotline, name: HOTLINE });

/** What is said of a member's data beside its name. */
const noteOf = ({ asAt, isSample }: City) => `${isSample ? '示例，' : ''}数据截至${formatDate(asAt)}`;

function searchMembers(): readonly SearchMember[] {
  const cities = getCities();
  return input().members.flatMap(({ entry: { id, name }, address }, at) => {
    const city = cities[at];
    return city === undefined ? [] : [{ name, address, folder: `../members/${id}/search/`, note: noteOf(city) }];
  });
}

/** The list of the full texts that browsers merge. */
export const getMergedIndexes = (): MergedIndexes =>
  input().members.map(({ entry: { id }, address }) => [`../members/${id}/pagefind/`, address]);

let made: { readonly own: PortalFiles; readonly members: MembersFiles } | null = null;

/** The search files of the portal: its own, and those that tell its members apart. */
export function getSearchFiles() {
  if (made !== null) return made;
  const { site, members } = input();
  const files = members.map((member) => ({
    lookup: memberFile(member, 'lookup') as LookupFile,
    words: memberFile(member, 'words') as WordsFile,
    committees: memberFile(member, 'committees') as CommitteesFile,
    more: memberFile(member, 'more') as MoreFile,
  }));
  const packed = searchMembers().flatMap((member, at) => {
    const own = files[at];
    return own === undefined ? [] : [{ member, lookup: own.lookup, committees: own.committees }];
  });
  return (made = {
    own: portalFilesOf([site.cityHotline, HOTLINE, site.city], files),
    members: membersFilesOf(packed),
  });
}
