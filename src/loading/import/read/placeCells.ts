import { isBlankWord } from '../../../domain/language/plainText.ts';
import { parseStationName, type NameReading } from '../../../domain/station/naming.ts';
import { districtsIn, findCommittee, findDistrict, townIn } from '../../../domain/tidy/placeNames.ts';
import type { Town } from '../../../domain/place/region.ts';
import type { Field } from '../../../domain/service/service.ts';
import type { StationType } from '../../../domain/station/station.ts';
import { isTurned, readType } from '../../../domain/tidy/closedLists.ts';
import { tidyText } from '../../../domain/tidy/words.ts';
import type { ImportContext } from './context.ts';
import type { RowReader } from './draft.ts';

/** What a row says of where a station belongs and what it is. */
export interface Belonging {
  readonly town: Town;
  readonly type: StationType;
  /** Whether the row says its type, by a cell or by its name, or 综合 was assumed. */
  readonly typeKnown: boolean;
  readonly field: string | null;
  readonly committeeCode: string | null;
}

const cellText = (row: RowReader, column: Parameters<RowReader['text']>[0]) => {
  const text = tidyText(row.text(column));
  return isBlankWord(text) ? '' : text;
};

/** Places with their codes, as a remedy lists them. */
export const names = (places: readonly { readonly name: string; readonly code: string }[]) =>
  places.map(({ name, code }) => `${name}（${code}）`).join('、');

/** The district of a row: what the clerk said for the whole file, else its own column; undefined after a fault. */
export function districtOf(row: RowReader, { district, districts }: ImportContext): string | null | undefined {
  const text = cellText(row, 'district_name');
  if (text === '') return district;
  const found = findDistrict(text, districts);
  if (found === null) {
    // A column 区域 may hold anything; the 街镇 decides then.
    if (district === null && cellText(row, 'town_name') === '' && cellText(row, 'town_code') === '') {
      row.tell('district.unknown', 'district_name', '不是名录里的区', `写区的全称，如 ${districts[0]?.name ?? ''}`);
    }
    return district;
  }
  if (district !== null && found !== district) {
    row.tell(
      'district.other',
      'district_name',
      `不是 --district 指定的区（${district}）`,
      '改正这一格，或去掉 --district 再导入',
    );
    return undefined;
  }
  return found;
}

/** The 街镇 that a row names, or that its other words tell; null after a fault that must be mended. */
export function townOf(row: RowReader, context: ImportContext): Town | null {
  const district = districtOf(row, context);
  if (district === undefined) return null;
  const inDistrict =
    district === null ? context.towns : context.towns.filter(({ districtCode }) => districtCode === district);
  const column = cellText(row, 'town_name') !== '' ? 'town_name' : 'town_code';
  const name = cellText(row, 'town_name');
  const code = (cellText(row, 'town_code') || (/^[\d\s.]+$/u.test(name) ? name : '')).replace(/\s|\.0+$/gu, '');
  if (/^\d{9}(?:000)?$/u.test(code)) {
    const found = inDistrict.find((town) => town.code === code.slice(0, 9));
    if (found !== undefined) {
      const named = name === '' ? null : context.townNamed(name, district).found;
      if (named !== null && named.code !== found.code) {
        row.tell('town.contradicts', 'town_code', `代码是${found.name}，名称写的是${named.name}`, '改正其中一个');
        return null;
      }
      return found;
    }
  }
  const written = name !== '' ? name : code;
  if (written !== '') {
    const match = context.townNamed(written, district);
    const { found } = match;
    if (found !== null) {
      if (match.guessed) row.tell('town.guessed', column, `当作“${found.name}”`, '看一下对不对，以后写全称');
      return found;
    }
    const elsewhere = district === null ? null : context.townNamed(written, null).found;
    const remedy =
      match.candidates.length > 0
        ? `是不是：${names(match.candidates)}？写全称或填代码`
        : elsewhere !== null
          ? `${elsewhere.name}（${elsewhere.code}）在另一个区，检查区和街镇`
          : '写名录里的全称，如 徐家汇街道，或填 9 位街镇代码';
    row.tell(
      'town.unknown',
      column,
      /^\d(?:\.\d+)?e\+\d+$/iu.test(written)
        ? '代码变成了科学记数'
        : match.candidates.length > 1
          ? '分不清是哪个街镇'
          : '名录里没有这个街镇',
      remedy,
    );
    return null;
  }
  return townFromWords(row, inDistrict, context);
}

/** The 街镇 out of what else the row says: a station that is known already, the name, the address. */
function townFromWords(row: RowReader, towns: readonly Town[], { known, districts }: ImportContext): Town | null {
  const station = known.byId.get(cellText(row, 'id')) ?? known.byExternalId.get(cellText(row, 'external_id'));
  const ofKnown = towns.find(({ code }) => code === station?.townCode);
  if (ofKnown !== undefined) return ofKnown;
  for (const column of ['name', 'address', 'host'] as const) {
    const found = townIn(row.text(column), towns);
    if (found === null) continue;
    const other = (['address', column] as const).find((one) => {
      const named = districtsIn(row.text(one), districts);
      return named.length > 0 && !named.includes(found.districtCode);
    });
    if (other !== undefined) {
      const own = districts.find(({ code }) => code === found.districtCode)?.name ?? found.districtCode;
      row.tell(
        'address.district',
        other,
        `${found.name}在${own}，这里写的是另一个区`,
        '改正地址，或加一列“街镇”写名录里的全称',
      );
      return null;
    }
    const byRule = column === 'name' && row.text('name').trim().startsWith(found.name);
    if (!byRule)
      row.tell('town.guessed', column, `没有写街镇，从这里看是“${found.name}”`, '看一下对不对，加一列“街镇”更稳妥');
    return found;
  }
  const column = row.has('town_name') ? 'town_name' : row.has('town_code') ? 'town_code' : 'name';
  row.tell(
    'town.missing',
    column,
    '看不出属于哪个街镇',
    '加一列“街镇”，写名录里的全称，或在地址里写明街镇',
    column === 'name' ? undefined : '',
  );
  return null;
}

/** The only field that a text names without negating it: 未保（含困境儿童）, but not 非禁毒 nor 禁毒、矫正. */
function similarField(text: string, fields: readonly Field[]): Field | undefined {
  const named = fields.filter(({ name, fullName }) => text.includes(name) || text.includes(fullName));
  const rest = named.reduce((left, { name, fullName }) => left.replaceAll(fullName, '').replaceAll(name, ''), text);
  return named.length === 1 && !isTurned(rest) ? named[0] : undefined;
}

function fieldOf(row: RowReader, { fields }: ImportContext, byName: readonly NameReading[]): string | null {
  const text = cellText(row, 'field').replace(/(?:领域|类|社工站|专项)$/u, '');
  if (text !== '') {
    const found = fields.find(
      ({ slug, name, fullName, aliases }) =>
        slug === text || name === text || fullName === text || aliases.includes(text),
    );
    const similar = found ?? similarField(text, fields);
    if (similar !== undefined && found === undefined)
      row.tell('field.guessed', 'field', `当作“${similar.name}”`, '看一下对不对');
    if (similar !== undefined) return similar.slug;
    row.tell('field.unknown', 'field', '不在领域表里', `只能填：${fields.map(({ name }) => name).join('、')}`);
    return null;
  }
  const named = byName.find(({ type }) => type === '专项');
  if (named !== undefined) return named.field;
  const inName = fields.find(
    ({ name, fullName }) => row.text('name').includes(name) || row.text('name').includes(fullName),
  );
  if (inName !== undefined) {
    row.tell('field.guessed', 'name', `没有写领域，从名称看是“${inName.name}”`, '看一下对不对，加一列“领域”');
    return inName.slug;
  }
  row.tell(
    'field.missing',
    row.has('field') ? 'field' : 'name',
    '专项站没有写领域',
    `领域填：${fields.map(({ name }) => name).join('、')}`,
  );
  return null;
}

function committeeOf(
  row: RowReader,
  town: Town,
  context: ImportContext,
  needed: boolean,
  byName: readonly NameReading[],
): string | null {
  const committees = context.committeesOf(town.code);
  const code = cellText(row, 'committee_code').replace(/\s/gu, '');
  const name = cellText(row, 'committee_name');
  if (code !== '' && committees.some((committee) => committee.code === code)) return code;
  if (name !== '' || code !== '') {
    const column = name !== '' ? 'committee_name' : 'committee_code';
    const match = findCommittee(name !== '' ? name : code, committees, town.name);
    if (match.found !== null) {
      return match.found.code;
    }
    const remedy =
      match.candidates.length > 0
        ? `是不是：${names(match.candidates)}？`
        : `写${town.name}名录里的居村委，或填 12 位代码`;
    row.tell(needed ? 'committee.unknown' : 'committee.passed', column, `${town.name}的名录里没有`, remedy);
    if (!needed) row.keep(column, name !== '' ? name : code);
    return null;
  }
  if (!needed) return null;
  const named = byName.find(({ type }) => type === '居村');
  if (named !== undefined) return named.committeeCode;
  row.tell(
    'committee.missing',
    row.has('committee_name') ? 'committee_name' : 'name',
    '居村站没有写是哪个居村',
    '加一列“居村委”，写名称，或填 12 位代码',
  );
  return null;
}

/** Where a station belongs and what it is; null after a fault that must be mended. `guessedType` counts for the whole file. */
export function readBelonging(row: RowReader, context: ImportContext, guessedType: () => void): Belonging | null {
  const town = townOf(row, context);
  if (town === null) return null;
  const byName = parseStationName(
    row
      .text('name')
      .replace(/社会工作服务站$/u, '社工站')
      .trim(),
    [town],
    context.fields,
    context.committeesOf,
  );
  const typeText = cellText(row, 'type');
  const known = readType(typeText);
  if (typeText !== '' && known === null) {
    row.tell('type.unknown', 'type', '看不出是哪一类', '只能填：综合、专项、居村');
    return null;
  }
  const fieldText = cellText(row, 'field');
  const inferred = byName[0]?.type ?? (fieldText !== '' && !/综合|^无$/u.test(fieldText) ? '专项' : null);
  const type = known ?? inferred ?? '综合';
  if (known === null && inferred === null) guessedType();
  const field = type === '专项' ? fieldOf(row, context, byName) : null;
  if (type !== '专项' && fieldText !== '' && !/综合|^无$/u.test(fieldText)) {
    row.tell('field.unwanted', 'field', `${type}站不写领域，没有导入`, '如果是专项站，把类型改成“专项”');
    row.keep('field', fieldText);
  }
  const committeeCode = committeeOf(row, town, context, type === '居村', byName);
  if ((type === '专项' && field === null) || (type === '居村' && committeeCode === null)) return null;
  return { town, type, typeKnown: known !== null || inferred !== null, field, committeeCode };
}
