/** Words that `Intl.Segmenter` would wrongly split. */
const SUBJECT_WORDS = ['社工站', '街镇', '社工', '居村', '居委会', '村委会', '居村委', '未保', '禁毒', '什么事'];

// Punctuation that no line may begin with, and punctuation that no line may end with.
const CLOSING = /^[、，。；：！？·…—）〕》」』”’,.;:!?%)\]]/;
const OPENING = /[（〔《「『“‘([]$/;

let segmenter: Intl.Segmenter | undefined;

/** Where the names occur in the text; of overlapping ones the longer counts, then the earlier. */
function spansOf(text: string, names: readonly string[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const name of new Set([...names, ...SUBJECT_WORDS])) {
    if (name === '') continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      found.push({ from: at, to: at + name.length });
  }
  found.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return found.reduce<{ from: number; to: number }[]>((kept, span) => {
    const clear = kept.every(({ from, to }) => span.to <= from || span.from >= to);
    return clear ? [...kept, span] : kept;
  }, []);
}

/** Whether a line must not break between two words: beside punctuation, in 2026年, in 5号. */
function sticks(before: string, after: string): boolean {
  if (CLOSING.test(after) || OPENING.test(before)) return true;
  return /\d$/.test(before) ? /^[\d年月日号个人元家站]/.test(after) : /[年月第]$/.test(before) && /^\d/.test(after);
}

/**
 * Splits a text where a line may break (`<wbr>`); names stay whole. Returns the text in one piece where the platform
 * cannot find words.
 */
export function splitAtWords(text: string, names: readonly string[]): string[] {
  if (text === '' || typeof Intl === 'undefined' || !('Segmenter' in Intl)) return [text];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const spans = spansOf(text, names);
  const edges = [...segmenter.segment(text)].map(({ index }) => index);
  const cuts = new Set([...edges, ...spans.flatMap(({ from, to }) => [from, to])]);
  const allowed = [...cuts]
    .filter((at) => at > 0 && at < text.length)
    .filter((at) => spans.every(({ from, to }) => at <= from || at >= to))
    .filter((at) => !sticks(text.slice(0, at), text.slice(at)))
    .sort((a, b) => a - b);
  return [0, ...allowed].map((at, index) => text.slice(at, allowed[index]));
}
