import { englishFieldText } from '../domain/site/contentPages.ts';
import { getCollection } from 'astro:content';
import { areaInEnglish, committeeInEnglish } from '../domain/language/englishNames.ts';
import { fieldInEnglish, stationInEnglish, TYPE_IN_ENGLISH } from '../domain/station/english.ts';
import { isStreetOrTown, servingCode, type District } from '../domain/place/region.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { Field } from '../domain/service/service.ts';
import type {
  EnglishDistrict,
  EnglishDistrictPage,
  EnglishFieldPage,
  EnglishStation,
  EnglishTown,
} from '../views/english.ts';
import type { StationView } from '../views/station.ts';
import { derived, getDataset } from './dataset.ts';
import { getReader } from './readings.ts';
import { getDistricts, getResponsibility, getTown, getTownsOf } from './regions.ts';
import { getStationsInTown, getStationsOfField, groupByDistrict } from './stations.ts';

const inEnglish = (name: string): string => areaInEnglish(name, getReader());

function englishStation(view: StationView): EnglishStation {
  const { station, town, field, committee } = view;
  const read = getReader();
  const own = {
    综合: null,
    专项: field && fieldInEnglish(field, read),
    居村: committee && committeeInEnglish(committee.name, read),
  };
  return {
    view,
    name: stationInEnglish({ type: station.type, town, field, committee }, read),
    kind: [TYPE_IN_ENGLISH[station.type], own[station.type]].filter((part) => part !== null).join(': '),
  };
}

/** All districts in the order of the register, with their English names. */
export const getEnglishDistricts = derived((): readonly EnglishDistrict[] =>
  getDistricts().map((row) => ({ ...row, name: inEnglish(row.district.name) })),
);

function englishDistrict({ code }: District): EnglishDistrict {
  const found = getEnglishDistricts().find(({ district }) => district.code === code);
  if (found === undefined) throw new Error(`内部错误：没有区 ${code}`);
  return found;
}

/** Everything on the English page of a district: its 街镇 and zones, each with its listed stations. */
export function getEnglishDistrict(district: District): EnglishDistrictPage {
  const towns = getTownsOf(district.code).map((town): EnglishTown => {
    const serving = isStreetOrTown(town) ? null : servingCode(town);
    const other = serving === null ? null : getTown(serving);
    return {
      town,
      name: inEnglish(town.name),
      stations: getStationsInTown(town.code).map(englishStation),
      servedBy: other && { town: other, name: inEnglish(other.name) },
      hasGeneral: getResponsibility(town).general !== null,
    };
  });
  return { ...englishDistrict(district), towns };
}

/** The fields that have a text in English in content/pages, and so an English page. */
export async function getEnglishFields(): Promise<readonly Field[]> {
  const texts = new Set((await getCollection('pages')).map(({ id }) => id));
  return getDataset().fields.filter((field) => texts.has(englishFieldText(field.slug)));
}

/** Everything on the English page of a field beside its text: its hotline, and its listed stations by district. */
export function getEnglishField(field: Field): EnglishFieldPage {
  return {
    field,
    name: fieldInEnglish(field, getReader()),
    hotline: getDataset().hotlines.find(({ number }) => number === field.hotline) ?? null,
    groups: groupByDistrict(getStationsOfField(field.slug)).map(({ district, stations }) => ({
      district: englishDistrict(district),
      stations: stations.map(englishStation),
    })),
  };
}

/** The hotlines that have words in English, and all for emergencies, in the order of their urgency. */
export const getEnglishLines = derived(({ hotlines }): readonly Hotline[] =>
  hotlines.filter(({ english, crisis }) => english !== '' || crisis),
);
