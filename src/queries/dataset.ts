import type { Dataset } from '../domain/dataset/dataset.ts';
import { foldersOf } from '../loading/folders.ts';
import { load, type Input } from '../loading/input.ts';
import { keepInput, keptInput } from '../loading/keptInput.ts';

/** The checked input of this build; read once, replaced in dev after each good edit. */
export function getInput(): Input {
  const kept = keptInput();
  if (kept !== null) return kept;
  const input = load(foldersOf(process.env));
  keepInput(input);
  return input;
}

/** The checked dataset of this build. */
export function getDataset(): Dataset {
  return getInput().dataset;
}

/** Remembers what was derived from a dataset for as long as that dataset is the current one. */
export function derived<T>(derive: (dataset: Dataset) => T): () => T {
  const results = new WeakMap<Dataset, { value: T }>();
  return () => {
    const dataset = getDataset();
    let result = results.get(dataset);
    if (result === undefined) {
      result = { value: derive(dataset) };
      results.set(dataset, result);
    }
    return result.value;
  };
}

/** Rows by a key of theirs. */
export function keyed<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T> {
  return new Map(rows.map((row) => [key(row), row]));
}

/** Rows gathered under a key of theirs, in their order. */
export function grouped<T, K>(rows: readonly T[], key: (row: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const at = key(row);
    if (at === null) continue;
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [row]);
    else group.push(row);
  }
  return groups;
}
