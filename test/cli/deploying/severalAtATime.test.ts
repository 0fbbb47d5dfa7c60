import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { severalAtATime } from '../../../src/cli/deploying/severalAtATime.ts';

const never = new AbortController().signal;

describe('several things at a time', () => {
  it('does each once', async () => {
    const done: number[] = [];
    await severalAtATime([1, 2, 3, 4, 5, 6, 7], 3, never, async (item) => {
      await wait(8 - item);
      done.push(item);
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('begins nothing after a failure, and comes back when nothing is under way any more', async () => {
    const begun: number[] = [];
    let ended = 0;
    const all = severalAtATime([1, 2, 3, 4, 5, 6, 7, 8], 3, never, async (item) => {
      begun.push(item);
      await wait(item === 2 ? 1 : 20);
      if (item === 2) throw new Error('磁盘满了');
      ended += 1;
    });
    await expect(all).rejects.toThrow('磁盘满了');
    expect([begun, ended]).toEqual([[1, 2, 3], 2]);
  });

  it('stops where it is told to', async () => {
    const stop = new AbortController();
    let begun = 0;
    const all = severalAtATime(Array(50).keys(), 2, stop.signal, async () => {
      begun += 1;
      if (begun === 4) stop.abort();
      await wait(1);
    });
    await expect(all).rejects.toThrow();
    expect(begun).toBeLessThan(7);
  });
});
