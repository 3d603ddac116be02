/** How wide an element is, for drawings that fill it. */

import { type RefObject, useEffect, useState } from 'react';

export function useWidth(element: RefObject<Element | null>, guess: number): number {
  const [width, setWidth] = useState(guess);
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.max(120, entry?.contentRect.width ?? guess)));
    watcher.observe(box);
    return () => watcher.disconnect();
  }, [element, guess]);
  return width;
}
