/** The timeline's filters. Each change is a new address, so Back undoes it. */

import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Histogram } from '../../index.ts';
import { MODALITIES, showNumber, TYPES } from '../words/labels.ts';
import { type TimelineSearch, toggled } from '../words/search.ts';

interface Props {
  readonly search: TimelineSearch;
  readonly change: (change: Partial<{ [K in keyof TimelineSearch]: TimelineSearch[K] | undefined }>) => void;
  readonly counts: Histogram | undefined;
  /** Names and codes to offer while typing. */
  readonly parties: readonly string[];
}

export function Filters({ search, change, counts, parties }: Props): ReactNode {
  return (
    <div className="filters">
      <Field
        label="Words"
        name="text"
        value={search.text}
        set={(text) => change({ text })}
        placeholder="ferry, “joint statement”"
        search
      />
      <div className="pair">
        <Field
          label="Actor"
          name="actor"
          value={search.actor}
          set={(actor) => change({ actor })}
          list="parties"
          placeholder="VNM, ASEAN, a name"
        />
        <Field
          label="With or towards"
          name="other"
          value={search.other}
          set={(other) => change({ other })}
          list="parties"
          placeholder="anyone"
        />
      </div>
      <datalist id="parties">
        {parties.map((party) => (
          <option key={party} value={party} />
        ))}
      </datalist>
      <Choices
        legend="What"
        all={Object.keys(TYPES)}
        words={TYPES}
        counts={counts?.types}
        chosen={search.types}
        toggle={(type) => change({ types: toggled(search.types, type) })}
        code
      />
      <Choices
        legend="Did it happen"
        all={Object.keys(MODALITIES)}
        words={MODALITIES}
        counts={counts?.modalities}
        chosen={search.modality}
        toggle={(modality) => change({ modality: toggled(search.modality, modality) })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={search.held === true}
          onChange={() => change({ held: search.held ? undefined : true })}
        />
        <span>Show what only held documents say</span>
      </label>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly set: (value: string | undefined) => void;
  readonly placeholder?: string;
  readonly list?: string;
  readonly search?: boolean;
}

/** Typing changes nothing until Enter or leaving the field; Escape takes it back. */
export function Field({ label, name, value, set, placeholder, list, search }: FieldProps): ReactNode {
  const [draft, setDraft] = useState(value ?? '');
  useEffect(() => setDraft(value ?? ''), [value]);
  const commit = (): void => {
    const next = draft.trim() === '' ? undefined : draft.trim();
    if (next !== value) set(next);
  };
  return (
    <form
      className="field"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        commit();
      }}
    >
      <label htmlFor={`field-${name}`}>{label}</label>
      {search ? <kbd>/</kbd> : null}
      <input
        id={`field-${name}`}
        name={name}
        type={search ? 'search' : 'text'}
        data-search={search ? '' : undefined}
        value={draft}
        list={list}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        onChange={(event) => {
          setDraft(event.target.value);
          // The clear button of a search field sends no submit.
          if (event.target.value === '' && value !== undefined) set(undefined);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setDraft(value ?? '');
          event.currentTarget.blur();
        }}
      />
    </form>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly all: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly chosen: readonly string[] | undefined;
  readonly toggle: (word: string) => void;
  /** Show the code and its meaning as a hint, instead of the meaning. */
  readonly code?: boolean;
}

/** Only what occurs under the other filters is offered, and what is chosen already. */
function Choices({ legend, all, words, counts, chosen, toggle, code }: ChoicesProps): ReactNode {
  const offered = all.filter((word) => counts === undefined || (counts[word] ?? 0) > 0 || chosen?.includes(word));
  return (
    <fieldset>
      <legend>{legend}</legend>
      {offered.map((word) => (
        <label key={word} className="choice" title={code ? words[word] : undefined}>
          <input type="checkbox" checked={chosen?.includes(word) ?? false} onChange={() => toggle(word)} />
          <span className={code ? 'type' : undefined} data-type={code ? word : undefined}>
            {code ? word : words[word]}
          </span>
          <span className="count">{counts === undefined ? '' : showNumber(counts[word] ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  );
}
