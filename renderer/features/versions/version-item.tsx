import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/contract/attachments.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { AgreeingState, SideAgreement, Version } from '#shared/contract/versions.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { languageProps } from '../../ui/text-field.tsx';
import { Attachments, Fingerprint, useFileSize } from '../attachments/index.ts';
import styles from './versions.module.css';

const purposeKeys = {
  circulation: 'purpose.circulation',
  signature: 'purpose.signature',
  import: 'purpose.import',
} as const satisfies Record<Version['purpose'], string>;

export interface VersionItemProps {
  version: Version;
  isNewest: boolean;
  state: AgreeingState;
  detail: MeetingDetail;
}

/** One version: when and why it was kept, who has agreed to it, its files and the scan of its signed copy. */
export function VersionItem({ version, isNewest, state, detail }: VersionItemProps): ReactElement {
  const { t } = useTranslation('versions');
  const format = useFormat();
  const { number, agreedAtMs, agreements } = version;
  const isAgreed = agreedAtMs !== null;
  const amended = state.amendments.find(({ versionId }) => versionId === version.id);
  const given = state.amendments.filter(
    ({ baseVersionId, closedAtMs, versionId }) =>
      baseVersionId === version.id && closedAtMs !== null && versionId === null,
  );
  return (
    <li className={styles.version} value={number}>
      <div className={styles.head}>
        <h3 className={styles.name}>{t('version.name', { number })}</h3>
        {isAgreed ? (
          <Badge tone="good">{t('version.agreed')}</Badge>
        ) : (
          agreements.length > 0 && (
            <Badge tone="info">
              {t('version.partly', { count: agreements.length, all: format.number(state.sideIds.length) })}
            </Badge>
          )
        )}
        {isNewest && (
          <Badge tone={state.isCurrent ? 'neutral' : 'warning'}>
            {state.isCurrent ? t('version.current') : t('version.changedSince')}
          </Badge>
        )}
      </div>
      <p className={styles.muted}>
        {t(purposeKeys[version.purpose], { when: format.moment(version.atMs) })}
        {isAgreed && <> · {t('version.agreedAt', { when: format.moment(agreedAtMs) })}</>}
      </p>
      {version.reason !== '' && <p className={styles.words}>{t('version.reason', { reason: version.reason })}</p>}
      {amended && <p className={styles.words}>{t('version.amended', { reason: amended.reason })}</p>}
      {given.map(({ id, reason, closedAtMs }) => (
        <p key={id} className={styles.words}>
          {t('version.givenUp', { reason, when: format.moment(closedAtMs ?? 0) })}
        </p>
      ))}
      {agreements.length > 0 && (
        <ul className={styles.agreements} aria-label={t('agreement.list')}>
          {agreements.map((agreement) => (
            <AgreementLine key={agreement.id} agreement={agreement} detail={detail} />
          ))}
        </ul>
      )}
      <details open={isNewest && isAgreed}>
        <summary>{t('version.files', { count: version.files.filter(isMade).length })}</summary>
        <ul className={styles.files} aria-label={t('version.filesOf', { number })}>
          {version.files.filter(isMade).map((file) => (
            <VersionFile key={file.id} file={file} />
          ))}
        </ul>
      </details>
      {isAgreed && (
        <>
          <h4 className={styles.small}>{t('scan.title')}</h4>
          <Attachments meetingId={version.meetingId} kind="scan" versionId={version.id} />
        </>
      )}
    </li>
  );
}

const isMade = ({ kind }: Attachment): boolean => kind !== 'scan';

const mannerKeys = {
  signature: 'manner.signature',
  letter: 'manner.letter',
  email: 'manner.email',
  messenger: 'manner.messenger',
  spoken: 'manner.spoken',
} as const satisfies Record<SideAgreement['manner'], string>;

function AgreementLine({ agreement, detail }: { agreement: SideAgreement; detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('versions');
  const format = useFormat();
  const side = detail.meeting.sides.find(({ id }) => id === agreement.sideId);
  const person = detail.attendance.find(({ id }) => id === agreement.byAttendanceId);
  return (
    <li>
      <span className={styles.strong}>
        {side === undefined ? t('agreement.chair') : <FallbackText value={side.name} empty={side.country} />}
      </span>{' '}
      {t(mannerKeys[agreement.manner], { date: format.date(agreement.agreedOn) })}
      {agreement.byName === '' ? (
        person && (
          <>
            {' '}
            · <FallbackText value={person.name} />
          </>
        )
      ) : (
        <>
          {' · '}
          <span translate="no">{agreement.byName}</span>
        </>
      )}
      {agreement.note !== '' && <> · {agreement.note}</>}
    </li>
  );
}

const fileKeys = {
  version_pdf: 'fileKind.pdf',
  version_docx: 'fileKind.docx',
  version_record: 'fileKind.record',
  document: 'fileKind.document',
  scan: 'fileKind.scan',
} as const satisfies Record<Attachment['kind'], string>;

function VersionFile({ file }: { file: Attachment }): ReactElement {
  const { t } = useTranslation('versions');
  const names = useLanguageNames();
  const size = useFileSize();
  const save = useSaveFile();
  return (
    <li className={styles.file}>
      <span className={styles.fileName} translate="no" {...languageProps(file.language ?? undefined)}>
        {file.name}
      </span>
      <span className={styles.facts}>
        <span>{t(fileKeys[file.kind])}</span>
        {file.language !== null && <span>{names[file.language]}</span>}
        <span>{size(file.sizeBytes)}</span>
        <Fingerprint sha256={file.sha256} name={file.name} />
      </span>
      <IconButton
        label={t('file.saveCopy', { name: file.name })}
        icon={<Download aria-hidden />}
        onPress={() => void save(() => api.attachments.download({ id: file.id }))}
      />
    </li>
  );
}
