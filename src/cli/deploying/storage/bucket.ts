import { AwsClient } from 'aws4fetch';
import { setTimeout as wait } from 'node:timers/promises';
import { sha256 } from '../../../loading/formats/digest.ts';
import { readXml } from '../../../loading/formats/xml.ts';
import { DeployError } from '../deployError.ts';
import type { Access, Target } from './target.ts';

/** Headers that an object is answered with. */
export type Headers = Readonly<Record<string, string>>;

/** What a deploy asks of a bucket. Keys are those below the prefix. Everything throws DeployError where it is refused. */
export interface Bucket {
  /** The bytes of an object; null where there is none. */
  readonly get: (key: string) => Promise<Buffer | null>;
  readonly put: (key: string, bytes: Uint8Array, headers: Headers) => Promise<void>;
  /** Copies an object inside the storage; the copy is answered with `headers` alone. */
  readonly copy: (from: string, to: string, headers: Headers) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** The keys that begin with `start`; `most` ends the list early. */
  readonly list: (start: string, most?: number) => Promise<readonly string[]>;
  /** Whether anybody may read an object, without keys. */
  readonly isOpen: (key: string) => Promise<boolean>;
}

const TRIES = 4;
/** A large file over a slow line takes long, an answer that never comes must end. */
const MOST_MS = 300_000;

/** What refusals by their code mean; others are told as they were said. */
const REFUSALS: Readonly<Record<string, string>> = {
  AccessDenied: '没有权限。怎么改：给这个密钥读、写、列出、删除这个桶的权限',
  InvalidAccessKeyId: '没有这个密钥。怎么改：看 S3_ACCESS_KEY_ID',
  SignatureDoesNotMatch: '密钥不对。怎么改：看 S3_SECRET_ACCESS_KEY 和 S3_REGION',
  NoSuchBucket: '没有这个桶。怎么改：看 --to 后面的桶名，或先建好桶',
  RequestTimeTooSkewed: '这台电脑的时间不准。怎么改：把时间调准',
  SecondLevelDomainForbidden: '桶名要写在网址的主机里。怎么改：去掉 S3_PATH_STYLE',
};

function said(text: string, wanted: string): string | undefined {
  let found: string | undefined;
  readXml(text, { text: (words, within) => void (within === wanted && (found ??= words)) });
  return found;
}

async function refusal(response: Response, text: string): Promise<DeployError> {
  const code = said(text, 'Code') ?? '';
  const words = REFUSALS[code] ?? `${code} ${said(text, 'Message') ?? ''}`.trim();
  return new DeployError(`对象存储不肯：${words || '没有说原因'}（${response.status}）。`);
}

const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');

function addressOf({ endpoint, inPath }: Access, bucket: string, key: string): string {
  const base = new URL(endpoint);
  if (!inPath) base.host = `${bucket}.${base.host}`;
  const path = [...(inPath ? [bucket] : []), ...(key === '' ? [] : [encoded(key)])].join('/');
  return `${base.origin}${base.pathname.replace(/\/$/u, '')}/${path}`;
}

/** Whether an answer may be better next time. */
const isPassing = ({ status }: Response) => status >= 500 || status === 429;

/** Opens a place in a bucket. */
export function openBucket({ bucket, prefix }: Target, access: Access, pauseMs = 400): Bucket {
  const client = new AwsClient({ ...access.keys, service: 's3' });
  const at = (key: string) => addressOf(access, bucket, prefix + key);

  /** Asks until an answer comes that will not pass; all that is asked for may be done twice. */
  async function ask(url: string, method: string, body: Uint8Array | null, headers: Headers): Promise<Response> {
    for (let times = 1; ; times += 1) {
      try {
        const hash = sha256(body ?? new Uint8Array());
        const signed = await client.sign(url, {
          method,
          headers: { ...headers, 'X-Amz-Content-Sha256': hash },
          body: body as Uint8Array<ArrayBuffer> | null,
          signal: AbortSignal.timeout(MOST_MS),
        });
        const response = await fetch(signed);
        if (!isPassing(response) || times === TRIES) return response;
        await response.body?.cancel();
      } catch (cause) {
        if (times === TRIES)
          throw new DeployError(`连不上 ${new URL(url).host}。怎么改：看网络和 S3_ENDPOINT，再运行一次。`, { cause });
      }
      await wait(pauseMs * 2 ** times);
    }
  }

  async function done(url: string, method: string, body: Uint8Array | null = null, headers: Headers = {}) {
    const response = await ask(url, method, body, headers);
    const text = await response.text();
    // A copy may fail after its answer has begun with 200; then the answer is an error all the same.
    if (!response.ok || /<Error[\s>]/u.test(text)) throw await refusal(response, text);
    return text;
  }

  return {
    get: async (key) => {
      const response = await ask(at(key), 'GET', null, {});
      if (response.ok) return Buffer.from(await response.arrayBuffer());
      const text = await response.text();
      if (response.status === 404 && said(text, 'Code') !== 'NoSuchBucket') return null;
      throw await refusal(response, text);
    },
    put: async (key, bytes, headers) => void (await done(at(key), 'PUT', bytes, headers)),
    copy: async (from, to, headers) => {
      const source = `/${bucket}/${encoded(prefix + from)}`;
      const how = { 'X-Amz-Copy-Source': source, 'X-Amz-Metadata-Directive': 'REPLACE' };
      await done(at(to), 'PUT', null, { ...headers, ...how });
    },
    remove: async (key) => void (await done(at(key), 'DELETE')),
    list: async (start, most = Infinity) => {
      const keys: string[] = [];
      for (let token: string | undefined = ''; token !== undefined && keys.length < most;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: prefix + start });
        if (token !== '') query.set('continuation-token', token);
        if (most < 1000) query.set('max-keys', String(most));
        const text = await done(`${addressOf(access, bucket, '')}?${query.toString().replaceAll('+', '%20')}`, 'GET');
        readXml(text, { text: (words, within) => void (within === 'Key' && keys.push(words.slice(prefix.length))) });
        token = said(text, 'NextContinuationToken');
      }
      return keys;
    },
    isOpen: async (key) => {
      try {
        const response = await fetch(at(key), { signal: AbortSignal.timeout(30_000) });
        await response.body?.cancel();
        return response.ok;
      } catch {
        return false;
      }
    },
  };
}
