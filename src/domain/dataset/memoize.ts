/** A function that works each answer out once; answers are never null or undefined. */
export function memoize<Answer extends NonNullable<unknown>, Key = string>(
  work: (key: Key) => Answer,
): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const answer = known.get(key) ?? work(key);
    known.set(key, answer);
    return answer;
  };
}
