import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Encoding } from '#shared/contract/exchange.ts';
import { useFormat } from '../../app/format.ts';
import { Facts, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { useEncodings } from './encodings.ts';
import styles from './exchange.module.css';
import { FileDrop } from './file-drop.tsx';
import { problemsOf, Refusal } from './refusal.tsx';

const accepted = '.csv,.tsv,.txt,.xlsx,.vcf';
const formatKeys = {
  csv: 'exchange:detected.csv',
  xlsx: 'exchange:detected.xlsx',
  vcard: 'exchange:detected.vcard',
} as const;

/** A chosen file and what it was found to be. */
export interface ChosenFile {
  file: File | null;
  /** null for what has none, or is not known yet. */
  encoding: Encoding | null;
  inspection: { format?: keyof typeof formatKeys; rows: number } | null;
  isInspecting: boolean;
  /** Why the file cannot be read at all. */
  inspectionError: unknown;
  choose: (file: File) => void;
  setEncoding: (encoding: Encoding) => void;
}

/** Choosing the file, and what it was found to be. */
export function FileSection({ state, isLocked }: { state: ChosenFile; isLocked: boolean }): ReactElement {
  const { t } = useTranslation(['exchange', 'common']);
  const format = useFormat();
  const encodings = useEncodings();
  const { file, encoding, inspection, isInspecting, inspectionError, choose, setEncoding } = state;
  // A text that is broken in one encoding may be sound in another.
  const misread = problemsOf(inspectionError).find(({ code }) => code === 'broken_encoding');
  const shownEncoding = encoding ?? encodings.find(({ id }) => id === misread?.detail)?.id ?? null;
  return (
    <Section title={t('exchange:file.title')}>
      <FileDrop
        accept={accepted}
        kinds={t('exchange:file.kinds')}
        isChosen={file !== null}
        isLocked={isLocked}
        onChoose={choose}
      />
      <div role="status">{isInspecting && t('common:loading')}</div>
      {file && (
        <Facts
          facts={[
            { term: t('exchange:file.name'), value: <span translate="no">{file.name}</span> },
            ...(inspection
              ? [
                  ...(inspection.format
                    ? [{ term: t('exchange:file.format'), value: t(formatKeys[inspection.format]) }]
                    : []),
                  { term: t('exchange:file.rows'), value: format.number(inspection.rows) },
                ]
              : []),
          ]}
        />
      )}
      {shownEncoding !== null && (
        <div className={styles.narrow}>
          <Select
            label={t('exchange:file.encoding')}
            value={shownEncoding}
            onChange={setEncoding}
            options={encodings}
            isDisabled={isLocked || isInspecting}
          />
          <p className={styles.muted}>{t('exchange:file.encodingHint')}</p>
        </div>
      )}
      {inspectionError !== null && <Refusal error={inspectionError} />}
    </Section>
  );
}
