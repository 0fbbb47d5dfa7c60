import { openTable, type Holds, type OpenColumn, type OpenTable } from './tables.ts';

type Json = Readonly<Record<string, unknown>>;

function datatype(holds: Holds): string | Json {
  if (holds.type === 'number') return { base: 'decimal', minimum: holds.least, maximum: holds.most };
  if (holds.type === 'integer') return 'nonNegativeInteger';
  if (holds.type === 'yes-no') return { base: 'boolean', format: '是|否' };
  if (holds.type === 'date') return { base: 'date', format: 'yyyy-MM-dd' };
  const format = holds.choices?.join('|') ?? holds.pattern;
  return format === undefined ? 'string' : { base: 'string', format };
}

const column = ({ name, title, about, holds }: OpenColumn): Json => ({
  name,
  titles: { zh: title },
  'dc:description': about,
  datatype: datatype(holds),
  ...(holds.required === true ? { required: true } : {}),
  ...(holds.type === 'list' ? { separator: '、' } : {}),
});

interface CsvFile {
  readonly table: OpenTable;
  readonly url: string;
}

interface Group {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly asAt: string;
  readonly files: readonly CsvFile[];
}

/**
 * The metadata of all CSV files as one table group (W3C Metadata Vocabulary for Tabular Data), with relative addresses.
 */
export function csvwMetadata({ title, publisher, licence, asAt, files }: Group): Json {
  const urlOf = (name: string) => files.find(({ table }) => table.name === name)?.url ?? '';
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    'dc:title': title,
    'dc:publisher': publisher,
    'dc:license': licence,
    'dc:modified': { '@value': asAt, '@type': 'xsd:date' },
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', lineTerminators: ['\r\n'] },
    tables: files.map(({ table, url }) => ({
      url,
      'dc:title': table.title,
      'dc:description': table.about,
      tableSchema: {
        columns: table.columns.map(column),
        ...(table.key.length === 0 ? {} : { primaryKey: table.key }),
        foreignKeys: table.columns.flatMap(({ name, refers }) =>
          refers === null
            ? []
            : [
                {
                  columnReference: name,
                  reference: { resource: urlOf(refers), columnReference: openTable(refers).key },
                },
              ],
        ),
      },
    })),
  };
}
