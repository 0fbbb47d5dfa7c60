import { setImmediate as soon } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeOver } from '../../../src/client/search/desk.ts';
import { Search, type SearchSources } from '../../../src/client/search/search.ts';
import type { SearchRequest } from '../../../src/client/search/parts.ts';
import type { Answer, PlaceAnswer } from '../../../src/search/types/answer.ts';

const SOURCES: SearchSources = {
  lookup: '/search/lookup.json',
  words: '/search/words.json',
  committees: '/search/committees.json',
  more: '/search/more.json',
  places: '/search/places.json',
  pagefindUrl: '/pagefind/',
  base: '/',
};

const PLACE: PlaceAnswer = {
  basis: [],
  committee: null,
  town: { code: '990101001', name: '荷桥街道', district: '临湖区', path: '/towns/990101001/' },
  asked: null,
  general: null,
  own: null,
  special: [],
  missing: null,
  department: { name: '', phone: '' },
  score: 1000,
};

/** An answer that says who gave it; one that names a place needs nothing more to be known. */
const answer = (query: string, by: string, named: boolean): Answer => ({
  query,
  responsible: named ? [PLACE] : [],
  moreResponsible: 0,
  asks: false,
  foundBy: null,
  address: null,
  wants: null,
  crisis: [],
  groups: [],
  sensitive: false,
  isAddress: false,
  corrected: by,
  weak: false,
  hotline: { number: '12345', name: '' },
  needsBuild: false,
});

/** What the desks were given, in order: `worker lookup`, `page quick 荷桥`. */
let given: string[] = [];
/** What the worker does with a question. */
let atWorker: (request: SearchRequest) => Answer | null | 'dies' | 'is silent';
const workers: FakeWorker[] = [];

const told = (request: SearchRequest) => ('query' in request ? `${request.kind} ${request.query}` : request.kind);

class FakeWorker extends EventTarget {
  constructor() {
    super();
    workers.push(this);
  }

  postMessage({ id, request }: { id: number; request: SearchRequest }): void {
    given.push(`worker ${told(request)}`);
    const reply = atWorker(request);
    if (reply === 'dies') setTimeout(() => this.die());
    else if (reply !== 'is silent')
      setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: { id, answer: reply } })));
  }

  die(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'dead' }));
  }

  terminate(): void {
    given.push('worker ended');
  }
}

vi.mock('../../../src/client/search/engine.ts', () => ({
  SearchEngine: class {
    handle(request: SearchRequest): Promise<Answer | null> {
      given.push(`page ${told(request)}`);
      return Promise.resolve('query' in request ? answer(request.query, 'page', true) : null);
    }
  },
}));

/** Answers for each file: its text, a failure, or nothing until it is let go. */
let fetched: string[] = [];
let respond: (url: string) => Promise<Response>;

beforeEach(() => {
  given = [];
  fetched = [];
  workers.length = 0;
  respond = () => Promise.resolve(new Response('{}'));
  atWorker = (request) => ('query' in request ? answer(request.query, 'worker', true) : null);
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('location', new URL('https://sgz.example/'));
  vi.stubGlobal('fetch', (url: string) => {
    fetched.push(url);
    return respond(url);
  });
});
afterEach(() => vi.unstubAllGlobals());

const questions = () => given.filter((line) => / (?:quick|full) /u.test(line));

describe('the quick answer', () => {
  it('comes from the lookup alone where it says what was meant', async () => {
    expect((await new Search(SOURCES).quick('荷桥')).corrected).toBe('worker');
    expect(given).toContain('worker lookup');
    expect(questions()).toEqual(['worker quick 荷桥']);
  });

  it('waits for one part after another where nothing is named, and is asked again after each', async () => {
    atWorker = (request) => ('query' in request ? answer(request.query, 'worker', false) : null);
    await new Search(SOURCES).quick('没有的');
    const files = given.filter((line) => !line.includes('texts'));
    expect(files[0]).toBe('worker lookup');
    expect(files.at(-2)).toBe('worker more');
    expect(files.at(-1)).toBe('worker quick 没有的');
    expect(new Set(fetched)).toEqual(
      new Set(['lookup', 'words', 'committees', 'more'].map((part) => `/search/${part}.json`)),
    );
    expect(fetched).toHaveLength(4);
  });

  it('does without a part that does not come', async () => {
    respond = (url) => Promise.resolve(new Response('{}', { status: url.includes('words') ? 503 : 200 }));
    atWorker = (request) => ('query' in request ? answer(request.query, 'worker', false) : null);
    expect((await new Search(SOURCES).quick('没有的')).query).toBe('没有的');
  });
});

describe('the full answer', () => {
  it('is asked after words and committees have come, and not twice where it says what was meant', async () => {
    expect((await new Search(SOURCES).full('荷桥')).query).toBe('荷桥');
    const at = (line: string) => given.indexOf(line);
    expect(at('worker full 荷桥')).toBeGreaterThan(Math.max(at('worker words'), at('worker committees')));
    expect(questions()).toEqual(['worker full 荷桥']);
  });

  it('of a question that was given up is refused with its reason', async () => {
    const asked = new AbortController();
    const full = new Search(SOURCES).full('荷桥', asked.signal);
    asked.abort(new Error('another question'));
    await expect(full).rejects.toThrow('another question');
  });

  it('does not hold up a quick one that is asked meanwhile', async () => {
    const search = new Search(SOURCES);
    await search.quick('先问');
    atWorker = (request) =>
      request.kind === 'full' ? 'is silent' : 'query' in request ? answer(request.query, 'worker', true) : null;
    void search.full('一直没有答').catch(() => undefined);
    expect((await search.quick('荷桥')).query).toBe('荷桥');
  });
});

describe('an address', () => {
  const wanting = (query: string, file: string): Answer => ({
    ...answer(query, 'worker', false),
    wants: { file, certain: true, likely: true },
  });
  /** A worker that needs the root, then the file `rm`, and then knows the address. */
  const knowing = () => {
    const has = new Set<string>();
    atWorker = (request) => {
      if (request.kind === 'places') has.add('root');
      if (request.kind === 'placeFile') has.add(request.key);
      if (!('query' in request)) return null;
      if (!has.has('root')) return wanting(request.query, '');
      if (!has.has('rm')) return wanting(request.query, 'rm');
      const known = { kind: '没有登记', written: '人民路3号', exact: true, rows: [], more: 0 } as const;
      return { ...answer(request.query, 'worker', false), address: known };
    };
  };

  it('is answered as soon as its one file is there, and nothing else is waited for', async () => {
    knowing();
    const below = (path: string) => path.replace(/^\//u, '/zt/');
    const own = Object.fromEntries(Object.entries(SOURCES).map(([part, path]) => [part, below(path)]));
    const search = new Search(own as unknown as SearchSources);
    expect((await search.quick('人民路3号')).address?.kind).toBe('没有登记');
    await search.quick('人民路4号');
    expect(fetched.filter((path) => path.startsWith('/zt/'))).toEqual(
      ['/search/lookup.json', '/search/places.json', '/search/places/rm.json'].map(below),
    );
  });

  it('is known in full answers and before it may stand in an address too', async () => {
    knowing();
    expect((await new Search(SOURCES).full('人民路3号')).address?.kind).toBe('没有登记');
    knowing();
    expect((await new Search(SOURCES).sure('人民路3号')).address?.kind).toBe('没有登记');
  });

  it('is answered by the rest of the search where its file does not come', async () => {
    knowing();
    respond = (url) => Promise.resolve(new Response('{}', { status: url.includes('/rm.') ? 503 : 200 }));
    const search = new Search(SOURCES);
    expect((await search.quick('人民路3号')).address).toBeNull();
    expect(fetched).toContain('/search/more.json');
    respond = () => Promise.resolve(new Response('{}'));
    expect((await search.quick('人民路3号')).address?.kind).toBe('没有登记');
  });
});

describe('a worker that dies', () => {
  it('at the first question leaves it to the page, which answers it and every other', async () => {
    atWorker = (request) => ('query' in request ? 'dies' : null);
    const search = new Search(SOURCES);
    expect((await search.quick('荷桥')).corrected).toBe('page');
    expect((await search.quick('柳渡')).corrected).toBe('page');
    expect(given).toContain('worker ended');
    expect(workers).toHaveLength(1);
  });

  it('while the first file is on its way does not leave the question hanging', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((done) => (letGo = done));
    let first = true;
    respond = async () => {
      if (first) {
        first = false;
        await held;
      }
      return new Response('{}');
    };
    const asked = new Search(SOURCES).quick('荷桥');
    await soon();
    atWorker = () => 'is silent';
    workers[0]?.die();
    letGo();
    expect((await asked).corrected).toBe('page');
  });

  it('or can not be started at all is not missed', async () => {
    vi.stubGlobal('Worker', function refuse() {
      throw new Error('no workers here');
    });
    expect((await new Search(SOURCES).quick('荷桥')).corrected).toBe('page');
  });
});

describe('a worker that was started ahead', () => {
  const started = () => {
    const worker = new FakeWorker();
    return {
      worker: worker as unknown as Worker,
      failed: new Promise((fail) => worker.addEventListener('error', fail)),
    };
  };

  it('serves the first search alone: the next one starts its own', async () => {
    takeOver(started());
    expect((await new Search(SOURCES).quick('荷桥')).corrected).toBe('worker');
    expect(workers).toHaveLength(1);
    await new Search(SOURCES).quick('荷桥');
    expect(workers).toHaveLength(2);
  });

  it('and has failed before anybody asked leaves the engine in the page', async () => {
    atWorker = () => 'is silent';
    takeOver(started());
    workers[0]?.die();
    expect((await new Search(SOURCES).quick('荷桥')).corrected).toBe('page');
  });
});

describe('files ahead of a question', () => {
  it('are fetched while the engine still reads the lookup, and once', async () => {
    atWorker = () => 'is silent';
    const search = new Search(SOURCES);
    void search.preload();
    await vi.waitFor(() =>
      expect(fetched).toEqual(['/search/lookup.json', '/search/words.json', '/search/committees.json']),
    );
    expect(given.filter((line) => line !== 'worker texts')).toEqual(['worker lookup']);
    workers[0]?.die();
    await vi.waitFor(() => expect(given).toContain('page committees'));
    expect(fetched.filter((url) => url.includes('words'))).toHaveLength(1);
  });

  it('wait for the lookup, which comes first on a slow line', async () => {
    respond = () => new Promise(() => undefined);
    void new Search(SOURCES).preload();
    await soon();
    expect(fetched).toEqual(['/search/lookup.json']);
  });

  it('that fail are fetched again when they are needed', async () => {
    respond = (url) => Promise.resolve(new Response('{}', { status: url.includes('words') ? 503 : 200 }));
    const search = new Search(SOURCES);
    await search.preload();
    respond = () => Promise.resolve(new Response('{}'));
    await search.sure('荷桥');
    expect(given).toContain('worker words');
  });
});

describe('a lookup that does not come', () => {
  it('refuses the question, and is fetched again for the next one', async () => {
    respond = () => Promise.reject(new TypeError('offline'));
    const search = new Search(SOURCES);
    await expect(search.quick('荷桥')).rejects.toThrow();
    await expect(search.preload()).rejects.toThrow();
    respond = () => Promise.resolve(new Response('{}'));
    expect((await search.quick('荷桥')).query).toBe('荷桥');
  });
});
