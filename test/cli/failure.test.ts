import { describe, expect, it } from 'vitest';
import { faultOfSystem } from '../../src/cli/failure.ts';

const refused = (code: string, path?: string) => Object.assign(new Error(`${code}: no`), { code, path });

describe('what the system refuses', () => {
  it.each([
    [refused('ENOSPC', '/srv/dist'), '/srv/dist：磁盘满了。怎么改：腾出地方再运行一次（ENOSPC）。'],
    [refused('ENOSPC'), '磁盘满了。怎么改：腾出地方再运行一次（ENOSPC）。'],
    [refused('EACCES', '/srv'), '/srv：没有权限。怎么改：换一个能写的文件夹，或改它的权限（EACCES）。'],
  ])('%s is said in Chinese, with what to do', (error, words) => {
    expect(faultOfSystem(error)).toBe(words);
  });

  it('is told from a fault of the program', () => {
    expect(faultOfSystem(new TypeError('x is not a function'))).toBeNull();
    expect(faultOfSystem('no error at all')).toBeNull();
  });
});
