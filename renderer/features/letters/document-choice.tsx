import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentFormat, documentFormats, type DocumentKind, documentKinds } from '#shared/contract/documents.ts';
import { documentTraits } from '#shared/domain/documents/traits.ts';
import { ReadOut } from '../../ui/badge.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { documentFormatKeys, documentKindKeys } from '../documents/index.ts';
import styles from './letters.module.css';
import type { LetterDocument } from './use-letter-plan.ts';

export interface DocumentChoiceProps {
  chosen: readonly LetterDocument[];
  onChange: (chosen: LetterDocument[]) => void;
  hasActionsCalendar: boolean;
  onActionsCalendar: (isWanted: boolean) => void;
}

/** As many as a letter can carry (contract). */
const mostDocuments = 16;
const shortFormats: Record<DocumentFormat, string> = { pdf: 'PDF', docx: 'DOCX', md: 'MD' };

/** What the letters carry, each document in the formats that suit it. */
export function DocumentChoice(props: DocumentChoiceProps): ReactElement {
  const { chosen, onChange, hasActionsCalendar, onActionsCalendar } = props;
  const { t } = useTranslation(['letters', 'export']);
  const has = (kind: DocumentKind, format: DocumentFormat) =>
    chosen.some((one) => one.kind === kind && one.format === format);
  const set = (kind: DocumentKind, format: DocumentFormat, isWanted: boolean) => {
    const others = chosen.filter((one) => one.kind !== kind || one.format !== format);
    onChange(isWanted ? inOrder([...others, { kind, format }]) : others);
  };
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.muted}>{t('letters:documents.what')}</legend>
      <table className={styles.documents}>
        <thead>
          <tr>
            <th scope="col">
              <ReadOut>{t('letters:documents.document')}</ReadOut>
            </th>
            {documentFormats.map((format) => (
              <th key={format} scope="col" translate="no" className={styles.muted}>
                {shortFormats[format]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {documentKinds.map((kind) => {
            const name = t(documentKindKeys[kind], { ns: 'export' });
            return (
              <tr key={kind}>
                <th scope="row">{name}</th>
                {documentFormats.map((format) => (
                  <td key={format}>
                    {documentTraits[kind].formats.includes(format) && (
                      <Checkbox
                        label={
                          <ReadOut>
                            {t('letters:documents.one', {
                              document: name,
                              format: t(documentFormatKeys[format], { ns: 'export' }),
                            })}
                          </ReadOut>
                        }
                        value={has(kind, format)}
                        isDisabled={chosen.length >= mostDocuments && !has(kind, format)}
                        onChange={(isWanted) => set(kind, format, isWanted)}
                      />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Checkbox
        label={t('letters:documents.actionsCalendar')}
        value={hasActionsCalendar}
        onChange={onActionsCalendar}
      />
      {chosen.some(({ kind }) => kind === 'extract') && (
        <p className={styles.muted}>{t('letters:documents.extractHint')}</p>
      )}
    </fieldset>
  );
}

/** As the list shows them, so that a letter names its enclosures in the same order however they were chosen. */
function inOrder(documents: LetterDocument[]): LetterDocument[] {
  const place = ({ kind, format }: LetterDocument): number =>
    documentKinds.indexOf(kind) * documentFormats.length + documentFormats.indexOf(format);
  return documents.toSorted((a, b) => place(a) - place(b));
}
