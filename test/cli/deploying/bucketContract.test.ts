import { afterEach, describe, expect, it, vi } from 'vitest';
import { openBucket } from '../../../src/cli/deploying/storage/bucket.ts';
import { accessOf } from '../../../src/cli/deploying/storage/target.ts';

const OSS = {
  S3_ENDPOINT: 'https://s3.oss-cn-shanghai.aliyuncs.com',
  S3_REGION: 'oss-cn-shanghai',
  S3_ACCESS_KEY_ID: 'AK',
  S3_SECRET_ACCESS_KEY: 'secret',
  S3_SESSION_TOKEN: 'of an hour',
};
const sent: Request[] = [];
/** A bucket on a server that answers with these, one after the other. */
function bucketWith(...answers: readonly (() => Response)[]) {
  sent.length = 0;
  const left = [...answers];
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request);
    const answer = left.shift();
    return answer === undefined ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(answer());
  });
  return openBucket({ bucket: 'sgz', prefix: 'zt/社工/' }, accessOf(OSS), 0);
}
afterEach(() => vi.unstubAllGlobals());

const ok =
  (text = '') =>
  () =>
    new Response(text);
const page = (keys: readonly string[], next = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${keys
    .map((key) => `<Contents><Key>${key}</Key></Contents>`)
    .join('')}${next === '' ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`}</ListBucketResult>`;
const fault = (code: string) => `<Error><Code>${code}</Code><Message>in English</Message></Error>`;

describe('what is said to object storage, by the manual of the API (version 2006-03-01)', () => {
  it('names the bucket in the host, as OSS and COS ask, and signs time, content and token', async () => {
    await bucketWith(ok()).put('关于 1+1/index.html', Buffer.from('x'), { 'Content-Type': 'text/html' });
    const [request] = sent;
    expect(request?.url).toBe(
      'https://sgz.s3.oss-cn-shanghai.aliyuncs.com/zt/%E7%A4%BE%E5%B7%A5/%E5%85%B3%E4%BA%8E%201%2B1/index.html',
    );
    expect(request?.headers.get('x-amz-content-sha256')).toBe(
      '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
    );
    expect(request?.headers.get('x-amz-security-token')).toBe('of an hour');
    expect(request?.headers.get('authorization')).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AK\/\d{8}\/oss-cn-shanghai\/s3\/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/u,
    );
    expect(request?.headers.get('content-encoding')).toBeNull();
  });

  it('lists page by page', async () => {
    const bucket = bucketWith(ok(page(['zt/社工/a&amp;b'], 'n/1=')), ok(page(['zt/社工/c'])));
    expect(await bucket.list('')).toEqual(['a&b', 'c']);
    expect(new URL(sent[1]?.url ?? '').searchParams.get('continuation-token')).toBe('n/1=');
  });

  it('tries again after an answer of overload and after a broken line, not after a refusal', async () => {
    const busy = () => new Response(fault('SlowDown'), { status: 503 });
    await bucketWith(busy, busy, ok()).remove('a');
    expect(sent).toHaveLength(3);
    await expect(bucketWith().remove('a')).rejects.toThrow(/连不上 sgz\.s3\.oss-cn-shanghai\.aliyuncs\.com/u);
    expect(sent).toHaveLength(4);
    const refused = bucketWith(() => new Response(fault('RequestTimeTooSkewed'), { status: 403 }));
    await expect(refused.remove('a')).rejects.toThrow(/时间不准。怎么改：把时间调准（403）/u);
    expect(sent).toHaveLength(1);
  });

  it('takes a copy that failed after 200 for what it is', async () => {
    const bucket = bucketWith(ok(fault('InternalError')));
    await expect(bucket.copy('a', 'b', {})).rejects.toThrow(/InternalError in English/u);
    expect(sent[0]?.headers.get('x-amz-copy-source')).toBe('/sgz/zt/%E7%A4%BE%E5%B7%A5/a');
    expect(sent[0]?.headers.get('x-amz-metadata-directive')).toBe('REPLACE');
  });

  it('tells an object that is not there from a bucket that is not there', async () => {
    expect(await bucketWith(() => new Response(fault('NoSuchKey'), { status: 404 })).get('a')).toBeNull();
    const none = bucketWith(() => new Response(fault('NoSuchBucket'), { status: 404 }));
    await expect(none.get('a')).rejects.toThrow(/没有这个桶/u);
  });
});
