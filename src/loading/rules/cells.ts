import { TABLES, type TableName } from '../../domain/dataset/columns.ts';
import { type PersonalData, personalDataIn } from '../../domain/privacy/personalData.ts';
import { isFormula } from '../../domain/rules/formula.ts';
import { placeholderIn } from '../../domain/rules/placeholders.ts';
import type { SiteIdentity } from '../../domain/dataset/dataset.ts';
import { ruleFault, type Fault } from '../faults/fault.ts';
import { at } from '../faults/cellFault.ts';
import type { Tables } from '../tables/tables.ts';

/** A cell of a table as text, with its place. */
interface Cell {
  readonly table: TableName;
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** The internal note is never published; coordinates and clauses are no words. */
const SILENT = new Set(['note', 'lon', 'lat', 'clause', 'basis']);

function cellsOf(tables: Tables): Cell[] {
  return (Object.keys(TABLES) as TableName[]).flatMap((table) =>
    tables[table].rows.flatMap(({ row, cells }) =>
      Object.entries(cells)
        .map(([column, text]) => ({ table, row, column, text: text.trim() }))
        .filter(({ column, text }) => text !== '' && !SILENT.has(column)),
    ),
  );
}

/** As many characters as a published cell may have; the longest that anybody needs is a tenth of it. */
const MOST_CHARACTERS = 1000;

/** Cells that are too long or hold personal data or a formula; the internal note is not published and not looked at. */
export function cellRuleFaults(tables: Tables): Fault[] {
  // Tables of places say the same few words in tens of thousands of cells.
  const known = new Map<string, readonly PersonalData[]>();
  const personalIn = (text: string) => {
    const found = known.get(text) ?? personalDataIn(text);
    known.set(text, found);
    return found;
  };
  return cellsOf(tables).flatMap(({ table, row, column, text }) => [
    ...(text.length > MOST_CHARACTERS
      ? [at('cell-long', table, row, column, `${text.slice(0, 20)}……`, `有 ${text.length} 个字`)]
      : []),
    ...(isFormula(text) ? [at('formula', table, row, column, text, '以公式的符号开头')] : []),
    // A number of a system of others may pass for a bank card; it can't pass for a person.
    ...personalIn(text)
      .filter(({ kind }) => column !== 'external_id' || kind !== '银行卡号')
      .map((found) => at('personal-data', table, row, column, found.text, `像是${found.kind}，不能公开`)),
  ]);
}

/** What site.yaml says of the publisher, and where the mail address of a unit may stand. */
const SITE_TEXTS = [
  'city',
  'siteName',
  'organiser',
  'undertaker',
  'contact',
  'pressContact',
  'reportEmail',
  'cityHotline',
  'dataLicence',
  'interpretationUnit',
  'interpretationContact',
] as const;
const MAILBOXES: ReadonlySet<string> = new Set(['contact', 'pressContact', 'reportEmail', 'interpretationContact']);

const yamlKey = (key: string): string => key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** Personal data in site.yaml: its contacts are those of units, whose mail addresses may be published. */
export function siteRuleFaults(site: SiteIdentity | null): Fault[] {
  const texts = [
    ...SITE_TEXTS.map((key) => [key, site?.[key] ?? ''] as const),
    ['hostSite', `${site?.hostSite?.name ?? ''}\n${site?.hostSite?.url ?? ''}`] as const,
  ];
  return texts.flatMap(([key, text]) =>
    personalDataIn(text)
      .filter(({ kind }) => kind !== '邮箱' || !MAILBOXES.has(key))
      .map((found) => ({
        ...ruleFault('personal-data', 'site.yaml', found.text, `像是${found.kind}，不能公开`),
        column: yamlKey(key),
      })),
  );
}

/** Columns that residents read as they stand. A slip of a word in the others is no placeholder. */
const SHOWN: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  stations: [
    'name',
    'address',
    'phone',
    'hours_note',
    'host',
    'accessibility',
    'directions',
    'status_note',
    'verified_by',
    'source',
  ],
  organizations: ['name', 'phone', 'summary', 'source'],
  districts: ['name', 'lead_department', 'phone'],
  services: ['name', 'summary', 'audience', 'fee', 'documents', 'how_to_apply'],
  hotlines: ['name', 'purpose', 'source'],
};

const IDENTITY = ['organiser', 'undertaker', 'contact', 'pressContact', 'interpretationUnit'] as const;

/**
 * Placeholders in what the public reads; whether they stop anything depends on what the dataset is (docs/norms.md §5).
 */
export function placeholderFaults(tables: Tables, site: SiteIdentity | null): Fault[] {
  const cells = cellsOf(tables).flatMap(({ table, row, column, text }) => {
    if (SHOWN[table]?.includes(column) !== true) return [];
    const found = placeholderIn(column === 'phone' ? text.replaceAll('-', '') : text);
    return found === null ? [] : [at('placeholder', table, row, column, text, `有占位的“${found}”`)];
  });
  const identity = IDENTITY.flatMap((key) => {
    const text = site?.[key] ?? '';
    const found = text === '' ? null : placeholderIn(text);
    const column = yamlKey(key);
    return found === null ? [] : [{ ...ruleFault('placeholder', 'site.yaml', text, `有占位的“${found}”`), column }];
  });
  return [...identity, ...cells];
}
