import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTags } from '#shared/domain/language.ts';
import { type api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useSettled } from '../../app/use-settled.ts';
import { Facts, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { SvgPages, type Zoom, ZoomSelect } from '../../ui/svg-pages.tsx';
import { documentKindKeys } from '../documents/index.ts';
import { attendanceName } from '../meetings/index.ts';
import styles from './letters.module.css';
import type { RecipientRow } from './recipient-rows.ts';
import { ShortMessage } from './short-message.tsx';

type PreviewInput = Parameters<typeof api.letters.preview>[0];
type PreviewOptions = Omit<PreviewInput, 'attendanceId' | 'language'>;

export interface LetterPreviewProps {
  rows: readonly RecipientRow[];
  shown: RecipientRow | undefined;
  onShow: (attendanceId: string) => void;
  /** Takes the focus when the preview is asked for elsewhere. */
  ref: Ref<HTMLDivElement>;
  options: PreviewOptions;
}

/** The letter as one of the recipients gets it, with the pages that go with it. */
export function LetterPreview({ rows, shown, onShow, ref, options }: LetterPreviewProps): ReactElement | null {
  const { t } = useTranslation('letters');
  const language = useUiLanguage();
  const [zoom, setZoom] = useState<Zoom>('fit');
  if (!shown) return null;
  return (
    <div ref={ref} tabIndex={-1} className={styles.preview}>
      <Section title={t('preview.title')} actions={<ZoomSelect value={zoom} onChange={setZoom} />}>
        <Select
          label={t('preview.recipient')}
          value={shown.id}
          onChange={onShow}
          options={rows.map(({ id, attendance, recipient }) => ({
            id,
            label: (attendance && attendanceName(attendance, language).text) ?? recipient.name,
          }))}
        />
        <Preview input={{ ...options, attendanceId: shown.id, language: shown.language }} zoom={zoom} />
      </Section>
    </div>
  );
}

function Preview({ input, zoom }: { input: PreviewInput; zoom: Zoom }): ReactElement {
  const { t } = useTranslation(['letters', 'export']);
  // One request for a word that is typed, not for every letter of it.
  const settled = useSettled(JSON.stringify(input));
  const asked = JSON.parse(settled) as PreviewInput;
  const { data, error, isFetching } = useQuery({
    ...query.letters.preview.queryOptions({ input: asked }),
    placeholderData: (before) => before,
    // Pages weigh megabytes; a preview that is no longer looked at is not worth keeping.
    gcTime: 0,
  });
  return (
    <>
      <p role="status" className={styles.muted}>
        {isFetching ? t('letters:preview.making') : ''}
      </p>
      {error && <p role="alert">{describeError(error)}</p>}
      {data && (
        <>
          <Facts
            facts={[
              {
                term: t('letters:preview.subject'),
                value: <span lang={languageTags[asked.language]}>{data.subject}</span>,
              },
              {
                term: t('letters:preview.attachments'),
                value: (
                  <ul className={styles.attachments}>
                    {data.attachments.length === 0 && (
                      <li className={styles.muted}>{t('letters:preview.noAttachments')}</li>
                    )}
                    {data.omitted.map((kind) => (
                      <li key={kind} className={styles.muted}>
                        {t('letters:preview.omitted', { document: t(documentKindKeys[kind], { ns: 'export' }) })}
                      </li>
                    ))}
                    {data.attachments.map((name) => (
                      <li key={name} lang={languageTags[asked.language]} translate="no">
                        {name}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          <div
            className={styles.body}
            lang={languageTags[asked.language]}
            role="group"
            aria-label={t('letters:preview.body')}
            tabIndex={0}
          >
            {data.body}
          </div>
          <ShortMessage address={data.mailto} />
          {data.pages.length > 0 && <SvgPages label={t('letters:preview.pages')} pages={data.pages} zoom={zoom} />}
        </>
      )}
    </>
  );
}
