import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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

export interface BackRowProps {
  row: HandOverRow;
  /** Of the translation. */
  language: Language;
  isTaken: boolean;
  onDecide: (isTaken: boolean) => void;
}

/** One row of the table: its source, what stands in the minutes, what came back, what becomes of it. */
export function BackRow({ row, language, isTaken, onDecide }: BackRowProps): ReactElement {
  const { t } = useTranslation('hand-over');
  const { reference, code, number, fate, sourceLanguage, sourceThen, sourceNow, sourceBack } = row;
  const kind = reference.kind === 'entry' ? '' : t(headingKeys[reference.kind]);
  const name = [kind, number].filter((part) => part !== '').join(' ');
  const isSourceChanged = sourceNow !== sourceThen && fate !== 'gone';
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        {name !== '' && <strong>{name}</strong>}
        <span className={styles.code} translate="no">
          {code}
        </span>
        <Badge tone={fateTones[fate]}>{t(fateKeys[fate])}</Badge>
      </div>
      <div className={styles.texts}>
        <Text label={isSourceChanged ? t('back.sourceNow') : t('back.source')} language={sourceLanguage}>
          {isSourceChanged ? <DiffText parts={diffWords(sourceThen, sourceNow, sourceLanguage)} /> : sourceThen}
        </Text>
        <Translations row={row} language={language} />
      </div>
      {fate === 'source-changed' && !isSourceChanged && <p className={styles.muted}>{t('back.originChanged')}</p>}
      {hasRemark(row) && (
        <p className={styles.remark}>
          {t('back.sourceBack')}{' '}
          <span lang={languageTags[sourceLanguage]} className={styles.text}>
            <DiffText parts={diffWords(sourceThen, sourceBack, sourceLanguage)} />
          </span>
        </p>
      )}
      {needsDecision(row) && (
        <RadioGroup
          label={t('back.decide', { row: name === '' ? code : name })}
          isLabelHidden
          value={isTaken ? 'take' : 'keep'}
          onChange={(chosen) => onDecide(chosen === 'take')}
          options={[
            { id: 'keep', label: fate === 'conflict' ? t('back.keep') : t('back.leave') },
            { id: 'take', label: fate === 'conflict' ? t('back.take') : t('back.takeOutdated') },
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
        <Text label={t('back.theirs')} language={language}>
          {isCompared ? <DiffText parts={diffWords(now, back, language)} /> : back}
        </Text>
      )}
    </>
  );
}

function Text({ label, language, children }: { label: string; language: Language; children: ReactNode }): ReactElement {
  return (
    <div className={styles.side}>
      <span className={styles.muted}>{label}</span>
      <p className={styles.text} lang={languageTags[language]} dir="auto">
        {children}
      </p>
    </div>
  );
}
