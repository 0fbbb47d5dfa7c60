import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rememberDigests } from '../../../src/cli/building/digests.ts';

const bytes = fc.uint8Array({ maxLength: 5000 });
const usual = (algorithm: string, data: Uint8Array<ArrayBuffer>) => webcrypto.subtle.digest(algorithm, data);

describe('digests that are remembered', () => {
  it('are those of the platform, the first time and again, and none is changed by who got it', async () => {
    const quick = { digest: webcrypto.subtle.digest.bind(webcrypto.subtle) };
    rememberDigests(quick);
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('SHA-256', 'SHA-384'), async (data, algorithm) => {
        const copy = Uint8Array.from(data);
        const right = new Uint8Array(await usual(algorithm, copy));
        const first = new Uint8Array(await quick.digest(algorithm, copy));
        expect(first).toEqual(right);
        first.fill(0);
        expect(new Uint8Array(await quick.digest(algorithm, copy))).toEqual(right);
      }),
    );
  });
});
