import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceFields } from '#shared/contract/attendance-import.ts';
import { query } from '../../../../app/api.ts';
import { Page } from '../../../../app/page.tsx';
import { FallbackText } from '../../../../ui/fallback-text.tsx';
import { Arrival, FileSection, MappingSection } from '../../../exchange/index.ts';
import { useAttendanceWords } from './fates.ts';
import styles from './import.module.css';
import { ImportPreview } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import type { AttendanceImportSearch } from './search.ts';
import { useAttendanceImport } from './use-attendance-import.ts';

const route = getRouteApi('/meetings/$meetingId/attendance-import');

/** Fields of a contact that a list of participants has no use for. */
const unused = new Set<string>(['id', 'aliases', 'gender', 'messenger', 'languages', 'note']);
const fields = attendanceFields.filter((field) => !unused.has(field));
/** As the back end: without one of these nobody is named. */
const namesSomebody = /^(?:full|family|given)_|^id$|^email$|^organization/u;

/** Brings a list of participants into a meeting: file, columns, preview, result, one below the other. */
export function AttendanceImportPage(): ReactElement {
  const { t } = useTranslation(['attendance-import', 'common']);
  const { meetingId }: { meetingId: string } = route.useParams();
  const { from }: AttendanceImportSearch = route.useSearch();
  const words = useAttendanceWords();
  const { data: detail } = useQuery(query.meetings.get.queryOptions({ input: { id: meetingId } }));
  const state = useAttendanceImport(meetingId);
  const { preview, run } = state;
  const back =
    from === 'live'
      ? { href: `/meetings/${meetingId}/live`, label: t('attendance-import:backToMinutes') }
      : { href: `/meetings/${meetingId}/participants`, label: t('attendance-import:backToParticipants') };
  const isNamed = state.mapping.some((field) => field !== null && namesSomebody.test(field));
  // A column that the file itself calls so keeps its field, though it is not among the usual choices.
  const choosable = attendanceFields.filter((field) => fields.includes(field) || state.mapping.includes(field));
  return (
    <Page title={t('attendance-import:title')} back={back}>
      <p className={styles.intro}>
        {detail && (
          <>
            <span className={styles.meeting}>
              <FallbackText value={detail.meeting.title} empty={t('common:unnamed')} />
            </span>{' '}
          </>
        )}
        {t('attendance-import:intro')}
      </p>
      <FileSection state={state} isLocked={run.isRunning} />
      {state.inspection && run.result === null && (
        <MappingSection
          columns={state.columns}
          fields={choosable}
          nameOf={words.field}
          mapping={state.mapping}
          onMap={state.map}
          lack={isNamed ? null : t('attendance-import:noName')}
          preview={preview}
          isLocked={run.isRunning}
        />
      )}
      {preview.result && run.result === null && (
        <Arrival>
          <ImportPreview state={state} preview={preview.result} />
        </Arrival>
      )}
      {run.result && (
        <Arrival>
          <ImportResult result={run.result} back={back} />
        </Arrival>
      )}
    </Page>
  );
}
