/** Work on a stream, several items at a time, answers in the order of the stream. */

interface Pending<Out> {
  readonly result: Promise<Out>;
  settled: boolean;
}

/**
 * Maps a stream through `work`, at most `width` items at a time, and yields the results in the order of the stream,
 * each as soon as it is its turn.
 *
 * Holds at most `4 * width` items at once, however long the stream. A rejection of `work` rejects the generator at that item's turn.
 */
export async function* inOrder<In, Out>(
  items: AsyncIterable<In>,
  width: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const source = items[Symbol.asyncIterator]();
  const pending: Pending<Out>[] = [];
  let next: Promise<IteratorResult<In>> | null = source.next();
  const begin = (item: In): void => {
    const entry: Pending<Out> = { result: work(item), settled: false };
    const settle = (): void => {
      entry.settled = true;
    };
    entry.result.then(settle, settle);
    pending.push(entry);
  };

  while (next !== null || pending.length > 0) {
    const head = pending[0];
    if (head?.settled) {
      pending.shift();
      yield await head.result;
      continue;
    }
    const running = pending.filter((entry) => !entry.settled);
    const mayTake = next !== null && running.length < width && pending.length < 4 * width;
    const moves: Promise<unknown>[] = running.map((entry) => entry.result.catch(() => undefined));
    let taken: IteratorResult<In> | null = null;
    if (mayTake && next !== null) {
      moves.push(
        next.then((result) => {
          taken = result;
        }),
      );
    }
    await Promise.race(moves);
    const result = taken as IteratorResult<In> | null;
    if (result !== null) {
      if (result.done) next = null;
      else {
        begin(result.value);
        next = source.next();
      }
    }
  }
}
