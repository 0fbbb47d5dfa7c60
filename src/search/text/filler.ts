import { literally } from '../../domain/language/pattern.ts';

/** Words around a name that do not help to tell which one is meant. */
const WORDS =
  '社会工作服务站|社会工作站|社工服务[站点]|社工[站点]|社工|居民委员会|居委会?|村民?委员?会|街道办?|办事处|联系方式|联系|' +
  '电话号码|电话|号码|地址|在哪里?|哪里|怎么走|怎么去|几点|开门|上班|附近|负责|归|管|属于|找谁|请问|我们?|住在?|的|在|是|找|' +
  '谁|哪个|什么|这里|那里|有没有|有|想|需要|吗|呢|服务站|站点?|区|市';

/** Removes filler words from queries: words that say nothing, and the names of the city and its districts. */
export class Filler {
  readonly #words: RegExp;
  readonly #place: RegExp;

  constructor(city: string, districts: readonly string[]) {
    const own = city === '' ? '' : `${literally(city.replace(/市$/u, ''))}市?`;
    this.#words = new RegExp(own === '' ? WORDS : `${own}|${WORDS}`, 'gu');
    const inside = districts.length === 0 ? '' : `(?:${districts.map(literally).join('|')})?`;
    this.#place = new RegExp(`^${own === '' ? '' : `(?:${own})?`}${inside}`, 'u');
  }

  /** The text without filler words. */
  without(text: string): string {
    return text.replace(this.#words, ' ').replace(/\s+/gu, '');
  }

  /** An address without the city and district at its beginning. */
  withoutPlace(address: string): string {
    return address.replace(this.#place, '');
  }
}
