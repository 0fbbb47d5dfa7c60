/** Whether two texts differ by at most one character added, left out, changed, or swapped with its neighbour. */
export function nearlyEqual(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let back = 0;
  const most = Math.min(a.length, b.length) - from;
  while (back < most && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  const restA = a.length - from - back;
  const restB = b.length - from - back;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
}
