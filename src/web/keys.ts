/** Keys: single letters act on the page, unless somebody is typing. */

import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** `bindings` maps `KeyboardEvent.key` to what it does; the newest bindings count. */
export function useKeys(bindings: Keys): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const act = latest.current[event.key];
      if (act === undefined) return;
      // Enter on a link or button is the link's or button's own.
      if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a,button,summary')) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]),textarea,select'))
  );
}

/** Puts the cursor into the page's search field. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  field?.select();
}
