import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import type { Person } from '#shared/contract/people.ts';
import { scripts } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useMatchWords } from '../../app/match-words.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { useSettled } from '../../app/use-settled.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import styles from './candidates.module.css';
import { hasName } from './scripts.ts';

interface PersonCandidatesProps {
  form: AutosaveForm<Person>;
  ownId: string;
  isStored: boolean;
}

/** Says while a new person is typed who of the register that may be. Does not stand in the way, whatever the answer. */
export function PersonCandidates({ form, ownId, isStored }: PersonCandidatesProps): ReactElement {
  const [names, aliases, email] = useWatch({ control: form.control, name: ['names', 'aliases', 'email'] });
  const typed = { id: ownId, names, aliases: aliases.map(({ text }) => text).filter(Boolean), email };
  const settled = useSettled(JSON.stringify(typed));
  const input = useMemo(() => JSON.parse(settled) as typeof typed, [settled]);
  const isAskable = scripts.some((script) => hasName(input.names[script]));
  const { data } = useQuery({
    ...query.duplicates.personCandidates.queryOptions({ input }),
    enabled: isAskable,
    placeholderData: keepPreviousData,
  });
  return <Candidates pairs={isAskable ? (data ?? []) : []} ownId={ownId} isStored={isStored} />;
}

export interface CandidatesProps {
  pairs: readonly DuplicatePair[];
  /** The record that is being typed. */
  ownId: string;
  /** From then on the two can be compared side by side. */
  isStored: boolean;
}

/** Records of the register that may be the one being typed, each with the reason. */
export function Candidates({ pairs, ownId, isStored }: CandidatesProps): ReactElement {
  const { t } = useTranslation('contacts');
  const words = useMatchWords();
  return (
    <div role="status" className={styles.status}>
      {pairs.length > 0 && (
        <div className={styles.warning}>
          <TriangleAlert aria-hidden className={styles.sign} />
          <div className={styles.body}>
            <p className={styles.title}>{t('candidates.title')}</p>
            <ul className={styles.list}>
              {pairs.map((pair) => {
                const known = pair.a.id === ownId ? pair.b : pair.a;
                const place = pair.kind === 'person' ? '/contacts' : '/organizations';
                return (
                  <li key={known.id} className={styles.candidate}>
                    <Link href={`${place}/${known.id}`}>
                      <FallbackText value={known.label} empty={t('unnamed')} />
                    </Link>
                    <span className={styles.detail}>
                      <FallbackText value={known.detail} />
                    </span>
                    <span className={styles.reason}>
                      {[
                        words.verdict(pair.match.verdict),
                        words.reason(pair.match),
                        ...pair.evidence.map(words.evidence),
                      ].join(' · ')}
                    </span>
                    {isStored && (
                      <Link href={`/contacts/duplicates?a=${ownId}&b=${known.id}`}>{t('candidates.compare')}</Link>
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
