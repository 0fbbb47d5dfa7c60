import { parseSync, Visitor } from 'rolldown/utils';
import type { Plugin } from 'rolldown';
import type { Plugin as VitePlugin } from 'vite';

/** The rooms whose code runs in browsers. */
const ROOMS = /\/src\/(?:client|search|domain)\/.*\.ts$/u;

/**
 * Writes `#name` as an ordinary property with a short name, `_a` for the first of a file. No class of ours is derived
 * from another of ours, so that none can meet a namesake; TypeScript has already held who may read what.
 *
 * @throws where a file asks `#name in object`, or has a property of such a short name itself.
 */
export function withoutPrivateNames(code: string, file: string): string {
  if (!code.includes('#')) return code;
  const found: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  new Visitor({
    PrivateIdentifier: ({ name, start, end }) => void found.push({ name, start, end }),
    BinaryExpression: ({ left }) => {
      const { type, name } = left as { readonly type: string; readonly name?: string };
      if (type === 'PrivateIdentifier') throw new Error(`${file}：老浏览器没有 #${name} in`);
    },
  }).visit(parseSync(file, code).program);
  const names = [...new Set(found.map(({ name }) => name))];
  const short = (name: string) => `_${(names.indexOf(name) + 10).toString(36)}`;
  const taken = names.find((name) => new RegExp(`\\b${short(name)}\\b`, 'u').test(code));
  if (taken !== undefined) throw new Error(`${file}：${short(taken)} 这个名字要留给 #${taken}`);
  return found
    .sort((a, b) => b.start - a.start)
    .reduce((text, { name, start, end }) => text.slice(0, start) + short(name) + text.slice(end), code);
}

/**
 * A plugin for Vite and Rolldown that lowers private names, which Safari 14 and Firefox before 90 can't read, at no cost: the bundler's
 * own way is a WeakMap for each.
 */
export function privateNames(): Plugin & Pick<VitePlugin, 'enforce' | 'applyToEnvironment'> {
  return {
    name: 'private-names',
    enforce: 'pre',
    // What makes the pages runs in Node, which reads private names.
    applyToEnvironment: ({ name }) => name !== 'prerender' && name !== 'ssr',
    transform(code, id) {
      const [file = ''] = id.split('?');
      return ROOMS.test(file) ? { code: withoutPrivateNames(code, file), map: null } : null;
    },
  };
}
