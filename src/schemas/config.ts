import { z } from 'astro/zod';
import { isValidDate } from '../domain/time/validDate.ts';
import { isWebAddress } from '../domain/site/webLinks.ts';
import type { Coastline, DatasetMeta, SiteIdentity } from '../domain/dataset/dataset.ts';

const date = z.string().refine(isValidDate, '日期按 2026-11-23 的样子写');

/** The schema of datapackage.json, which says what the dataset is. */
export const packageSchema = z
  .looseObject({
    name: z.string().regex(/^[a-z0-9._-]+$/u, '只用小写英文字母、数字和 . _ -，如 shegongzhan-shanghai'),
    title: z.string().min(1),
    kind: z.enum(['sample', 'official'], { error: '只能是 sample（示例）或 official（正式）' }),
    as_at: date,
    resources: z.array(
      z.looseObject({
        path: z.string().min(1),
        title: z.string().min(1),
        source: z.string().min(1),
        licence: z.string().min(1),
        date,
      }),
    ),
  })
  .transform((value): DatasetMeta => ({
    name: value.name,
    kind: value.kind,
    title: value.title,
    asAt: value.as_at,
    sources: value.resources.map(({ path, title, source, licence, date: at }) => ({
      path,
      title,
      source,
      licence,
      date: at,
    })),
  }));

const unset = z.string().default('');

/** The schema of site.yaml, which says who publishes. An empty text means not configured. */
export const siteSchema = z
  .strictObject({
    city: z.string().min(1, '写上城市名，如 上海'),
    site_name: z.string().min(1, '写上网站名称'),
    site_id_code: z
      .string()
      .regex(/^(?:\d{10})?$/u, '网站标识码是 10 位数字，没有就留空')
      .default(''),
    icp: unset,
    police_record: unset,
    organiser: unset,
    undertaker: unset,
    contact: unset,
    press_contact: unset,
    report_email: z.union([z.literal(''), z.email('不是邮箱地址，没有就留空')]).default(''),
    host_site: z
      .strictObject({
        name: unset,
        url: unset.refine(
          (url) => url === '' || isWebAddress(url),
          '不是网页的地址：写成 https:// 开头的网址，没有就留空',
        ),
      })
      .optional(),
    city_hotline: z.string().regex(/^\d{3,12}$/u, '热线只写数字'),
    map_approval: unset,
    data_licence: z.string().min(1, '写上数据的许可'),
    interpretation_unit: unset,
    interpretation_contact: unset,
    notice: z.string().max(80, '太长：最多 80 个字').default(''),
    security: z
      .strictObject({
        contact: z
          .string()
          .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)?$/u, '写成 mailto:邮箱 或 https:// 开头的网址，没有就留空')
          .default(''),
        expires: z.union([z.literal(''), date]).default(''),
      })
      .refine(({ contact, expires }) => contact === '' || expires !== '', {
        path: ['expires'],
        message: '写了联系办法，就要写到哪一天有效，不超过一年',
      })
      .optional(),
    report_to_state: z.boolean({ error: '只能是 true 或 false' }).default(false),
    // What the register of public institutions hands out, as sites of authorities link it: an id of 32 signs.
    party_mark: unset.refine(
      (url) => url === '' || /^https:\/\/bszs\.conac\.cn\/sitename\?method=show&id=[0-9A-F]{32}$/u.test(url),
      '写成标识点开以后的网址，https://bszs.conac.cn/sitename?method=show&id= 后面 32 位，没有就留空',
    ),
    leave_notice: z.boolean({ error: '只能是 true 或 false，不写就是正式网站有、示例没有' }).nullish(),
    leave_exempt: z
      .array(z.string().regex(/^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, '只写域名，小写，如 uri.amap.com'))
      .default([]),
    reviewed_files: z
      .array(
        z.strictObject({
          sha256: z.string().regex(/^[0-9a-f]{64}$/u, '不是 SHA-256：照检查里说的抄，64 位'),
          what: z.string().min(1, '写上是什么文件'),
          reviewed_on: date,
          reviewed_by: z.string().min(1, '写上看过的单位'),
        }),
      )
      .default([]),
  })
  .transform((value): SiteIdentity => ({
    city: value.city,
    siteName: value.site_name,
    siteIdCode: value.site_id_code,
    icp: value.icp,
    policeRecord: value.police_record,
    organiser: value.organiser,
    undertaker: value.undertaker,
    contact: value.contact,
    pressContact: value.press_contact,
    reportEmail: value.report_email,
    hostSite: value.host_site?.url ? { name: value.host_site.name, url: value.host_site.url } : null,
    cityHotline: value.city_hotline,
    mapApproval: value.map_approval,
    dataLicence: value.data_licence,
    interpretationUnit: value.interpretation_unit,
    interpretationContact: value.interpretation_contact,
    notice: value.notice.trim(),
    security: value.security?.contact ? { contact: value.security.contact, expires: value.security.expires } : null,
    reportsToState: value.report_to_state && value.site_id_code !== '',
    partyMark: value.party_mark,
    leaveNotice: value.leave_notice ?? null,
    leaveExempt: value.leave_exempt,
    reviewedFiles: value.reviewed_files.map(({ sha256 }) => sha256),
  }));

const lonLat = z.tuple([z.number(), z.number()]);

const namedPoint = z.tuple([z.string().min(1), z.number(), z.number()]);

/** The schema of the waters in coastline.json; a file from before there were any has none. */
const watersSchema = z
  .looseObject({
    source: z.string().min(1),
    licence: z.string().min(1),
    names: z.array(namedPoint),
    rivers: z.array(z.tuple([z.string(), z.array(lonLat).min(2)])),
    lakes: z.array(z.tuple([z.string(), z.array(lonLat).min(4)])),
    seas: z.array(namedPoint),
  })
  .default({ source: '', licence: '', names: [], rivers: [], lakes: [], seas: [] });

/** The schema of coastline.json, which `npm run coastline` writes. */
export const coastlineSchema: z.ZodType<Coastline> = z.looseObject({
  source: z.string().min(1),
  licence: z.string().min(1),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  rings: z.array(z.array(lonLat).min(4)),
  waters: watersSchema,
});
