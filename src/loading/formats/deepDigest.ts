import { hash } from 'node:crypto';

/** What was worked out of objects that many values share; they are never changed once they are made. */
const known = new WeakMap<object, string>();

const short = (text: string): string => hash('sha256', text, 'base64url');

function ofObject(value: object): string {
  if (Array.isArray(value)) return short(`[${value.map(part).join()}`);
  if (value instanceof URL || value instanceof Date) return short(`${value.constructor.name} ${value.toJSON()}`);
  if (value instanceof Set) return short(`set ${[...value].map(part).join()}`);
  if (value instanceof Map) return short(`map ${[...value].map(([key, one]) => `${part(key)}:${part(one)}`).join()}`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`no digest of ${value.constructor.name}`);
  return short(
    `{${Object.entries(value)
      .map(([key, one]) => `${JSON.stringify(key)}:${part(one)}`)
      .join()}`,
  );
}

/** A text that stands for a value inside a larger one: short values themselves, of objects their digest. */
function part(value: unknown): string {
  if (typeof value === 'object' && value !== null) return deepDigest(value);
  if (typeof value === 'string') return value.length > 40 ? `"${short(value)}` : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined)
    return Object.is(value, -0) ? '-0' : String(value);
  throw new TypeError(`no digest of a ${typeof value}`);
}

/**
 * A digest (SHA-256) of a value made of plain objects, lists, maps, sets, dates, addresses, texts, numbers, booleans, null
 * and undefined, in the order in which they hold their parts. Objects that stand in several values are read once, so
 * they may not be changed afterwards. Throws a TypeError for anything else, such as a function.
 */
export function deepDigest(value: object): string {
  const before = known.get(value);
  if (before !== undefined) return before;
  const digest = ofObject(value);
  known.set(value, digest);
  return digest;
}
