import { formatDate, type IsoDate } from '../domain/time/dates.ts';
import type { SiteIdentity } from '../domain/dataset/dataset.ts';
import { placeholderFaults } from './rules/cells.ts';
import { faultLine } from './faults/lines.ts';
import { isBlocking, type Fault } from './faults/fault.ts';
import type { Inspection } from './input.ts';

const NEEDED: readonly { readonly key: keyof SiteIdentity; readonly name: string; readonly column: string }[] = [
  { key: 'organiser', name: '主办单位', column: 'organiser' },
  { key: 'contact', name: '联系方式', column: 'contact' },
  { key: 'siteIdCode', name: '网站标识码', column: 'site_id_code' },
  { key: 'icp', name: 'ICP 备案号', column: 'icp' },
  { key: 'policeRecord', name: '公安备案号', column: 'police_record' },
  { key: 'reportEmail', name: '信息有误由谁处理', column: 'report_email' },
  { key: 'mapApproval', name: '审图号', column: 'map_approval' },
  { key: 'interpretationUnit', name: '解读由哪个单位负责', column: 'interpretation_unit' },
];

/** What site.yaml must name before a release and doesn't yet, as `organiser（主办单位）`. */
export const missingIdentity = (site: SiteIdentity): readonly string[] =>
  NEEDED.filter(({ key }) => site[key] === '').map(({ name, column }) => `${column}（${name}）`);

/** The placeholder faults of a sample in one line, as their number and the first: nearly every cell there is one. */
function samplePlaceholders({ reading }: Inspection): string[] {
  const found = placeholderFaults(reading.tables, reading.site);
  const [first] = found;
  return first === undefined ? [] : [`有 ${found.length} 格是占位的字，如 ${faultLine(first)}`];
}

/** The written stories of a sample in one line. */
function sampleStories({ content }: Inspection): string[] {
  const files = content.cases.filter(({ head }) => head.sample).map(({ file }) => file);
  const rest = files.length > 3 ? `等 ${files.length} 篇` : '';
  return files.length === 0 ? [] : [`${files.slice(0, 3).join('、')}${rest} 是示例案例（sample: true），不能正式发布`];
}

function urlReasons(siteUrl: string | undefined): string[] {
  if (siteUrl === undefined || siteUrl === '')
    return ['没有写网站地址：设环境变量 SITE_URL，如 https://www.example.gov.cn'];
  return /^https:$/u.test(URL.parse(siteUrl)?.protocol ?? '') ? [] : [`网站地址“${siteUrl}”不是 https:// 开头的网址`];
}

/**
 * Every reason why this input may not be published as official, all at once; none means it may. `attached` are the
 * faults of the files beside the texts, `siteUrl` the address it will stand at (docs/norms.md §2, §5, §9).
 */
export function releaseReasons(
  inspection: Inspection,
  attached: readonly Fault[],
  siteUrl: string | undefined,
  today: IsoDate,
): readonly string[] {
  const { meta, site } = inspection.reading;
  return [
    ...[...inspection.faults, ...attached].filter(isBlocking).map((fault) => `${faultLine(fault)}〔${fault.code}〕`),
    ...(meta?.kind === 'sample'
      ? ['datapackage.json 写的是示例数据（kind: sample），示例不能正式发布', ...samplePlaceholders(inspection)]
      : []),
    ...(meta !== null && meta.asAt > today ? [`datapackage.json 的 as_at 是 ${formatDate(meta.asAt)}，还没有到`] : []),
    ...urlReasons(siteUrl),
    ...(site === null ? [] : missingIdentity(site).map((missing) => `site.yaml 的 ${missing}是空的`)),
    ...(site !== null && site.security !== null && site.security.expires < today
      ? [
          `site.yaml 的 security.expires 是 ${formatDate(site.security.expires)}，已经过了：核对联系办法，写一个新的日期，不超过一年`,
        ]
      : []),
    ...sampleStories(inspection),
  ];
}
