/** The article's words with their marks. Only text nodes: nothing of the page is ever markup here. */

import { memo, type ReactNode, useMemo } from 'react';
import type { Span } from '../../index.ts';
import { type Mark, paragraphsOf, segmentsOf } from '../words/segments.ts';

interface Props {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Called with the id of the finding whose words were pressed, the innermost one first. */
  readonly choose: (id: string) => void;
}

export function MarkedText({ text, marks, choose }: Props): ReactNode {
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  const byParagraph = useMemo(
    () => paragraphs.map(([from, to]) => marks.filter(({ span }) => span[0] < to && span[1] > from)),
    [paragraphs, marks],
  );
  return (
    <>
      {paragraphs.map((span, index) => (
        <Paragraph key={span[0]} text={text} span={span} marks={byParagraph[index] ?? []} choose={choose} />
      ))}
    </>
  );
}

const Paragraph = memo(
  function Paragraph({ text, span, marks, choose }: Props & { readonly span: Span }): ReactNode {
    return (
      <p>
        {segmentsOf(text, span, marks).map((segment) =>
          segment.marks.length === 0 ? (
            segment.text
          ) : (
            <MarkedWords key={segment.start} marks={segment.marks} choose={choose}>
              {segment.text}
            </MarkedWords>
          ),
        )}
      </p>
    );
  },
  // Marks are made anew with every choice; most paragraphs have the same as before.
  (before, after) =>
    before.text === after.text &&
    before.span === after.span &&
    before.choose === after.choose &&
    before.marks.length === after.marks.length &&
    before.marks.every((mark, index) => {
      const other = after.marks[index];
      return other !== undefined && mark.id === other.id && mark.kind === other.kind && mark.span[0] === other.span[0];
    }),
);

function MarkedWords({
  marks,
  choose,
  children,
}: {
  readonly marks: readonly Mark[];
  readonly choose: (id: string) => void;
  readonly children: string;
}): ReactNode {
  const kinds = [...new Set(marks.flatMap(({ kind }) => kind.split(' ')))];
  const inner = marks.findLast(({ id }) => !id.startsWith('mention'));
  const hint = marks.findLast(({ hint }) => hint !== undefined)?.hint;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <mark className={kinds.join(' ')} title={hint} onClick={inner === undefined ? undefined : () => choose(inner.id)}>
      {children}
    </mark>
  );
}
