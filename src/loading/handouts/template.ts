import { TABLES } from '../../domain/dataset/columns.ts';
import { importTitle } from '../../domain/tidy/headings.ts';
import type { ImportColumn } from '../../domain/tidy/headingWords.ts';
import { SHARED } from '../../domain/place/place.ts';
import { CRS } from '../../domain/place/coordinates.ts';
import { PRECISIONS, PUBLISH_LEVELS, STATION_TYPES, STATUSES } from '../../domain/station/station.ts';
import { writeWorkbook, type NewSheet } from '../formats/workbook/write.ts';

/** How many rows of the template offer lists of choices. */
const ROWS = 500;

interface TemplateColumn {
  readonly column: ImportColumn;
  readonly width: number;
  readonly about?: string;
  readonly choices?: readonly string[];
  readonly example: readonly [string, string, string];
}

const EVIDENT = '示例';

/** The columns that a clerk fills in, the most important first. The examples are evidently fictitious. */
const COLUMNS = (fields: readonly string[]): readonly TemplateColumn[] => [
  { column: 'district_name', width: 12, about: '所在的区，写全称', example: ['示例区', '示例区', '示例区'] },
  { column: 'town_name', width: 16, about: '名录里的全称，如 徐家汇街道', example: ['示例街道', '示例街道', '示例镇'] },
  { column: 'type', width: 9, choices: STATION_TYPES, example: ['综合', '专项', '居村'] },
  { column: 'field', width: 12, about: '只有专项站填', choices: fields, example: ['', fields[0] ?? '', ''] },
  { column: 'committee_name', width: 16, about: '只有居村站填，写名录里的名称', example: ['', '', '示例居委会'] },
  {
    column: 'name',
    width: 28,
    example: ['示例街道社工站', `示例街道${fields[0] ?? ''}社工站`, '示例镇示例居委会社工站'],
  },
  { column: 'address', width: 30, example: ['示例路1号1楼', '示例路2号', '示例村3号'] },
  {
    column: 'phone',
    width: 24,
    about: '单位的座机或热线，几个号码之间用顿号；不填个人手机',
    example: ['021-0000-0001、021-0000-0002转801', '021-0000-0003', '021-0000-0004'],
  },
  {
    column: 'hours',
    width: 40,
    example: ['周一至周五 9:00-11:30、13:00-17:00；国定假日休息', '周一至周五 9:00-17:00', '周二 13:00-16:00 预约'],
  },
  { column: 'hours_note', width: 26, example: ['寒暑假另排，先打电话', '', ''] },
  { column: 'lon', width: 12, example: ['121.000001', '', ''] },
  { column: 'lat', width: 12, example: ['31.000001', '', ''] },
  {
    column: 'crs',
    width: 12,
    about: '高德、腾讯选 GCJ02，百度选 BD09，天地图选 CGCS2000，手机定位选 WGS84',
    choices: CRS,
    example: ['GCJ02', '', ''],
  },
  { column: 'precision', width: 10, choices: PRECISIONS, example: ['门牌', '', ''] },
  { column: 'host', width: 26, example: ['示例街道社区中心', '', ''] },
  { column: 'operator', width: 26, about: '承接机构的全称', example: ['示例社会工作服务中心', '', ''] },
  { column: 'staff_count', width: 11, example: ['4', '3', '1'] },
  { column: 'qualified_count', width: 13, example: ['3', '3', '1'] },
  { column: 'services', width: 26, about: '服务表里的名称，用顿号隔开', example: ['', '', ''] },
  { column: 'accessibility', width: 24, example: ['门口有坡道', '', ''] },
  { column: 'directions', width: 24, example: ['进门右手第一间', '', ''] },
  { column: 'opened_on', width: 13, about: '如 2023-05-01，年月日都要有', example: ['2023-05-01', '2023-06-01', ''] },
  { column: 'status', width: 9, choices: STATUSES, example: ['运行', '运行', '筹建'] },
  { column: 'status_note', width: 20, example: ['', '', ''] },
  { column: 'verified_on', width: 13, example: ['2026-11-01', '2026-11-01', ''] },
  { column: 'verified_by', width: 20, example: ['示例区民政局', '示例区民政局', ''] },
  { column: 'publish_level', width: 11, choices: PUBLISH_LEVELS, example: ['全部', '仅电话', '全部'] },
  { column: 'former_names', width: 20, example: ['', '', ''] },
  { column: 'external_id', width: 20, example: ['', '', ''] },
  { column: 'id', width: 18, about: '网站上已有的站填它的编号；新站留空，导入时会编一个', example: ['', '', ''] },
  { column: 'note', width: 24, example: ['', '', ''] },
];

/** The columns of the sheet on which a 街镇 says what belongs to which 居委会. */
const EXTENTS: readonly TemplateColumn[] = [
  { column: 'town_name', width: 16, about: '名录里的全称', example: ['示例街道', '示例街道', '示例镇'] },
  {
    column: 'committee_name',
    width: 16,
    about: '名录里的名称，一个居委会一行',
    example: ['示例居委会', '示例二居委会', '示例村委会'],
  },
  {
    column: 'extent',
    width: 60,
    about: '小区写名字，路写门牌；几处之间用顿号，换一条路用分号；不写四至，不写人名、电话',
    example: [
      '示例路：680弄、700弄、750弄-840弄（双号）；示例新村1-7号',
      '示例花园（示例路99弄）；示例街全部',
      '1组、2组1号-69号',
    ],
  },
  {
    column: 'as_at',
    width: 13,
    about: '哪一天的管辖范围，如 2026-11-01',
    example: ['2026-11-01', '2026-11-01', '2026-11-01'],
  },
  { column: 'note', width: 24, about: `一处确实归两个居委会，两行都写“${SHARED}”`, example: ['', '', ''] },
];

const headsOf = (columns: readonly TemplateColumn[]) =>
  columns.map((column) => ({
    title: importTitle(column.column),
    width: column.width,
    note: aboutOf(column),
    ...(column.choices === undefined ? {} : { choices: column.choices, hint: aboutOf(column) }),
  }));

/** Fictitious rows in a sheet that is not imported. */
const exampleSheet = (name: string, columns: readonly TemplateColumn[]): NewSheet => ({
  name,
  columns: columns.map(({ column, width }) => ({ title: importTitle(column), width })),
  rows: [0, 1, 2].map((at) => columns.map(({ example }) => example[at] ?? '')),
});

const explained = (columns: readonly TemplateColumn[]): string[][] =>
  columns.map((column) => [
    importTitle(column.column),
    aboutOf(column),
    column.choices?.join('、') ?? '',
    column.example[0] || column.example[1],
  ]);

const aboutOf = ({ column, about }: TemplateColumn): string =>
  about ?? TABLES.stations.find(({ name }) => name === column)?.about ?? '';

/**
 * The workbook that a clerk fills in: an empty table of stations with lists of choices, one of 管辖范围, fictitious
 * examples and the dictionary of columns. `fields` are the names of the 领域 to choose from; the same fields give the same bytes.
 */
export function stationTemplate(fields: readonly string[]): Promise<Uint8Array> {
  const columns = COLUMNS(fields);
  const dictionary: NewSheet = {
    name: '说明',
    wrap: true,
    columns: [
      { title: '列', width: 14 },
      { title: '写什么', width: 56 },
      { title: '只能选', width: 40 },
      { title: '举例（都是假的）', width: 44 },
    ],
    rows: [...explained(columns), ['', '', '', ''], ['“管辖范围”表', '', '', ''], ...explained(EXTENTS)],
  };
  return writeWorkbook([
    { name: '填报', columns: headsOf(columns), rows: [], choiceRows: ROWS },
    { name: '管辖范围', columns: headsOf(EXTENTS), rows: [] },
    exampleSheet(`${EVIDENT}（不导入）`, columns),
    exampleSheet(`${EVIDENT}管辖范围（不导入）`, EXTENTS),
    dictionary,
  ]);
}
