import { SearchEngine } from '../../../src/client/search/partsEngine.ts';
import { searchFilesOf } from '../../../src/search/pack/searchFiles.ts';
import type { SearchSource } from '../../../src/search/pack/source.ts';
import type { Answer, SearchFilters } from '../../../src/search/types/answer.ts';
import { TODAY } from '../../search/lookups.ts';

/** The files of a lookup in parts as they lie on a server, by their addresses. */
export function partedFiles(source: SearchSource): ReadonlyMap<string, string> {
  const { places, parts, ...own } = searchFilesOf(source, TODAY, true);
  const files: Record<string, unknown> = { ...own, parts: parts?.root, places: places.root };
  for (const [key, file] of parts?.names ?? []) files[`names/${key}`] = file;
  for (const [code, file] of parts?.parts ?? []) files[`parts/${code}`] = file;
  for (const [key, file] of places.files) files[`places/${key}`] = file;
  return new Map(
    Object.entries(files).map(([name, file]) => [`https://a.example/search/${name}.json`, JSON.stringify(file)]),
  );
}

/**
 * An engine in parts that is asked as the search asks it, and forgets the parts of former questions where a new one needs
 * others. Its files come through `fetch`, which a test puts there.
 */
export class PartedLookup {
  readonly #engine = new SearchEngine(0);
  readonly #files: ReadonlyMap<string, string>;

  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  /** Gives the engine the files of the site itself. */
  async open(): Promise<this> {
    for (const kind of ['lookup', 'words', 'committees', 'more'] as const)
      await this.#engine.handle({ kind, ...this.#file(kind) });
    return this;
  }

  /** The answer with the files of places that it wants. */
  async answer(query: string, filters: SearchFilters = {}): Promise<Answer> {
    for (;;) {
      const answer = await this.#engine.handle({ kind: 'full', query, filters });
      if (answer === null) throw new Error('no answer');
      if (answer.wants === null) return answer;
      const { file: key } = answer.wants;
      await this.#engine.handle(
        key === ''
          ? { kind: 'places', ...this.#file('places') }
          : { kind: 'placeFile', key, ...this.#file(`places/${key}`) },
      );
    }
  }

  #file(name: string): { readonly text: string; readonly url: string } {
    const url = `https://a.example/search/${name}.json`;
    const text = this.#files.get(url);
    if (text === undefined) throw new Error(`no file ${name}`);
    return { text, url };
  }
}

/** A `fetch` that has these files, and counts the characters of what it gave. */
export function fetchOf(files: ReadonlyMap<string, string>, given: string[] = []): (url: string) => Promise<Response> {
  return (url) => {
    given.push(url);
    const text = files.get(url);
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text));
  };
}
