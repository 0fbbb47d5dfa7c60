import type { Answer, SearchFilters } from '../../search/types/answer.ts';
import type * as View from './answerView.ts';
import { LatestQuestion, type Question } from './latestQuestion.ts';
import { nearNote, searchBroken, wayOn, type Ways } from './notes.ts';
import { Search, type SearchSources } from './search.ts';
import type { SearchPanel } from './searchPanel.ts';

/** What is loaded when something is first asked, so that a page that is only read stays light. */
type Parts = typeof View & { readonly search: Search };

/** Milliseconds that the typing must rest before the full text is asked, and before a slow line is spoken of. */
const PAUSE = 150;
const SLOW = 600;
/** So many of the nearest stations are shown. */
const NEAREST = 6;
const SEARCHING = '正在查找……';

/** Addresses that answers are asked of and lead to. */
export interface AskingPlaces {
  readonly sources: SearchSources;
  readonly ways: Ways;
  /** The page that 快速离开 leads to, and the file with the places of all stations. */
  readonly leave: string;
  readonly map: string;
}

/**
 * Asks the search and shows its answers in a panel: names at once, everything a moment later. Only the latest question
 * is ever answered; one that comes late is dropped.
 */
export class Asking {
  readonly #panel: SearchPanel;
  readonly #places: AskingPlaces;
  readonly #search: Search;
  /** Called with an answer that nothing more will be added to. */
  readonly #settled: (answer: Answer) => void;
  readonly #latest = new LatestQuestion();
  #parts: Promise<Parts> | null = null;
  #query = '';
  #answer: Answer | null = null;

  constructor(panel: SearchPanel, places: AskingPlaces, settled: (answer: Answer) => void) {
    this.#panel = panel;
    this.#places = places;
    this.#search = new Search(places.sources);
    this.#settled = settled;
  }

  /** The answer that is shown; null while there is none. */
  get answer(): Answer | null {
    return this.#answer;
  }

  /** Gets everything on its way; call it on the first focus. */
  preload(): void {
    const { current } = this.#latest;
    const failed = () => current.isOver || this.#fail();
    void this.#load().catch(failed);
    void this.#search.preload().catch(failed);
  }

  /** Asks for what stands in the field. */
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

  /** Whether words are surely harmless; null where something else was asked meanwhile or the search is broken. */
  async isHarmless(query: string): Promise<boolean | null> {
    const question = this.#latest.current;
    this.#query = query;
    this.#sayIfWaiting();
    const answer = await this.#load()
      .then(({ search }) => search.sure(query))
      .catch(() => null);
    return answer === null || question.isOver ? null : !answer.sensitive;
  }

  /** Shows the stations nearest to the visitor, who has asked for it. */
  async askNearest(): Promise<void> {
    const question = this.#next('');
    this.#answer = null;
    this.#panel.say('正在定位……');
    const { map, ways } = this.#places;
    try {
      const [near, parts] = await Promise.all([nearestOf(map), this.#load()]);
      if (!question.takes('near')) return;
      const groups = parts.nearOptions(near.slice(0, NEAREST), this.#panel.list.id, (path) => parts.search.href(path));
      const status = (count: number) => `距离最近的 ${count} 个站，不一定负责您住的地方`;
      await this.#panel.show({ before: [], groups, after: () => [nearNote(ways)], status }, () => !question.isOver);
    } catch (error) {
      if (!question.takes('near')) return;
      if (error instanceof Error && error.name === 'PositionFault') this.#panel.say(error.message);
      else this.#fail();
    }
  }

  /** Nothing is asked any more, and no answer is shown. */
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
        // The next question tries again.
        this.#parts = null;
        throw error;
      },
    );
    return this.#parts;
  }

  async #show(question: Question, parts: Parts, answer: Answer, settled: boolean): Promise<void> {
    const { leave, ways } = this.#places;
    this.#answer = answer;
    const shown = await this.#panel.show(
      {
        before: parts.answerPreface(answer, leave),
        groups: parts.answerOptions(answer, this.#panel.list.id, (path) => parts.search.href(path)),
        after: (count) => wayOn(answer, count, settled, ways),
        status: (count) => (settled || count > 0 ? parts.answerStatus(answer, count) : null),
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

  /** Says that nothing more will come for these words. */
  #settle(): void {
    this.#panel.list.dataset['settled'] = this.#query;
  }

  /** The lookup did not come: the directory still stands. */
  #fail(): void {
    this.#panel.fail(searchBroken(this.#places.ways), this.#query.trim() !== '');
    this.#settle();
  }
}

/** What knows of positions is loaded when somebody asks for the nearest. */
const nearestOf = async (map: string) => (await import('../browser/position.ts')).nearMe(map);

function after(pause: number, question: Question, act: () => void): void {
  const timer = setTimeout(act, pause);
  question.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
