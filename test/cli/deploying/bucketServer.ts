import S3rver from '@20minutes/s3rver';
import { request } from 'node:http';

/** What a reader gets from the website of the bucket. */
export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** A server of object storage that runs: the environment for `npm run deploy`, its website, and what was written, in order. */
export interface BucketServer {
  readonly env: NodeJS.ProcessEnv;
  readonly written: string[];
  readonly read: (path: string) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

const BUCKET = 'sgz';
const WEBSITE = `<WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IndexDocument><Suffix>index.html</Suffix></IndexDocument><ErrorDocument><Key>zt/sgz/404.html</Key></ErrorDocument></WebsiteConfiguration>`;

/** Starts a server that speaks S3, with a bucket `sgz` that is a website, in a folder. */
export async function startBucketServer(directory: string): Promise<BucketServer> {
  const configureBuckets = [{ name: BUCKET, configs: [WEBSITE] }];
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets });
  const written: string[] = [];
  server.on('event', ({ Records }) => {
    for (const { eventName, s3 } of Records)
      written.push(`${eventName.split(':')[1]} ${decodeURIComponent(s3.object.key)}`);
  });
  const { port } = await server.run();
  const read = (path: string) =>
    new Promise<Answer>((done, failed) => {
      const headers = { Host: `${BUCKET}.s3-website.amazonaws.com` };
      request({ host: '127.0.0.1', port, path: encodeURI(path), headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      })
        .on('error', failed)
        .end();
    });
  const env = {
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_REGION: 'us-east-1',
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
    S3_PATH_STYLE: '1',
  };
  return { env, written, read, stop: () => server.close() };
}
