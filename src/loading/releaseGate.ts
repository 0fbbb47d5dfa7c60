import { columnTitle } from '../domain/columns.ts';
import { placeholderIn } from '../domain/placeholders.ts';
import type { Dataset, SiteIdentity } from '../domain/records.ts';
import type { Station } from '../domain/station.ts';
import type { Input } from './folders.ts';

const NEEDED: readonly { readonly key: keyof SiteIdentity; readonly name: string; readonly column: string }[] = [
  { key: 'organiser', name: '主办单位', column: 'organiser' },
  { key: 'contact', name: '联系方式', column: 'contact' },
  { key: 'icp', name: 'ICP 备案号', column: 'icp' },
  { key: 'reportEmail', name: '信息有误由谁处理', column: 'report_email' },
  { key: 'mapApproval', name: '审图号', column: 'map_approval' },
  { key: 'interpretationUnit', name: '解读由哪个单位负责', column: 'interpretation_unit' },
];

/** Cells of a station that the public reads as they stand. */
const SHOWN = {
  name: ({ name }) => name,
  address: ({ address }) => address,
  phone: ({ phones }) => phones.map(({ display }) => display.replaceAll('-', '')).join('、'),
  host: ({ host }) => host,
  accessibility: ({ accessibility }) => accessibility,
  directions: ({ directions }) => directions,
  verified_by: ({ verifiedBy }) => verifiedBy,
  source: ({ source }) => source,
} as const satisfies Record<string, (station: Station) => string>;

function placeholderReasons({ stations, organizations }: Dataset): string[] {
  const reasons = stations.flatMap((station) =>
    Object.entries(SHOWN).flatMap(([column, read]) => {
      const found = placeholderIn(read(station));
      return found === null
        ? []
        : [`站点 ${station.id} 的“${columnTitle('stations', column)}”里有占位的“${found}”，换成真实内容`];
    }),
  );
  for (const { id, name } of organizations) {
    const found = placeholderIn(name);
    if (found !== null) reasons.push(`机构 ${id} 的名称里有占位的“${found}”，换成真实名称`);
  }
  return reasons;
}

function unitReasons({ interpretationUnit }: SiteIdentity): string[] {
  const found = placeholderIn(interpretationUnit);
  return found === null ? [] : [`site.yaml 的 interpretation_unit 里有占位的“${found}”，换成真实单位`];
}

/**
 * Every reason why this input may not be published as official, all at once; none means it may. `siteUrl` is the
 * address it will stand at (product.md, Honesty of data; norms.md §2).
 */
export function releaseReasons({ dataset, content }: Input, siteUrl: string | undefined): readonly string[] {
  const { meta, site } = dataset;
  return [
    ...(meta.kind === 'official' ? [] : ['datapackage.json 写的是示例数据（kind: sample），示例不能正式发布']),
    ...(siteUrl === undefined ? ['没有写网站地址：设环境变量 SITE_URL，如 https://www.example.gov.cn'] : []),
    ...NEEDED.filter(({ key }) => site[key] === '').map(
      ({ name, column }) => `site.yaml 的 ${column}（${name}）是空的`,
    ),
    ...unitReasons(site),
    ...content.cases
      .filter(({ head }) => head.sample)
      .map(({ file }) => `${file} 是示例案例（sample: true），不能正式发布`),
    ...placeholderReasons(dataset),
  ];
}
