import type { Committee, Town } from '../../../domain/place/region.ts';
import { findCommittee, townIn } from '../../../domain/tidy/placeNames.ts';
import { tidyText } from '../../../domain/tidy/words.ts';
import type { Sheet } from '../../formats/grid.ts';
import type { ImportContext } from '../read/context.ts';
import type { RowReader } from '../read/draft.ts';
import type { Header } from '../read/header.ts';
import { districtOf, names, townOf } from '../read/placeCells.ts';

/** The 街镇 that a sheet is of by its name, the lines above its header, or the name of the file; null where none says. */
export function townOfSheet(file: string, { name, rows }: Sheet, header: Header, context: ImportContext): Town | null {
  const above = rows.filter(({ row }) => row < header.row).flatMap(({ cells }) => cells);
  const towns =
    context.district === null
      ? context.towns
      : context.towns.filter(({ districtCode }) => districtCode === context.district);
  const named = name === null ? null : context.townNamed(name, context.district).found;
  if (named !== null) return named;
  for (const text of [...above, name ?? '', file]) {
    const found = townIn(text, towns);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The 居委会 that a row is of; null after a fault that must be mended. Without a 街镇 anywhere a name must be the only
 * one of its kind.
 */
export function committeeOfRow(row: RowReader, ofSheet: Town | null, context: ImportContext): Committee | null {
  const said = row.text('town_name') !== '' || row.text('town_code') !== '';
  const town = said ? townOf(row, context) : ofSheet;
  if (said && town === null) return null;
  const code = tidyText(row.text('committee_code')).replace(/\s/gu, '');
  const name = tidyText(row.text('committee_name'));
  const column = name !== '' || !row.has('committee_code') ? 'committee_name' : 'committee_code';
  if (name === '' && code === '') {
    row.tell('extent.committee', column, '没有写居委会', '每一行都写上居委会，合并的格子拆开', '');
    return null;
  }
  const district = town === null ? districtOf(row, context) : town.districtCode;
  if (district === undefined) return null;
  const towns =
    town === null ? context.towns.filter((one) => district === null || one.districtCode === district) : [town];
  const found = towns.flatMap((one) => {
    const committees = context.committeesOf(one.code);
    const byCode = committees.filter((committee) => committee.code === code);
    const match = byCode.length > 0 ? null : findCommittee(name, committees, one.name);
    return [{ town: one, sure: byCode[0] ?? match?.found ?? null, candidates: match?.candidates ?? [] }];
  });
  const sure = found.flatMap((one) => one.sure ?? []);
  const [only] = sure;
  if (sure.length === 1 && only !== undefined) return only;
  const candidates = [...sure, ...found.flatMap((one) => one.candidates)].slice(0, 5);
  const where = town?.name ?? '本市';
  row.tell(
    'extent.committee',
    column,
    sure.length > 1 ? '不止一个街镇有这个居委会' : `${where}的名录里没有这个居委会`,
    candidates.length > 0
      ? `是不是：${names(candidates)}？写全名，${town === null ? '加一列“街镇”，' : ''}或填 12 位代码`
      : `写${where}名录里的居村委，或填 12 位代码`,
  );
  return null;
}
