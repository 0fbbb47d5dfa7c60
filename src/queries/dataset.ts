import type { Dataset } from '../domain/dataset/dataset.ts';
import { foldersOf } from '../loading/folders.ts';
import { load, type Input } from '../loading/input.ts';
import { keepInput, keptInput } from '../loading/keptInput.ts';

/** The checked input of this build, data and texts. In dev it is replaced after each edit without faults. */
export function getInput(): Input {
  const kept = keptInput();
  if (kept !== null) return kept;
  const input = load(foldersOf(process.env));
  keepInput(input);
  return input;
}

/** The checked data of this build, without the texts. */
export function getDataset(): Dataset {
  return getInput().dataset;
}

/** Makes a function that derives a value from the dataset once and remembers it until the dataset is replaced. */
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

/** A map of rows by a key that is unique to each. */
export function keyed<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T> {
  return new Map(rows.map((row) => [key(row), row]));
}

/**
 * A map of lists of rows by a key that they share, each in the order of the rows; rows with the key null are left out.
 */
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
