import { describe, expect, it } from 'vitest';
import { withoutPrivateNames } from '../../src/integrations/privateNames.ts';

const lowered = (code: string) => withoutPrivateNames(code, 'a.ts');

describe('private names', () => {
  it('become short properties that do the same', () => {
    const code =
      'return class { #count = 1; #add(n) { this.#count += n; return this.#count } plus(n) { return this.#add(n) } }';
    const body = code.replace('return ', 'const made: unknown = ');
    const text = lowered(body).replace('const made: unknown = ', 'return ');
    expect(text).not.toContain('#');
    const Made = new Function(text)() as new () => { plus: (n: number) => number };
    expect(new Made().plus(2)).toBe(3);
  });

  it('are told from a # in words', () => {
    expect(lowered('class A { #a = "#a"; b = `#${this.#a}` } // #a')).toBe(
      'class A { _a = "#a"; b = `#${this._a}` } // #a',
    );
    expect(lowered("const x = '#main';")).toBe("const x = '#main';");
  });

  it('fail where the short name is taken, or an object is asked for one', () => {
    expect(() => lowered('class A { #b = 1; _a = 2 }')).toThrow('a.ts：_a 这个名字要留给 #b');
    expect(() => lowered('class A { #b = 1; is(x: object) { return #b in x } }')).toThrow('#b in');
  });
});
