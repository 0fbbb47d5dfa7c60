import { DeployError } from '../deployError.ts';

/** A place in a bucket: its name, and what the keys of the site begin with, empty or with a slash at its end. */
export interface Target {
  readonly bucket: string;
  readonly prefix: string;
}

/** How a bucket is reached. */
export interface Access {
  readonly endpoint: URL;
  readonly keys: {
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** Whether the bucket is named in the path of addresses and not in the host: MinIO and the like. */
  readonly inPath: boolean;
}

/** Reads `s3://bucket/prefix`; null where the text is no address of a bucket. Throws DeployError where it is a faulty one. */
export function targetOf(text: string): Target | null {
  if (!/^s3:/iu.test(text)) return null;
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(\/[^?#]*)?$/u.exec(text) ?? [];
  const parts = path.split('/').filter((part) => part !== '');
  if (bucket === undefined || parts.some((part) => part.startsWith('.')))
    throw new DeployError(`看不懂 --to 后面的“${text}”。怎么改：按 s3://桶名/zt/shegongzhan 的样子写。`);
  return { bucket, prefix: parts.map((part) => `${part}/`).join('') };
}

const NEEDED = {
  S3_ENDPOINT: '对象存储的网址，如 https://s3.oss-cn-shanghai.aliyuncs.com',
  S3_REGION: '地域，如 oss-cn-shanghai',
  S3_ACCESS_KEY_ID: '密钥的编号',
  S3_SECRET_ACCESS_KEY: '密钥',
} as const;

/**
 * Reads from the environment how a bucket is reached; keys come from nowhere else, so that none stands in a history of
 * commands or in a repository. Throws DeployError with what is missing.
 */
export function accessOf(env: Readonly<Record<string, string | undefined>>): Access {
  const missing = Object.entries(NEEDED).filter(([name]) => (env[name] ?? '') === '');
  if (missing.length > 0)
    throw new DeployError(
      `还缺这几个环境变量，没有传：\n${missing.map(([name, what]) => `  ${name}  ${what}`).join('\n')}\n怎么改：设好再运行一次。密钥不要写进命令和文件里。`,
    );
  const endpoint = URL.parse(env['S3_ENDPOINT'] ?? '');
  if (endpoint === null || !/^https?:$/u.test(endpoint.protocol))
    throw new DeployError(`S3_ENDPOINT“${env['S3_ENDPOINT']}”不是网址。怎么改：按 https:// 开头的样子写。`);
  return {
    endpoint,
    keys: {
      region: env['S3_REGION'] ?? '',
      accessKeyId: env['S3_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['S3_SECRET_ACCESS_KEY'] ?? '',
      ...(env['S3_SESSION_TOKEN'] ? { sessionToken: env['S3_SESSION_TOKEN'] } : {}),
    },
    inPath: env['S3_PATH_STYLE'] === '1',
  };
}
