import { isBlankWord } from '../../../domain/language/plainText.ts';
import { tidyText } from '../../../domain/tidy/words.ts';
import type { ImportContext } from './context.ts';
import type { RowReader } from './draft.ts';
import { filled } from './textCells.ts';

/** The pieces of a list cell. */
export const pieces = (text: string) =>
  text
    .split(/[、，,；;|/\n]/u)
    .map((piece) => tidyText(piece))
    .filter((piece) => piece !== '' && !isBlankWord(piece));

/** The services of a row, by their names or numbers in the table of services. */
export function readServices(row: RowReader, { services: known }: ImportContext): void {
  const found: string[] = [];
  const unknown: string[] = [];
  for (const piece of pieces(row.text('services'))) {
    const service = known.find(({ id, name, aliases }) => id === piece || name === piece || aliases.includes(piece));
    if (service === undefined) unknown.push(piece);
    else if (!found.includes(service.id)) found.push(service.id);
  }
  row.set('services', found.join('、'));
  if (unknown.length > 0) {
    row.tell(
      'service.unknown',
      'services',
      `“${unknown.join('、')}”不在服务表里，原文放进了内部备注`,
      '写服务表里的名称或编号',
    );
    row.keep('services', unknown.join('、'));
  }
}

/** The organisation that runs the station, by its name or number in the table of organisations. */
export function readOperator(row: RowReader, { organizations }: ImportContext): void {
  const text = filled(row, 'operator');
  if (text === '') return;
  const found = organizations.find(({ id, name }) => id === text || name === text);
  if (found !== undefined) {
    row.set('operator', found.id);
    return;
  }
  row.tell(
    'operator.unknown',
    'operator',
    '不在机构表里，原文放进了内部备注',
    '先在 organizations.csv 里加上这个机构，再导入一次',
  );
  row.keep('operator', text);
}

/** The station that goes on where this one was closed, by its number or name. */
export function readSuccessor(row: RowReader, { known }: ImportContext): void {
  const text = filled(row, 'successor');
  if (text === '') return;
  const byId = known.byId.get(text);
  const named = byId === undefined ? (known.byName.get(text) ?? []) : [byId];
  const [only] = named;
  if (named.length === 1 && only !== undefined) row.set('successor', only.id);
  else {
    row.tell('successor.unknown', 'successor', '找不到这个站，原文放进了内部备注', '填接续站点的编号');
    row.keep('successor', text);
  }
}
