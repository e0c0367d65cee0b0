import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { alternats, type Authenticity } from '#shared/contract/documents.ts';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './documents.module.css';
import type { Draft } from './option-rules.ts';

interface FieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

const copyKeys = { off: 'copies.off', keeper: 'copies.keeper', language: 'copies.language' } as const;
const copyHints = { off: 'copies.offHint', keeper: 'copies.keeperHint', language: 'copies.languageHint' } as const;

/** Whose name comes first, with a sentence about what each choice means. */
export function CopiesField({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('export');
  const id = useId();
  return (
    <div className={styles.explained} role="group" aria-describedby={id}>
      <Select
        label={t('copies.label')}
        value={draft.alternat}
        onChange={(alternat) => onChange({ ...draft, alternat })}
        options={alternats.map((alternat) => ({ id: alternat, label: t(copyKeys[alternat]) }))}
      />
      <p id={id} className={styles.muted}>
        {t(copyHints[draft.alternat])}
      </p>
    </div>
  );
}

const authenticityKinds = ['unsaid', 'equal', 'prevails', 'sole'] as const;
const authenticityKeys = {
  unsaid: 'counts.unsaid',
  equal: 'counts.equal',
  prevails: 'counts.prevails',
  sole: 'counts.sole',
} as const satisfies Record<Authenticity['kind'], string>;

/** Which of the texts counts. */
export function AuthenticityFields({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('export');
  const names = useLanguageNames();
  const { authenticity } = draft;
  const choose = (kind: Authenticity['kind']) => {
    const language = 'language' in authenticity ? authenticity.language : (draft.languages[0] ?? 'en');
    onChange({ ...draft, authenticity: kind === 'unsaid' || kind === 'equal' ? { kind } : { kind, language } });
  };
  return (
    <>
      <Select
        label={t('counts.label')}
        value={authenticity.kind}
        onChange={choose}
        options={authenticityKinds.map((kind) => ({ id: kind, label: t(authenticityKeys[kind]) }))}
      />
      {'language' in authenticity && (
        <Select
          label={authenticity.kind === 'sole' ? t('counts.soleLanguage') : t('counts.language')}
          value={authenticity.language}
          onChange={(language) => onChange({ ...draft, authenticity: { ...authenticity, language } })}
          options={draft.languages.map((language) => ({ id: language, label: names[language] }))}
        />
      )}
    </>
  );
}
