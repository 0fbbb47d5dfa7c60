/**
 * Phrases that hold a word of promise and promise nothing. They are taken out before a text is searched: one that is
 * right to say, and is reported all the same, belongs here.
 */
const NO_PROMISES = ['人身安全保护', '保证金', '保证人', '一定条件', '一定程度', '一定范围', '一定期限'] as const;

/** Words by which a text promises what no document does: that everything is taken on, surely done, never refused. */
const PROMISE = new RegExp(
  [
    '(?<!不|没有|没|无法|不能)(?:一定(?:会|能|给|帮)|肯定(?:会|能|给|帮|有)|保证(?:会|能|给|帮|有|办|您|安全))',
    '绝不会|决不会|不会(?:不|因为|把您)',
    '都(?:会接|接得|接下|归我们管|能办|办得成|会答复|会回话|(?:接|管)(?=[，。；！、]|$))',
    '(?:找|办|问)不[到成]也会?(?:回|告诉|帮)',
    '不外传|(?:绝对|完全|一律)保密',
    '有求必应|随叫随到|什么(?:事)?都(?:可以|能|管|接|办)',
  ].join('|'),
  'gmu',
);

/** The promises in a text, in order, each with a few characters after it; empty where there is none. */
export function promisesIn(text: string): string[] {
  const searched = NO_PROMISES.reduce<string>(
    (left, phrase) => left.replaceAll(phrase, '□'.repeat(phrase.length)),
    text,
  );
  return [...searched.matchAll(PROMISE)].map(({ 0: found, index }) =>
    text.slice(index, index + found.length + 6).replace(/["\n。！？][\s\S]*$/u, ''),
  );
}
