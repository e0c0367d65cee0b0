import { useQuery } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchivedMeeting } from '#shared/contract/archive.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { flushAll } from '../../app/saving.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useFileSize } from '../attachments/index.ts';
import { Progress, useStream } from '../exchange/index.ts';
import styles from './versions.module.css';

/** What one zip would hold, and the way to it. */
export function ArchiveSection({ meetingId }: { meetingId: string }): ReactElement {
  const { t } = useTranslation('versions');
  const size = useFileSize();
  const format = useFormat();
  const save = useSaveFile();
  const { data } = useQuery(query.archive.contents.queryOptions({ input: { meetingId } }));
  const { isRunning, progress, result, error, start, cancel } = useStream(createArchive);

  // The archive itself comes after the stream, which carries no files.
  useEffect(() => {
    if (result) void save(() => api.archive.download({ id: result.id }));
  }, [result, save]);

  const isEvent = (data?.length ?? 0) > 1;
  return (
    <Section title={isEvent ? t('archive.titleEvent') : t('archive.title')}>
      <p className={styles.muted}>{t('archive.explain')}</p>
      {data && (
        <ul className={styles.parts} aria-label={t('archive.contents')}>
          {data.map((part) => (
            <ArchivedPart key={part.meetingId} part={part} isThis={part.meetingId === meetingId} />
          ))}
        </ul>
      )}
      {isRunning ? (
        <Progress label={t('archive.making')} progress={progress} onCancel={cancel} />
      ) : (
        <div>
          <Button kind="primary" isDisabled={!data} onPress={() => start({ meetingId })}>
            <Archive aria-hidden />
            {t('archive.save')}
          </Button>
        </div>
      )}
      {error !== null && (
        <p role="alert" className={styles.alarm}>
          {describeError(error)}
        </p>
      )}
      <div role="status">
        {result && (
          <p className={styles.muted}>
            {t('archive.made', {
              count: result.files,
              formatted: format.number(result.files),
              size: size(result.sizeBytes),
            })}{' '}
            <span className={styles.hash}>{t('archive.sha', { sha256: result.sha256 })}</span>
          </p>
        )}
      </div>
    </Section>
  );
}

async function createArchive(input: { meetingId: string }, options: { signal: AbortSignal }) {
  await flushAll();
  return api.archive.create(input, options);
}

function ArchivedPart({ part, isThis }: { part: ArchivedMeeting; isThis: boolean }): ReactElement {
  const { t } = useTranslation('versions');
  const format = useFormat();
  const isDraft = part.agreedVersion === null && !isLocked(part.status);
  return (
    <li className={styles.part}>
      <span className={styles.partName}>
        <span>{format.date(part.date)}</span>
        {isThis ? (
          <span>{t('archive.thisMeeting')}</span>
        ) : (
          <TextLink href={`/meetings/${part.meetingId}/versions`} text={part.title} empty={t('archive.untitled')} />
        )}
      </span>
      <span className={styles.partFacts}>
        {part.agreedVersion !== null ? (
          <Badge tone="good">{t('archive.agreed', { number: part.agreedVersion })}</Badge>
        ) : (
          <Badge tone={isDraft ? 'warning' : 'neutral'}>{isDraft ? t('archive.draft') : t('archive.elsewhere')}</Badge>
        )}
        {part.scans === 0 ? (
          <Badge tone="warning">{t('archive.noScan')}</Badge>
        ) : (
          <Badge>{t('archive.scans', { count: part.scans })}</Badge>
        )}
        {part.documents > 0 && <Badge>{t('archive.documents', { count: part.documents })}</Badge>}
      </span>
    </li>
  );
}
