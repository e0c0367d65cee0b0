import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryKind } from '#shared/contract/entries.ts';
import type { HandOverRow } from '#shared/contract/hand-overs.ts';
import type { HeadingKind } from '#shared/contract/translations.ts';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { diffWords } from '#shared/domain/versions/diff-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { DiffText } from '../../ui/diff-text.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { fateKeys, fateTones, hasRemark, needsDecision } from './fates.ts';
import styles from './hand-over.module.css';

const headingKeys = {
  meeting_title: 'kind.meeting_title',
  meeting_theme: 'kind.meeting_theme',
  meeting_framework: 'kind.meeting_framework',
  agenda_title: 'kind.agenda_title',
  agreement_title: 'kind.agreement_title',
  party_description: 'kind.party_description',
} as const satisfies Record<HeadingKind, string>;

const entryKeys = {
  speech: 'kind.speech',
  note: 'kind.note',
  proposal: 'kind.proposal',
  decision: 'kind.decision',
  action: 'kind.action',
} as const satisfies Record<EntryKind, string>;

export interface BackRowProps {
  row: HandOverRow;
  /** Of the translation. */
  language: Language;
  isTaken: boolean;
  onDecide: (isTaken: boolean) => void;
}

/** One row of the table: its source, what stands in the minutes, what came back, what becomes of it. */
export function BackRow({ row, language, isTaken, onDecide }: BackRowProps): ReactElement {
  const { t } = useTranslation(['hand-over', 'minutes']);
  const { reference, code, number, entryKind, fate, sourceLanguage, sourceThen, sourceNow, sourceBack } = row;
  const kind =
    reference.kind !== 'entry'
      ? t(`hand-over:${headingKeys[reference.kind]}`)
      : entryKind === null
        ? ''
        : t(`minutes:${entryKeys[entryKind]}`);
  const name = [kind, number].filter((part) => part !== '').join(' ');
  const isSourceChanged = sourceNow !== sourceThen && fate !== 'gone';
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        {name !== '' && <strong>{name}</strong>}
        <span className={styles.code} translate="no">
          {code}
        </span>
        <Badge tone={fateTones[fate]}>{t(`hand-over:${fateKeys[fate]}`)}</Badge>
      </div>
      <div className={styles.texts}>
        <Text
          label={isSourceChanged ? t('hand-over:back.sourceNow') : t('hand-over:back.source')}
          language={sourceLanguage}
        >
          {isSourceChanged ? <DiffText parts={diffWords(sourceThen, sourceNow, sourceLanguage)} /> : sourceThen}
        </Text>
        <Translations row={row} language={language} />
      </div>
      {fate === 'source-changed' && !isSourceChanged && (
        <p className={styles.muted}>{t('hand-over:back.originChanged')}</p>
      )}
      {hasRemark(row) && (
        <p className={styles.remark}>
          {t('hand-over:back.sourceBack')}{' '}
          <span lang={languageTags[sourceLanguage]} className={styles.text}>
            <DiffText parts={diffWords(sourceThen, sourceBack, sourceLanguage)} />
          </span>
        </p>
      )}
      {needsDecision(row) && (
        <RadioGroup
          label={t('hand-over:back.decide', { row: name === '' ? code : name })}
          isLabelHidden
          isInLine
          value={isTaken ? 'take' : 'keep'}
          onChange={(chosen) => onDecide(chosen === 'take')}
          options={[
            { id: 'keep', label: fate === 'conflict' ? t('hand-over:back.keep') : t('hand-over:back.leave') },
            { id: 'take', label: fate === 'conflict' ? t('hand-over:back.take') : t('hand-over:back.takeOutdated') },
          ]}
        />
      )}
    </li>
  );
}

/** Side by side where both sides wrote; what stands in the minutes is left out where nothing does. */
function Translations({ row, language }: { row: HandOverRow; language: Language }): ReactElement {
  const { t } = useTranslation('hand-over');
  const { fate, now, back } = row;
  const isCompared = fate !== 'same' && fate !== 'gone' && now.trim() !== '' && back.trim() !== '';
  return (
    <>
      {now.trim() !== '' && fate !== 'gone' && (
        <Text label={fate === 'change' ? t('back.before') : t('back.here')} language={language}>
          {now}
        </Text>
      )}
      {back.trim() !== '' && fate !== 'same' && (
        <Text label={t('back.theirs')} language={language} isLast>
          {isCompared ? <DiffText parts={diffWords(now, back, language)} /> : back}
        </Text>
      )}
    </>
  );
}

interface TextProps {
  label: string;
  language: Language;
  children: ReactNode;
  /** Stands in the last column, whatever is before it. */
  isLast?: boolean;
}

function Text({ label, language, children, isLast = false }: TextProps): ReactElement {
  return (
    <div className={styles.side} data-last={isLast || undefined}>
      <span className={styles.muted}>{label}</span>
      <p className={styles.text} lang={languageTags[language]} dir="auto">
        {children}
      </p>
    </div>
  );
}
