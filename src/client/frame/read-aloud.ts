import { el } from '../browser/elements.ts';
import { pieces, readingBlocks } from './readingText.ts';

const PACES = [
  ['慢', 0.75],
  ['正常', 1],
  ['快', 1.3],
] as const;

/**
 * <read-aloud>: reads the main text of the page out, with pause and pace; the paragraph that is read is marked. Hidden
 * until the device has a Chinese voice of its own: a voice on a server would be sent what the reader reads.
 */
class ReadAloud extends HTMLElement {
  #abort = new AbortController();
  #queue: { block: HTMLElement; text: string }[] = [];
  #at = 0;
  #pace = 1;
  #state: '停' | '读' | '歇' = '停';
  #voice: SpeechSynthesisVoice | null = null;
  /** What is spoken now: an older one that ends late changes nothing. */
  #speech: SpeechSynthesisUtterance | null = null;
  #play = el('button', 'btn', '读给我听');
  #stop = el('button', 'btn btn-quiet', '停');
  #paces = el('select');

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    for (const button of [this.#play, this.#stop]) button.type = 'button';
    for (const [name, rate] of PACES) {
      const option = el('option', '', name);
      option.value = String(rate);
      option.selected = rate === 1;
      this.#paces.append(option);
    }
    this.#play.addEventListener('click', () => this.#toggle(), { signal });
    this.#stop.addEventListener('click', () => this.#end(), { signal });
    this.#paces.addEventListener('change', () => this.#changePace(), { signal });
    this.replaceChildren(this.#play, this.#stop, el('label', '', '语速', [this.#paces]));
    // Safari before 16 has its voices at once and sends no events.
    if ('addEventListener' in speechSynthesis)
      speechSynthesis.addEventListener('voiceschanged', () => this.#findVoice(), { signal });
    // The buttons are part of 长辈版: without them nothing could stop it.
    const root = document.documentElement;
    root.addEventListener('view-change', () => root.dataset['view'] === 'elder' || this.#end(), { signal });
    window.addEventListener('pagehide', () => this.#end(), { signal });
    this.#findVoice();
    this.#show();
  }

  disconnectedCallback(): void {
    this.#end();
    this.#abort.abort();
  }

  #findVoice(): void {
    const voices = speechSynthesis
      .getVoices()
      .filter(({ localService, lang }) => localService && /^(?:zh|cmn)/i.test(lang));
    this.#voice = voices.find(({ lang }) => /cn|hans/i.test(lang)) ?? voices[0] ?? null;
    this.hidden = this.#voice === null;
  }

  #toggle(): void {
    if (this.#state === '读') {
      this.#state = '歇';
      this.#silence();
    } else {
      if (this.#state === '停') this.#collect();
      this.#state = '读';
      this.#next();
    }
    this.#show();
  }

  #collect(): void {
    const main = document.querySelector<HTMLElement>('main');
    const blocks = main === null ? [] : readingBlocks(main);
    this.#queue = blocks.flatMap((block) => pieces(block.innerText).map((text) => ({ block, text })));
    this.#at = 0;
  }

  #next(): void {
    const piece = this.#queue[this.#at];
    this.#mark(piece?.block ?? null);
    if (piece === undefined) {
      this.#end();
      return;
    }
    const speech = new SpeechSynthesisUtterance(piece.text);
    speech.voice = this.#voice;
    speech.lang = this.#voice?.lang ?? 'zh-CN';
    speech.rate = this.#pace;
    // A pause cancels the piece; it is then read again from its beginning.
    speech.addEventListener('end', () => {
      if (this.#speech !== speech) return;
      this.#at += 1;
      this.#next();
    });
    speech.addEventListener('error', () => this.#speech === speech && this.#end());
    this.#speech = speech;
    speechSynthesis.speak(speech);
  }

  #silence(): void {
    this.#speech = null;
    speechSynthesis.cancel();
  }

  #changePace(): void {
    this.#pace = Number(this.#paces.value);
    if (this.#state !== '读') return;
    // The piece that is being read begins again at the new pace.
    this.#silence();
    this.#next();
  }

  #end(): void {
    this.#state = '停';
    this.#silence();
    this.#mark(null);
    this.#show();
  }

  #mark(block: HTMLElement | null): void {
    document.querySelector('.read-now')?.classList.remove('read-now');
    block?.classList.add('read-now');
    block?.scrollIntoView({ block: 'nearest' });
  }

  #show(): void {
    this.#play.textContent = { 停: '读给我听', 读: '暂停', 歇: '接着读' }[this.#state];
    this.#stop.hidden = this.#state === '停';
  }
}

customElements.define('read-aloud', ReadAloud);
