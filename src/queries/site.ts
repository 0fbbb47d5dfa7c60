import type { Calendar } from '../domain/time/holidays.ts';
import { type Hotline, urgentLines } from '../domain/service/hotline.ts';
import type { CityHotline, SiteFrame } from '../views/site.ts';
import { buildCalendar, daysWith } from '../loading/adapters/holidays.ts';
import { derived, getDataset } from './dataset.ts';
import { mayKeep } from '../domain/site/offline.ts';
import { isSampleData } from '../domain/dataset/sample.ts';

/**
 * What every page shows around its content: who publishes the site, what the dataset is, and whether it is a sample.
 */
export const getFrame = derived(({ site, meta }): SiteFrame => ({
  identity: site,
  meta,
  isSample: isSampleData(meta),
  offline: mayKeep(process.env),
}));

/**
 * The holidays and 调休 workdays of the as-at year and the two after it, as far as the package and holidays.csv know
 * them, to tell whether stations are open.
 */
export const getCalendar = derived(({ meta, holidays }): Calendar => {
  const year = Number(meta.asAt.slice(0, 4));
  return buildCalendar(year, year + 2, daysWith(holidays));
});

/** The crisis hotlines in the order of their urgency. */
export const getCrisisLines = derived(({ hotlines }): readonly Hotline[] => hotlines.filter(({ crisis }) => crisis));

/** The numbers that save lives, for pages about anything. */
export const getLifeLines = derived(({ hotlines }): readonly Hotline[] => urgentLines(new Set(), true, hotlines));

/** Every hotline in the order of urgency, with where its number comes from. */
export const getHotlines = derived(({ hotlines }): readonly Hotline[] => hotlines);

/**
 * Who is responsible for the interpretations, by site.yaml, with the city hotline to show where no contact is
 * configured.
 */
export function getInterpretationUnit() {
  const { interpretationUnit, interpretationContact, cityHotline } = getDataset().site;
  return { name: interpretationUnit, contact: interpretationContact, hotline: cityHotline };
}

/** The text of security.txt (RFC 9116 §2.5); null where site.yaml names nobody. It holds until the end of its day in China. */
export function getSecurityText(): string | null {
  const { security } = getDataset().site;
  if (security === null) return null;
  return `Contact: ${security.contact}\nExpires: ${security.expires}T23:59:59+08:00\nPreferred-Languages: zh, en\n`;
}

/** The city hotline (e.g. 12345) with its name, shown where no better number is known. */
export function getCityHotline(): CityHotline {
  const { site, hotlines } = getDataset();
  const known = hotlines.find(({ number }) => number === site.cityHotline);
  return { number: site.cityHotline, name: known?.name ?? '市民服务热线' };
}

/** What stands around every page that tells a station's hours. */
export const getAround = () => ({ frame: getFrame(), hotline: getCityHotline(), calendar: getCalendar() });
