import type { Answer, SearchFilters } from '../../search/types/answer.ts';
import type * as View from './answerView.ts';
import { LatestQuestion, type Question } from './latestQuestion.ts';
import { searchBroken, type Ways } from './notes.ts';
import type { SearchSources } from './search.ts';
import type { SearchPanel } from './searchPanel.ts';
import { SiteSearch } from './siteSearch.ts';

/** The code that is loaded with the first question, so that pages stay light for readers who never search. */
type Parts = typeof View & { readonly search: SiteSearch };

/** Milliseconds after the last key until the full text is asked (docs/norms.md §13), and until 正在查找 is shown. */
const PAUSE = 150;
const SLOW = 600;
const SEARCHING = '正在查找……';

/** The addresses of the search files, and those that answers link to. */
export interface AskingPlaces {
  readonly sources: SearchSources;
  readonly ways: Ways;
  /** The neutral page of 快速离开; `map` is the file with the positions of all stations. */
  readonly leave: string;
  readonly map: string;
}

/**
 * Asks the search and shows the answers in a panel: first the quick one from the lookup, then the full one. Only the
 * latest question is answered; answers to older ones are dropped.
 */
export class Asking {
  readonly #panel: SearchPanel;
  readonly #places: AskingPlaces;
  readonly #search: SiteSearch;
  /** Called with each final answer, to which nothing more will be added. */
  readonly #settled: (answer: Answer) => void;
  readonly #latest = new LatestQuestion();
  #parts: Promise<Parts> | null = null;
  #query = '';
  #answer: Answer | null = null;

  constructor(panel: SearchPanel, places: AskingPlaces, settled: (answer: Answer) => void) {
    this.#panel = panel;
    this.#places = places;
    this.#search = new SiteSearch(places.sources);
    this.#settled = settled;
  }

  /** The answer that is shown; null where there is none. */
  get answer(): Answer | null {
    return this.#answer;
  }

  /** Starts loading everything the search needs; call it when the field gets the focus. */
  preload(): void {
    const { current } = this.#latest;
    const failed = () => current.isOver || this.#fail();
    void this.#load().catch(failed);
    void this.#search.preload().catch(failed);
  }

  /** Asks a new question and shows its answers as they come. */
  ask(query: string, filters: SearchFilters): void {
    const question = this.#next(query);
    void this.#load()
      .then(async (parts) => {
        const answer = await parts.search.quick(query, filters);
        if (question.takes('quick')) await this.#show(question, parts, answer, false);
      })
      .catch(() => question.isOver || this.#fail());
    after(PAUSE, question, () => {
      void this.#load()
        .then(async (parts) => {
          const answer = await parts.search.full(query, question.signal, filters);
          if (question.takes('full')) await this.#show(question, parts, answer, true);
        })
        .catch(() => question.isOver || this.#settle());
    });
    after(SLOW, question, () => this.#sayIfWaiting());
  }

  /**
   * Whether a query certainly tells of no personal trouble, so that it may stand in an address. Null where another
   * question was asked meanwhile or the search failed.
   */
  async isHarmless(query: string): Promise<boolean | null> {
    const question = this.#latest.current;
    this.#query = query;
    this.#sayIfWaiting();
    const answer = await this.#load()
      .then(({ search }) => search.sure(query))
      .catch(() => null);
    return answer === null || question.isOver ? null : !answer.sensitive;
  }

  /** Shows the stations nearest to the visitor, who has pressed a button for it. */
  async askNearest(): Promise<void> {
    const question = this.#next('');
    this.#answer = null;
    this.#panel.say('正在定位……');
    const { map, ways } = this.#places;
    try {
      const { nearestContent } = await import('./nearest.ts');
      const content = await nearestContent(map, this.#panel.list.id, (path) => this.#search.href(path), ways);
      if (!question.takes('near')) return;
      if (typeof content === 'string') this.#panel.say(content);
      else await this.#panel.show(content, () => !question.isOver);
    } catch {
      if (question.takes('near')) this.#fail();
    }
  }

  /** Drops the current question and clears the panel. */
  forget(): void {
    this.#latest.forget();
    this.#query = '';
    this.#answer = null;
    this.#panel.clear();
  }

  #next(query: string): Question {
    this.#query = query;
    return this.#latest.ask();
  }

  #load(): Promise<Parts> {
    const search = this.#search;
    this.#parts ??= import('./answerView.ts').then(
      (view) => ({ ...view, search }),
      (error: unknown) => {
        // The next question tries to load it again.
        this.#parts = null;
        throw error;
      },
    );
    return this.#parts;
  }

  async #show(question: Question, parts: Parts, answer: Answer, settled: boolean): Promise<void> {
    const { leave, ways } = this.#places;
    const { id } = this.#panel.list;
    const href = (path: string) => parts.search.href(path);
    const address = answer.address === null ? null : (await import('./addressView.ts')).addressParts(answer, id, href);
    if (question.isOver) return;
    this.#answer = answer;
    const shown = await this.#panel.show(
      {
        before: [...(address?.before ?? []), ...parts.answerPreface(answer, leave)],
        groups: [...(address?.groups ?? []), ...parts.answerOptions(answer, id, href)],
        fill: parts.fillGradually,
        after: (count) => parts.wayOn(answer, count, settled, ways),
        status: (count) => address?.status ?? (settled || count > 0 ? parts.answerStatus(answer, count) : null),
      },
      () => this.#answer === answer && !question.isOver,
    );
    if (!shown || !settled) return;
    this.#settle();
    this.#settled(answer);
  }

  #sayIfWaiting(): void {
    if (this.#answer?.query.trim() !== this.#query.trim()) this.#panel.say(SEARCHING);
  }

  /** Marks the answer to the query as complete (`data-settled`, read by tests and measurements). */
  #settle(): void {
    this.#panel.list.dataset['settled'] = this.#query;
  }

  /** Shows that the search failed, with links to the directory and the hotline. */
  #fail(): void {
    this.#panel.fail(searchBroken(this.#places.ways), this.#query.trim() !== '');
    this.#settle();
  }
}

function after(pause: number, question: Question, act: () => void): void {
  const timer = setTimeout(act, pause);
  question.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
