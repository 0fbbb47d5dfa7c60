import { DeployError } from './deployError.ts';

/*
 * Versions of a site on a server or in a bucket. Their names, `0007-20261123-1a2b3c4d`, tell their number, their day and
 * the first letters of a hash of their content.
 */

const NAME = /^(\d{4,})-\d{8}-[0-9a-f]{8}$/u;

/** A version of a site that is kept; one that was rolled back is withdrawn: no later rollback returns to it by itself. */
export interface Version {
  readonly name: string;
  readonly number: number;
  readonly withdrawn: boolean;
}

/** The versions among these names, the oldest first. */
export function versionsOf(names: readonly string[], isWithdrawn: (name: string) => boolean): readonly Version[] {
  return names
    .flatMap((name) => {
      const number = NAME.exec(name)?.[1];
      return number === undefined ? [] : [{ name, number: Number(number), withdrawn: isWithdrawn(name) }];
    })
    .sort((a, b) => a.number - b.number);
}

/** The name of the next version by the day and a hash of its content. */
export const nextName = (all: readonly Version[], day: string, hash: string): string =>
  `${String((all.at(-1)?.number ?? 0) + 1).padStart(4, '0')}-${day.replaceAll('-', '')}-${hash.slice(0, 8)}`;

/** Whether a version was made of the content with this hash. */
export const isOfContent = (name: string | null, hash: string): boolean => name?.endsWith(hash.slice(0, 8)) === true;

/** Those that were finished but never served, because the run was killed before it switched. */
export function unserved(all: readonly Version[], current: string | null): readonly string[] {
  const served = all.find(({ name }) => name === current);
  if (served === undefined) return [];
  return all.flatMap(({ name, number, withdrawn }) => (number > served.number && !withdrawn ? [name] : []));
}

/**
 * The version that a rollback returns to: the one asked for by name or number, else the latest before the present one
 * that wasn't rolled back itself. Throws DeployError where there is none.
 */
export function rollbackTarget(all: readonly Version[], current: string | null, asked: string | undefined): string {
  const names = all.map(({ name, withdrawn }) => `  ${name}${withdrawn ? '（退掉的）' : ''}`).join('\n');
  if (asked !== undefined) {
    const found = all.find(({ name, number }) => name === asked || String(number) === asked.replace(/^0+/u, ''));
    if (found === undefined) throw new DeployError(`没有 ${asked} 这一版，没有换。现有：\n${names || '  （没有）'}`);
    return found.name;
  }
  const served = all.find(({ name }) => name === current);
  const found = all.findLast(({ number, withdrawn }) => !withdrawn && number < (served?.number ?? Infinity));
  if (found === undefined)
    throw new DeployError(
      `没有更早的一版可以退，没有换。怎么改：要用退掉的那一版，写明是哪一版：--rollback 版本。现有：\n${names || '  （没有）'}`,
    );
  return found.name;
}

/** What a rollback to `target` changes: what is newer is withdrawn, the target itself is good again. */
export function withdrawnBy(all: readonly Version[], target: string): ReadonlyMap<string, boolean> {
  const number = all.find(({ name }) => name === target)?.number ?? 0;
  return new Map(all.filter((one) => one.number >= number).map(({ name }) => [name, name !== target]));
}

/** All but the latest `keep` and the one that is served, the oldest first: those that may go. */
export function beyond(all: readonly Version[], current: string | null, keep: number): readonly string[] {
  const others = all.filter(({ name }) => name !== current);
  return others.slice(0, Math.max(0, others.length - (keep - 1))).map(({ name }) => name);
}

/** The versions at a place for the operator to read, one a line. */
export function listed(place: string, all: readonly Version[], current: string | null): string {
  const lines = all.map(
    ({ name, withdrawn }) => `  ${name}${name === current ? '（正在用）' : ''}${withdrawn ? '（退掉的）' : ''}`,
  );
  return lines.length === 0 ? `${place} 里还没有网站。` : lines.join('\n');
}
