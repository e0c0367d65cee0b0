import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Printer } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { AgreeingState } from '#shared/contract/versions.ts';
import { type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { ComparedRows, type ComparedRowsProps } from './compared-rows.tsx';
import styles from './compare.module.css';
import { useChangeKeys } from './use-change-keys.ts';

/** Stands for the minutes as they are now; the ids of versions are UUIDs. */
const now = 'now';

const versionOf = (choice: string): string | null => (choice === now ? null : choice);

/** What one is likely to ask first: what has changed since the newest version, or between the two newest. */
function chooseFirst({ versions, isCurrent }: AgreeingState): { from: string; to: string } {
  const [newest, before] = versions.toReversed();
  if (!isCurrent || before === undefined) return { from: newest?.id ?? now, to: now };
  return { from: before.id, to: newest?.id ?? now };
}

export interface CompareSectionProps {
  meeting: Meeting;
  state: AgreeingState;
}

/** Two texts of the minutes side by side in one language. */
export function CompareSection({ meeting, state }: CompareSectionProps): ReactElement {
  const { t } = useTranslation('versions');
  const uiLanguage = useUiLanguage();
  const names = useLanguageNames();
  const [chosen, setChosen] = useState(() => chooseFirst(state));
  const [language, setLanguage] = useState<Language>(uiLanguage);
  const [isOnlyChanges, setOnlyChanges] = useState(true);
  const known = new Set([now, ...state.versions.map(({ id }) => id)]);
  // Undo may have taken a version away.
  const { from, to } = known.has(chosen.from) && known.has(chosen.to) ? chosen : chooseFirst(state);
  const isSame = from === to;
  const { data, error } = useQuery({
    ...query.versions.compare.queryOptions({
      input: { meetingId: meeting.id, from: versionOf(from), to: versionOf(to), language },
    }),
    enabled: !isSame,
  });
  const options = [
    ...state.versions.map(({ id, number }) => ({ id, label: t('version.name', { number }) })),
    { id: now, label: t('compare.now') },
  ];
  const nameOf = (id: string): string => options.find((option) => option.id === id)?.label ?? '';
  return (
    <Section title={t('compare.title')}>
      <div className={styles.choices}>
        <Select
          label={t('compare.from')}
          value={from}
          options={options}
          onChange={(id) => setChosen({ from: id, to })}
        />
        <Select label={t('compare.to')} value={to} options={options} onChange={(id) => setChosen({ from, to: id })} />
        <Select
          label={t('compare.language')}
          value={language}
          options={languages.map((code) => ({ id: code, label: names[code] }))}
          onChange={setLanguage}
        />
        <Checkbox label={t('compare.onlyChanges')} value={isOnlyChanges} onChange={setOnlyChanges} />
      </div>
      {isSame && <p>{t('compare.same')}</p>}
      {error && !isSame && <p role="alert">{describeError(error)}</p>}
      {data && !isSame && (
        <Comparison
          key={`${from} ${to}`}
          rows={isOnlyChanges ? data.rows.filter(({ change }) => change !== 'same') : data.rows}
          changed={data.changed}
          names={{ from: nameOf(from), to: nameOf(to) }}
          title={meeting.title}
          language={language}
        />
      )}
    </Section>
  );
}

interface ComparisonProps extends ComparedRowsProps {
  changed: number;
  /** Of the meeting; only on paper, where nothing else says what is compared. */
  title: LocalizedText;
  language: Language;
}

function Comparison({ rows, changed, names, title, language }: ComparisonProps): ReactElement {
  const { t } = useTranslation('versions');
  const format = useFormat();
  const { box, place, next, previous } = useChangeKeys(changed);
  return (
    <div className={styles.print}>
      <p className={styles.meeting}>
        <FallbackText value={title} wanted={language} />
      </p>
      <div className={styles.bar}>
        <p role="status">
          {changed === 0
            ? t('compare.noChanges')
            : t('compare.changes', { count: changed, formatted: format.number(changed) })}
          {place !== null && <> · {t('compare.place', { place: place + 1, all: changed })}</>}
        </p>
        <div className={styles.tools}>
          <IconButton
            label={t('compare.previous')}
            icon={<ArrowUp aria-hidden />}
            isDisabled={changed === 0}
            command="changes.previous"
            onPress={previous}
          />
          <IconButton
            label={t('compare.next')}
            icon={<ArrowDown aria-hidden />}
            isDisabled={changed === 0}
            command="changes.next"
            onPress={next}
          />
          <Button onPress={() => window.print()}>
            <Printer aria-hidden />
            {t('compare.print')}
          </Button>
        </div>
      </div>
      {rows.length > 0 && (
        <div ref={box}>
          <ComparedRows rows={rows} names={names} />
        </div>
      )}
    </div>
  );
}
