import { z } from 'astro/zod';
import type { SiteIdentity } from '../domain/dataset/dataset.ts';
import { isForPortals, MEMBER_FORMAT, type MemberCard } from '../domain/openData/memberCard.ts';
import { isWebAddress } from '../domain/site/webLinks.ts';
import { isValidDate } from '../domain/time/validDate.ts';
import { siteSchema } from './config.ts';

/** A member of a portal as portal.yaml names it. */
export interface MemberEntry {
  /** The name of its folder on the portal. */
  readonly id: string;
  readonly name: string;
  /** Where it is read: a folder with a finished site, or the address of its home page. */
  readonly from: string;
  /** Where readers are led; empty leaves it to what the site says of itself. */
  readonly address: string;
}

/** The content of portal.yaml: who publishes the portal, and its members in the order of the list. */
export interface PortalConfig {
  readonly site: SiteIdentity;
  readonly members: readonly MemberEntry[];
}

const once = (values: readonly string[]) => new Set(values).size === values.length;

/** The schema of portal.yaml; `site` has the entries of site.yaml. */
export const portalSchema = z.strictObject({
  site: siteSchema,
  members: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/u, '只用小写英文字母、数字和 -，字母开头，如 changsha'),
        name: z.string().min(1, '写上城市名，如 长沙'),
        from: z.string().min(1, '写上建好的网站的文件夹，或它的网址'),
        address: z
          .string()
          .refine(
            (url) => url === '' || isWebAddress(url) || url.startsWith('/'),
            '写成 https:// 开头的网址，或 / 开头的路径',
          )
          .default(''),
      }),
    )
    .min(1, '至少写一个城市')
    .refine((members) => once(members.map(({ id }) => id)), '有两个城市的 id 一样')
    .refine((members) => once(members.map(({ name }) => name)), '有两个城市的 name 一样'),
}) satisfies z.ZodType<PortalConfig>;

const text = z.string().min(1).max(200);
const count = z.number().int().nonnegative();

/** The schema of `/data/member.json` of a member. */
export const memberSchema: z.ZodType<MemberCard> = z.looseObject({
  format: z.literal(MEMBER_FORMAT),
  city: text,
  siteName: text,
  kind: z.enum(['sample', 'official']),
  asAt: z.string().refine(isValidDate),
  home: z.string().refine(isWebAddress),
  stations: count,
  towns: count,
  committees: count,
  pagefind: text,
  files: z
    .array(
      z.looseObject({
        path: z.string().refine(isForPortals),
        bytes: count,
        sha256: z.string().regex(/^[A-Za-z0-9+/]{43}=$/u),
      }),
    )
    .max(20_000),
});
