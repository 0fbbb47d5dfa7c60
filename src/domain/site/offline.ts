import { paths } from './paths.ts';

/** The most that a browser is made to fetch for keeping, in bytes as sent with gzip, for a city of 1,000 stations. */
export const KEPT_LIMIT = 500 * 1024;

/** The most that the files of places may weigh to be kept too, in bytes as sent with gzip: all of them or none. */
const KEPT_PLACES_LIMIT = 200 * 1024;

/**
 * Whether the table of places is kept in browsers, fetched when a question needs it, or not there at all. 分区: the lookup
 * is in parts by district, so that no name of a place is kept either.
 */
export type PlacesKept = '存' | '不存' | '没有' | '分区';

/** What becomes of the files of places, from their sizes in bytes as sent with gzip, and whether the lookup is in parts. */
export function placesKept(sizes: readonly number[], inParts: boolean): PlacesKept {
  if (inParts) return '分区';
  if (sizes.length === 0) return '没有';
  return sizes.reduce((sum, size) => sum + size, 0) <= KEPT_PLACES_LIMIT ? '存' : '不存';
}

/** What of a site browsers keep, where sites differ. */
export interface Kept {
  readonly places: PlacesKept;
  /** Whether the list of stations is paged by district: then only its first page is kept, which counts them. */
  readonly paged: boolean;
}

/** A part of the site that browsers keep for when there is no network: what a reader has of it, and its addresses. */
export interface KeptPart {
  readonly what: string;
  readonly addresses: readonly string[];
}

/**
 * Everything that browsers keep, besides the styles and scripts of these pages; where places are kept, all files below
 * their root too. The pages that tell of it, the service worker and the budget are all made from this list. Nothing else
 * is ever kept, whatever a reader opens.
 */
export const keptParts = ({ places, paged }: Kept): readonly KeptPart[] => [
  { what: '首页，上面有紧急求助的电话', addresses: [paths.home()] },
  {
    what:
      places === '分区'
        ? '查找：写难处和要办的事，查到服务和求助的电话'
        : `查找：写${places === '存' ? '小区、门牌、' : ''}居委会、街道、站的名字，查到社工站和电话`,
    addresses: [
      ...[paths.search(), paths.lookup(), paths.words(), paths.committees(), paths.more()],
      ...(places === '存' ? [paths.places()] : []),
    ],
  },
  {
    what: paged ? '每个区有多少个社工站' : '全部社工站的列表，有电话和地址，可以筛选',
    addresses: [paths.stations()],
  },
  { what: '这份说明，和“快速离开”打开的那一页', addresses: [paths.offline(), paths.leave()] },
];

/** A page with a notice at the head of its main part; throws where it has none. */
export function withNotice(html: string, notice: string): string {
  const main = '<main id="main">';
  if (!html.includes(main)) throw new Error('a page without its main part');
  return html.replace(main, () => main + notice);
}

/** What needs a network, in the words of the pages that tell of it. */
export const notKept = ({ places, paged }: Kept): string =>
  `${paged ? '每个区的社工站列表和筛选，' : ''}${{ 存: '', 没有: '', 不存: '按小区和门牌查，', 分区: '按居委会、街道、站的名字、小区和门牌查，' }[places]}政策、案例、每个站自己的一页、地图和附近的站，都要有网络。查找时不查政策和案例的正文。`;

/** Whether the operator lets browsers keep anything: `SITE_OFFLINE=off` takes back what they have. */
export const mayKeep = (env: Readonly<Record<string, string | undefined>>): boolean => env['SITE_OFFLINE'] !== 'off';
