import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import type { Person } from '#shared/contract/people.ts';
import { type Script, scripts } from '#shared/domain/language.ts';
import { findMixedWords, type MixedWord } from '#shared/domain/mixed-scripts.ts';
import type { SuggestedForm } from '#shared/domain/name-match.ts';
import { query } from '../../app/api.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { useSettled } from '../../app/use-settled.ts';
import { hasName, type NamePart } from './scripts.ts';

export interface NameAids {
  /** Forms for a script that has no name yet, best first; none where there is nothing to go by. */
  suggestions: Record<Script, readonly SuggestedForm[]>;
  /** The first word in which letters of two scripts stand together. */
  mixedWord: (script: Script, part: NamePart) => MixedWord | undefined;
}

/** What can be said about a name while it is typed. Without an answer of the back end there are simply no suggestions. */
export function useNameAids(form: AutosaveForm<Person>): NameAids {
  const names = useWatch({ control: form.control, name: 'names' });
  const settled = useSettled(JSON.stringify(names));
  const typed = useMemo(() => JSON.parse(settled) as Person['names'], [settled]);
  const named = scripts.filter((script) => hasName(typed[script]));
  const { data } = useQuery({
    ...query.names.suggest.queryOptions({ input: typed }),
    enabled: named.length > 0 && named.length < scripts.length,
  });
  // What was typed since then counts: a suggestion never stands beside a name.
  const offered = (script: Script) => (named.length === 0 || hasName(names[script]) ? [] : (data?.[script] ?? []));
  return {
    suggestions: { latin: offered('latin'), cyrillic: offered('cyrillic'), han: offered('han') },
    mixedWord: (script, part) => findMixedWords(typed[script][part])[0],
  };
}
