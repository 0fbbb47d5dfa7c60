import { countOf, withPseudonym, type Draft } from '../../domain/case/draft.ts';
import { el, need } from '../browser/elements.ts';

/** What is done about something that looks like a name. */
interface NameActs {
  readonly replace: (name: string, pseudonym: string) => void;
  readonly ignore: (name: string) => void;
}

const NICKS = ['小禾', '小安', '小舟', '小满', '小宁', '小青', '小川', '小岸'];
const FAMILIES = ['林', '江', '方', '叶', '沈', '严', '夏', '石'];
const TITLE =
  /^.{1,2}?(先生|女士|阿姨|阿婆|阿公|阿伯|爷叔|叔叔|伯伯|爷爷|奶奶|大爷|大妈|大叔|大姐|大哥|师傅|老师|同学)$/u;

/** A pseudonym that neither sounds like the name nor stands in the draft yet. */
function proposed(name: string, draft: Draft, taken: ReadonlySet<string>): string {
  const title = TITLE.exec(name)?.[1];
  const all = title === undefined ? NICKS : FAMILIES.map((family) => family + title);
  const free = all.filter(
    (one) => !taken.has(one) && countOf(draft, one) === 0 && one[0] !== name[0] && !name.includes(one.slice(1)),
  );
  return (title === undefined ? free[0] : all.find((one) => free.includes(one) || one[0] !== name[0])) ?? '';
}

/** One row: the name, its pseudonym, how often it stands there, and the two buttons. */
function row(name: string, count: number, pseudonym: string, { replace, ignore }: NameActs): HTMLElement {
  const field = el('input');
  field.type = 'text';
  field.value = pseudonym;
  field.autocomplete = 'off';
  field.setAttribute('aria-label', `“${name}”换成什么化名`);
  const change = el('button', 'btn', '全部换掉');
  change.type = 'button';
  change.addEventListener('click', () => field.value.trim() !== '' && replace(name, field.value.trim()));
  const leave = el('button', 'btn btn-quiet', '不是人名');
  leave.type = 'button';
  leave.addEventListener('click', () => ignore(name));
  const item = el('li', '', '', [
    el('p', '', '', [el('s', '', name), ' → ', field, el('span', 'small', ` 全文${count}处`)]),
    el('p', 'btn-row', '', [change, leave]),
  ]);
  item.dataset['name'] = name;
  return item;
}

/** Lists what looks like names. Rows that are there already stay, with what was typed into them. */
function showNames(desk: HTMLElement, names: readonly string[], draft: Draft, acts: NameActs): void {
  const list = need(desk, '[data-names]');
  const old = new Map([...list.children].map((item) => [(item as HTMLElement).dataset['name'] ?? '', item]));
  for (const [name, item] of old) if (!names.includes(name)) item.remove();
  const taken = new Set([...list.querySelectorAll('input')].map(({ value }) => value));
  for (const name of names) {
    const count = countOf(draft, name);
    const known = old.get(name);
    if (known !== undefined) {
      const note = known.querySelector('.small');
      if (note !== null) note.textContent = ` 全文${count}处`;
      continue;
    }
    const pseudonym = proposed(name, draft, taken);
    taken.add(pseudonym);
    list.append(row(name, count, pseudonym, acts));
  }
  need(desk, '[data-names-hint]').textContent =
    names.length === 0
      ? '正文里像人名的，列在这里，可以一次换成化名。现在没有。'
      : '下面这些像人名。换之前看一看化名合不合适。哪个名字换成了哪个，不写进稿件包。';
}

/** What the replacing of names needs of the desk. */
export interface Desk {
  readonly element: HTMLElement;
  readonly read: () => Draft;
  readonly write: (draft: Draft) => void;
  readonly say: (text: string) => void;
}

/** The names that were replaced or are none. What was replaced by what is kept here alone, to be taken back. */
export class Renaming {
  readonly #desk: Desk;
  #before: readonly Draft[] = [];
  #ignored: ReadonlySet<string> = new Set();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The words that the writer said are no names. */
  get ignored(): ReadonlySet<string> {
    return this.#ignored;
  }

  /** Shows what looks like names in a draft. */
  show(names: readonly string[], draft: Draft): void {
    const { element, read, write, say } = this.#desk;
    showNames(element, names, draft, {
      replace: (name, pseudonym) => {
        const before = read();
        this.#before = [...this.#before, before];
        write(withPseudonym(before, name, pseudonym));
        say(`“${name}”都换成了“${pseudonym}”。`);
      },
      ignore: (name) => {
        this.#ignored = new Set([...this.#ignored, name]);
        write(read());
      },
    });
    need(element, '[data-undo-row]').hidden = this.#before.length === 0;
  }

  /** Takes the last replacement back. */
  undo(): void {
    const last = this.#before[this.#before.length - 1];
    this.#before = this.#before.slice(0, -1);
    if (last !== undefined) this.#desk.write(last);
    this.#desk.say('退回了上一次替换。');
  }

  /** Forgets what was replaced, for another draft. */
  clear(): void {
    this.#before = [];
  }
}
