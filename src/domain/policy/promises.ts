/** Words by which a text promises what no document does: that everything is taken on, surely done, never refused. */
const PROMISE =
  /(?<!不|没有|没|无法|不能)(?:一定(?:会|能|给|帮)|肯定(?:会|能|给|帮|有)|保证(?:会|能|给|帮|有|办)|绝不会|决不会|不会不|都(?:会接|接得|接下|归我们管|能办|办得成|会答复|会回话)|有求必应|随叫随到|什么事都(?:管|接|办))/gu;

/** The promises in a text, in order, each with a few characters after it; empty where there is none. */
export function promisesIn(text: string): string[] {
  return [...text.matchAll(PROMISE)].map(({ 0: found, index }) =>
    text.slice(index, index + found.length + 6).replace(/["\n。！？][\s\S]*$/u, ''),
  );
}
