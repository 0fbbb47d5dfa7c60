declare module '@20minutes/s3rver' {
  import type { Server } from 'node:http';

  /** A server that speaks S3 and checks signatures; its key and secret are both `S3RVER`. */
  export default class S3rver {
    constructor(options: Readonly<Record<string, unknown>>);
    readonly httpServer: Server;
    run(): Promise<{ readonly port: number }>;
    close(): Promise<void>;
    on(event: 'event', told: (event: { readonly Records: readonly S3Record[] }) => void): this;
  }

  interface S3Record {
    readonly eventName: string;
    readonly s3: { readonly object: { readonly key: string } };
  }
}
