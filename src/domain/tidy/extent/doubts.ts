import type { Reader } from './reader.ts';
import type { Token } from './tokens.ts';

const isNear = ({ gap }: Token) => gap === 'none' || gap === 'blank';

/** Passes over persons and their phones: all to the next semicolon or line end. */
export function readPerson(reader: Reader, token: Token, at: number, end: number): number {
  const [next, to] = reader.pass(at, end, ({ gap }) => gap !== 'hard');
  if (token.gap === 'none') reader.group?.dropLast();
  reader.close();
  reader.tell('个人信息', token.from, to);
  return next;
}

const BEHIND: ReadonlySet<string> = new Set(['除外', '不在内']);

/**
 * Reads 除3号外, 不含5号、7号, and behind what it is said of 除外. What stands beside it is in doubt and comes to nothing: the name before it, and where a
 * comma parts them, all between two semicolons.
 */
export function readExcept(
  reader: Reader,
  token: Token,
  at: number,
  end: number,
  behind = BEHIND.has(token.text),
): number {
  const [next, to] =
    behind || token.text.endsWith('外')
      ? [at + 1, token.to]
      : reader.pass(at, end, ({ gap, kind }) => gap !== 'hard' && kind !== ')' && !(kind === 'name' && gap !== 'none'));
  reader.drop('除外', token.from, to);
  if (token.gap !== 'none' || behind) {
    reader.forgetSegment();
    reader.excepting = true;
  }
  return next;
}

/** Reads 四至…, 东至甲路, 甲路以东: bounds are kept as words, and numbers behind them belong to nothing. */
export function readBound(reader: Reader, token: Token, at: number, end: number): number {
  const all = token.text.startsWith('四至');
  const [next, to] = reader.pass(at, end, (other) =>
    all ? other.gap !== 'hard' : other.kind !== ')' && other.kind !== 'bound' && isNear(other),
  );
  if (isNear(token)) reader.drop('四至', token.from, to);
  else reader.tell('四至', token.from, to);
  reader.close();
  return next;
}
