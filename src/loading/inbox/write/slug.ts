import { pinyin } from 'pinyin-pro';

/** The longest slug without its year. */
const LONGEST = 60;

/**
 * The beginning of a case's address: its title in pinyin and the year that its work ended in, as
 * chong-xin-kai-men-2026. Always the same for the same title and year.
 */
export function slugOf(title: string, year: string): string {
  const words = pinyin(title.normalize('NFKC'), { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .flatMap((word) => word.toLowerCase().split(/[^a-z0-9]+/u))
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length + 1 > LONGEST) break;
    slug += `${slug === '' ? '' : '-'}${word}`;
  }
  return `${slug === '' ? 'case' : slug}-${year}`;
}

/** The slug itself, or with the first number from 2 on that nobody has taken. */
export function freeSlug(slug: string, taken: (slug: string) => boolean): string {
  let free = slug;
  for (let number = 2; taken(free); number += 1) free = `${slug}-${number}`;
  return free;
}
