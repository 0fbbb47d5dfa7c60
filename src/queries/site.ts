import type { Calendar } from '../domain/time/holidays.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { CityHotline, SiteFrame } from '../views/site.ts';
import { buildCalendar } from '../loading/adapters/holidays.ts';
import { derived, getDataset } from './dataset.ts';

export const getFrame = derived(({ site, meta }): SiteFrame => ({
  identity: site,
  meta,
  isSample: meta.kind === 'sample',
}));

/** Holidays and 调休 from the year of the dataset on, for open states. */
export const getCalendar = derived(({ meta }): Calendar => {
  const year = Number(meta.asAt.slice(0, 4));
  return buildCalendar(year, year + 2);
});

/** The crisis numbers, in the order of the file. */
export const getCrisisLines = derived(({ hotlines }): readonly Hotline[] => hotlines.filter(({ crisis }) => crisis));

/** Who answers for the interpretations (site.yaml), and the hotline for as long as no telephone is configured. */
export function getInterpretationUnit() {
  const { interpretationUnit, interpretationContact, cityHotline } = getDataset().site;
  return { name: interpretationUnit, contact: interpretationContact, hotline: cityHotline };
}

/** The number to call when one doesn't know whom to ask, with its name. */
export function getCityHotline(): CityHotline {
  const { site, hotlines } = getDataset();
  const known = hotlines.find(({ number }) => number === site.cityHotline);
  return { number: site.cityHotline, name: known?.name ?? '市民服务热线' };
}
