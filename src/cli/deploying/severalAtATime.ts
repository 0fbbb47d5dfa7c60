/**
 * Does something with each item, so many at a time. After the first failure nothing new is begun; what is under way comes
 * to its end, then the failure is thrown: whoever cleans up then meets nobody who still writes. Throws as soon as it can
 * after `signal` has fired.
 */
export async function severalAtATime<T>(
  items: Iterable<T>,
  atATime: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = Iterator.from(items);
  let failed = false;
  const worker = async () => {
    try {
      for (let next = queue.next(); next.done !== true && !failed; next = queue.next()) {
        signal.throwIfAborted();
        await work(next.value);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atATime }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
