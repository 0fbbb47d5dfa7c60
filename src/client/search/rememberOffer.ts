import type { Answer, PlaceAnswer } from '../../search/types/answer.ts';
import { el } from '../browser/elements.ts';
import { canKeep } from '../browser/storage.ts';
import { home, rememberHome, townPage } from '../station/home.ts';
import type { Ways } from './notes.ts';

/** The only place of an answer that names a 居村委; null where there are several, none, or only a 街镇. */
function onlyPlace({ responsible, asks, address }: Answer): PlaceAnswer | null {
  const [place] = responsible;
  const isSure = !asks && (address === null || address.kind === '查到');
  return place !== undefined && isSure && place.committee !== null ? place : null;
}

/** The code of a place's 居村委, from the page of its 街镇; null where that page doesn't name it. */
async function codeOf({ town, committee }: PlaceAnswer, embed: string): Promise<string | null> {
  const page = await townPage(embed, town.code);
  const items = [...(page?.querySelectorAll('.committees li[id]') ?? [])];
  return items.find(({ textContent }) => textContent?.trim() === committee)?.id ?? null;
}

/**
 * The button 记住我住在这里 below an answer that names one 居村委, and what it keeps. It is never offered beside words that tell
 * of a trouble, nor on pages about one.
 */
export function rememberOffer(answer: Answer, { embed }: Ways): HTMLElement[] {
  const place = onlyPlace(answer);
  const isDelicate = (answer.sensitive && !answer.isAddress) || document.querySelector('.leave') !== null;
  // A page opened from a folder can fetch no other page, and a portal has none of a 街镇.
  if (place === null || embed === '' || isDelicate || location.protocol === 'file:' || !canKeep() || home() !== null)
    return [];
  const button = el('button', 'btn btn-quiet', '记住我住在这里');
  button.type = 'button';
  const note = el('p', 'small', `只在这台设备上记住${place.committee ?? ''}，不记门牌，随时可以忘掉。`);
  const offer = el('div', 'search-remember', '', [button, note]);
  button.addEventListener('click', () => {
    button.disabled = true;
    void codeOf(place, embed)
      .then((code) => {
        if (code === null) throw new Error('no code');
        rememberHome(code);
        button.remove();
        note.textContent = '记住了，在首页可以忘掉。';
      })
      .catch(() => {
        button.disabled = false;
        note.textContent = '没有记成，请过一会儿再按。';
      });
  });
  note.setAttribute('aria-live', 'polite');
  return [offer];
}
