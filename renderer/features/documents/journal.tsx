import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '#shared/contract/documents.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Section } from '../../ui/section.tsx';
import { useFileSize } from '../attachments/index.ts';
import styles from './documents.module.css';
import { useHandOut } from './use-hand-out.ts';
import { formatKeys, kindKeys } from './words.ts';

/** In the journal a hash tells lines apart; the whole of it is in the tooltip. */
const shownDigits = 8;

/** Everything that was handed out of a meeting, each line with the way to the very same bytes. */
export function Journal({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('export');
  const { data, error } = useQuery(query.documents.journal.queryOptions({ input: { meetingId: detail.meeting.id } }));
  const columns = useColumns(detail);
  return (
    <Section title={t('journal.title')}>
      {error && <p role="alert">{describeError(error)}</p>}
      {data?.length === 0 && <p className={styles.muted}>{t('journal.empty')}</p>}
      {data && data.length > 0 && (
        <>
          <p className={styles.muted}>{t('journal.hint')}</p>
          <div className={styles.journal}>
            <DataTable
              label={t('journal.list')}
              rows={data}
              columns={columns}
              rowId={({ id }) => id}
              empty={t('journal.empty')}
            />
          </div>
        </>
      )}
    </Section>
  );
}

function useColumns(detail: MeetingDetail): readonly TableColumn<JournalEntry>[] {
  const { t } = useTranslation('export');
  const format = useFormat();
  const fileSize = useFileSize();
  const names = useLanguageNames();
  const uiLanguage = useUiLanguage();
  const handOut = useHandOut();
  const { sides } = detail.meeting;
  return useMemo(
    () => [
      {
        id: 'what',
        title: t('journal.what'),
        isRowHeader: true,
        share: 3,
        cell: ({ kind, name, keeperSideId }) => {
          const side = sides.find(({ id }) => id === keeperSideId);
          const copy = side ? ` · ${t('save.keeper', { side: chooseText(side.name, uiLanguage).text })}` : '';
          return (
            <span className={styles.what}>
              {t(kindKeys[kind])}
              <span className={styles.muted}>
                <span translate="no">{name}</span>
                {copy}
              </span>
            </span>
          );
        },
      },
      { id: 'when', title: t('journal.when'), share: 1.5, cell: ({ atMs }) => format.moment(atMs) },
      {
        id: 'languages',
        title: t('journal.languages'),
        cell: ({ languages }) => format.list(languages.map((language) => names[language])),
      },
      { id: 'format', title: t('journal.format'), cell: (row) => t(formatKeys[row.format]) },
      {
        id: 'version',
        title: t('journal.version'),
        cell: ({ versionNumber }) => versionNumber ?? t('journal.versionNone'),
      },
      {
        id: 'hash',
        title: t('journal.hash'),
        cell: ({ sha256 }) => (
          <span className={styles.hash} title={sha256}>
            {sha256.slice(0, shownDigits)}…
          </span>
        ),
      },
      { id: 'size', title: t('journal.size'), isNumber: true, cell: ({ sizeBytes }) => fileSize(sizeBytes) },
      {
        id: 'again',
        title: t('journal.again'),
        cell: ({ id, name }) => (
          <Button
            isForReading
            aria-label={t('journal.againOf', { name })}
            onPress={() =>
              void handOut(
                () => api.documents.exportAgain({ id }),
                (saved) => t('journal.saved', { name: saved }),
              )
            }
          >
            {t('journal.again')}
          </Button>
        ),
      },
    ],
    [t, format, fileSize, names, uiLanguage, handOut, sides],
  );
}
