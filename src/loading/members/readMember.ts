import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { MEMBER_CARD, MEMBER_FORMAT, type MemberCard } from '../../domain/openData/memberCard.ts';
import { PARTS_ROOT } from '../../domain/site/lookupParts.ts';
import { isWebAddress } from '../../domain/site/webLinks.ts';
import type { MemberEntry } from '../../schemas/portal.ts';
import { fileFault } from '../faults/fault.ts';
import { DataFaultsError } from '../faults/lines.ts';
import { sha256Base64 } from '../formats/digest.ts';
import { readMemberCard } from '../tables/settings.ts';

/** Gives a file of a member by its path below the base; rejects where it can't be read. */
type Fetch = (path: string) => Promise<Uint8Array>;

/** Milliseconds that a file may take from an address; so many are asked for at once. */
const PATIENCE = 60_000;
const AT_ONCE = 8;
/** The most bytes that a member may weigh on the portal. */
const MOST_BYTES = 500_000_000;

/** The host of a site that was built without `SITE_URL`. */
const NO_HOST = 'example.org';

const UPDATE = '用同一版程序把这个城市再建一次、放上去';

/** Why a member can't be taken in: one message that names the city, what is wrong and what to do. */
const refuse = ({ name, from }: MemberEntry, message: string, remedy: string): DataFaultsError =>
  new DataFaultsError([fileFault(`成员“${name}”（${from}）`, message, remedy)]);

function fetcherOf({ from }: MemberEntry, folder: string): Fetch {
  if (!isWebAddress(from)) return (path) => readFile(resolve(folder, from, path));
  return async (path) => {
    const response = await fetch(new URL(path, from.endsWith('/') ? from : `${from}/`), {
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) throw new Error(`${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

async function cardOf(entry: MemberEntry, fetchFile: Fetch): Promise<MemberCard> {
  const bytes = await fetchFile(MEMBER_CARD).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw refuse(
      entry,
      `读不到 ${MEMBER_CARD}（${why}）`,
      `看网站在不在、地址对不对；旧版建的网站没有这个文件，${UPDATE}`,
    );
  });
  const { value, faults } = readMemberCard(() => bytes, MEMBER_CARD);
  if (value !== null) return value;
  const format = faults.find(({ column }) => column === 'format');
  throw format === undefined
    ? refuse(entry, `${MEMBER_CARD} 不完整：${faults[0]?.column ?? ''} ${faults[0]?.message ?? ''}`, UPDATE)
    : refuse(entry, `${MEMBER_CARD} 的 format 是“${format.value}”，这里认得的是 ${MEMBER_FORMAT}`, UPDATE);
}

/** Checks the files of a member against their digests, and writes them below `to`. */
async function takeFiles(entry: MemberEntry, card: MemberCard, fetchFile: Fetch, to: string): Promise<void> {
  if (card.files.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES)
    throw refuse(entry, `要取的文件超过 ${MOST_BYTES / 1e6} MB`, '看地址是不是写错了');
  const waiting = [...card.files];
  const take = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { path, sha256: digest } = next;
      const bytes = await fetchFile(path).catch((error: unknown) => {
        throw refuse(entry, `读不到 ${path}（${error instanceof Error ? error.message : String(error)}）`, UPDATE);
      });
      if (sha256Base64(bytes) !== digest)
        throw refuse(
          entry,
          `${path} 和 ${MEMBER_CARD} 里的摘要对不上，可能没有放完，或被改过`,
          '等这个城市放完了再运行一次；还不行，把它再建一次、放上去',
        );
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), bytes);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

/** A member that was taken in: its entry, its card, where readers are led, and the folder with its files. */
export interface Member {
  readonly entry: MemberEntry;
  readonly card: MemberCard;
  readonly address: string;
  readonly folder: string;
}

/** A member from the files below `folder`. */
const memberOf = (entry: MemberEntry, card: MemberCard, folder: string): Member => ({
  entry,
  card,
  address: (entry.address || card.home).replace(/\/?$/u, '/'),
  folder,
});

/**
 * Reads a member into the folder `to`: its card first, then every file that the card names, each against its digest.
 * `pagefind` is the version that the portal's own full text is made with. Rejects with DataFaultsError, which names the
 * city, where anything is missing, of another version or not as the card says.
 */
export async function readMember(entry: MemberEntry, base: string, to: string, pagefind: string): Promise<Member> {
  const fetchFile = fetcherOf(entry, base);
  const card = await cardOf(entry, fetchFile);
  if (card.pagefind !== pagefind)
    throw refuse(entry, `全文索引是 Pagefind ${card.pagefind} 做的，这里是 ${pagefind}，合不到一起`, UPDATE);
  if (card.files.some(({ path }) => path === PARTS_ROOT))
    throw refuse(
      entry,
      '站太多，查找是按区分开写的，门户收不了',
      '这个网站自己就能查各个区，直接给它的网址；要放进门户，把各个城市分开建站',
    );
  if (entry.address === '' && new URL(card.home).hostname === NO_HOST)
    throw refuse(
      entry,
      '建的时候没有写 SITE_URL，不知道读者该去哪里',
      '在 portal.yaml 这个城市下面写 address，写它的网址',
    );
  await takeFiles(entry, card, fetchFile, to);
  mkdirSync(join(to, dirname(MEMBER_CARD)), { recursive: true });
  writeFileSync(join(to, MEMBER_CARD), JSON.stringify(card));
  return memberOf(entry, card, to);
}

/** The member that an earlier run has left in `folder`; null where there is none that can be read. */
export function keptMember(entry: MemberEntry, folder: string): Member | null {
  try {
    const { value } = readMemberCard(() => readFileSync(join(folder, MEMBER_CARD)), MEMBER_CARD);
    return value === null ? null : memberOf(entry, value, folder);
  } catch {
    return null;
  }
}
