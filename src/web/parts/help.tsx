/** The list of keys, behind "?". */

import { type ReactNode, useEffect, useRef } from 'react';

const KEYS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Everywhere',
    [
      ['/', 'search this page'],
      ['g t', 'timeline'],
      ['g d', 'documents'],
      ['g r', 'read a text'],
      ['?', 'this list'],
      ['Esc', 'leave a field, close this list'],
    ],
  ],
  [
    'Timeline and documents',
    [
      ['j', 'next'],
      ['k', 'previous'],
      ['Enter', 'open the evidence'],
    ],
  ],
  [
    'A document',
    [
      ['n  j', 'next finding'],
      ['p  k', 'previous finding'],
      ['u', 'back to the list'],
      ['1 – 6', 'show or hide events, statements, figures, relations, names, doubts'],
    ],
  ],
];

export function Help({ open, close }: { readonly open: boolean; readonly close: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const box = dialog.current;
    if (box === null) return;
    if (open && !box.open) box.showModal();
    if (!open && box.open) box.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">Keys</h2>
      {KEYS.map(([where, keys]) => (
        <section key={where}>
          <h3>{where}</h3>
          <dl>
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>{key.split(' ').map((one) => (one === '' ? null : <kbd key={one}>{one}</kbd>))}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
