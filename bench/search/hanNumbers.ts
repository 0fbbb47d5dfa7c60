const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 四九九 → 499, 八十七 → 87, 一千一百 → 1100. */
export function hanNumber(text: string): number {
  const characters = Array.from(text.replaceAll('〇', '零'));
  if (characters.every((character) => DIGITS.includes(character))) {
    return Number(characters.map((character) => DIGITS.indexOf(character)).join(''));
  }
  let total = 0;
  let digit = 0;
  for (const character of characters) {
    const unit = UNITS[character];
    if (unit === undefined) digit = DIGITS.indexOf(character);
    else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

/** The name with the numbers of its lanes, villages and committees in Arabic digits; null where it has none. */
export function withDigits(name: string): string | null {
  const changed = name.replace(
    /[一二三四五六七八九十百千零]+(?=弄)|(?<=第)[一二三四五六七八九十]+(?=居委会)|[一二三四五六七八九]?十?[一二三四五六七八九十](?=村(?!村委会))/gu,
    (number) => String(hanNumber(number)),
  );
  return changed === name ? null : changed;
}
