import { unarrangedYear, type Calendar } from '../../domain/time/holidays.ts';
import { decodeHours } from '../../domain/station/hours/code.ts';
import type { Hours } from '../../domain/station/hours/week.ts';
import { holidaysMissing, openState, type OpenState } from '../../domain/station/openState.ts';
import { isStatus } from '../../domain/station/station.ts';
import { tileLook } from '../../domain/station/tile.ts';
import { calendar, everyMinute, freshness, now } from '../browser/clock.ts';
import { el } from '../browser/elements.ts';

let table: Calendar | undefined;
const elements = new Set<OpenStateElement>();
let ticks = false;

/** Says above lists of stations that this year's holidays are not known yet; a list has no room for it in each row. */
function showNotes(): void {
  const year = unarrangedYear((table ??= calendar()), now().date);
  for (const note of document.querySelectorAll<HTMLElement>('[data-holiday-note]')) {
    note.hidden = year === null;
    note.textContent = year === null ? '' : `${holidaysMissing(year)}，节假日前后要去，请先打电话。`;
  }
}

const tell = () => document.dispatchEvent(new Event('open-states'));

function showAll(): void {
  showNotes();
  elements.forEach((element) => element.show());
  tell();
}

/** So many elements are shown at once; those of a long list come some at a time, so that a slow phone answers meanwhile. */
const AT_ONCE = 12;
const later: OpenStateElement[] = [];

function showLater(): void {
  later.splice(0, AT_ONCE).forEach((element) => element.show());
  if (later.length > 0) setTimeout(showLater);
  else tell();
}

/**
 * <open-state data-hours data-verified data-status data-from data-until>: says whether the station is open now; without
 * JavaScript the hours stay. Other elements filter by its `state`; the event `open-states` on the document tells them
 * to read it again.
 */
class OpenStateElement extends HTMLElement {
  state: OpenState | null = null;
  #hours: Hours | null = null;
  #plain: string | undefined;

  connectedCallback(): void {
    elements.add(this);
    // All elements of a page share one timer.
    if (!ticks) {
      ticks = true;
      everyMinute(showAll);
      showNotes();
    }
    if (elements.size <= AT_ONCE) this.show();
    else if (later.push(this) === 1) setTimeout(showLater);
  }

  disconnectedCallback(): void {
    elements.delete(this);
  }

  /** Computes the state anew from the clock and shows it. */
  show(): void {
    const { hours, verified, status, from, until, variant } = this.dataset;
    // Read when it is first shown: of a thousand rows most are shown later.
    if (this.#plain === undefined) {
      this.#plain = this.textContent?.trim() ?? '';
      this.#hours = hours === undefined ? null : decodeHours(hours);
    }
    const before = this.state?.text;
    this.state = openState(
      {
        hours: this.#hours,
        status: status !== undefined && isStatus(status) ? status : '运行',
        statusFrom: from ?? null,
        statusUntil: until ?? null,
        freshness: freshness(verified),
      },
      now(),
      (table ??= calendar()),
    );
    if (this.state.text === before) return;
    const { mark, text, note = '' } = this.state;
    const tile = el('span', tileLook(mark), mark);
    tile.setAttribute('aria-hidden', 'true');
    const words = el('b', '', text);
    if (variant === 'row') {
      // Whether it is open now says nothing on paper: there the hours of the week stand.
      this.replaceChildren(el('span', 'screen-only', '', [tile, words]), el('span', 'print-only', this.#plain));
      return;
    }
    const beside = [mark !== '待' && this.#hours !== null ? this.#plain : '', note].filter((line) => line !== '');
    this.replaceChildren(tile, el('p', '', '', [words, ...beside.map((line) => el('small', '', line))]));
  }
}

customElements.define('open-state', OpenStateElement);

export type { OpenStateElement };
