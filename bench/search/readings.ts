import { pinyin } from 'pinyin-pro';

/** Characters that are read otherwise in the names of this city than in a dictionary. */
const LOCAL: Readonly<Record<string, string>> = { 莘: 'xin', 弄: 'long', 圩: 'wei' };
const LOCAL_WORDS: Readonly<Record<string, string>> = { 重固: 'chong gu' };
/** 行 is háng in the names of old market towns: 殷行, 闵行, 高行 … */
const MARKET = /(?<=[殷闵高杨庄庙徐朱])行/u;

/** Characters whose reading in a name only its neighbours know; the bench asks nothing about them. */
export const UNSURE = /[乐朝曾解单厦调传藏卜盛参率降覃尉柏薄六重长行朴曲娄陂埭宿溇]/u;

/** Toneless syllables of a text of Han characters, ü as v: `徐家汇` → xu, jia, hui. */
export function syllables(text: string): readonly string[] {
  const plain = pinyin(text, { toneType: 'none', type: 'array', v: true });
  const characters = Array.from(text);
  return characters.map((character, at) => {
    const word = LOCAL_WORDS[character + (characters[at + 1] ?? '')];
    if (word !== undefined) return word.split(' ')[0] ?? '';
    if (character === '行' && MARKET.test(text.slice(Math.max(0, at - 1), at + 1))) return 'hang';
    return LOCAL[character] ?? plain[at] ?? '';
  });
}

export const fullPinyin = (text: string): string => syllables(text).join('');
export const initialsOf = (text: string): string =>
  syllables(text)
    .map((syllable) => syllable.slice(0, 1))
    .join('');

/** The sound of a character that has only one; null for the others. */
export function onlySound(character: string): string | null {
  const sounds = new Set(pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }));
  const [sound] = sounds;
  return sounds.size === 1 && sound !== undefined && /^[a-z]+$/u.test(sound) ? sound : null;
}
