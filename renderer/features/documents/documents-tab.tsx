import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FileDown } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentOptions, PreviewPlace } from '#shared/contract/documents.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { api, desktop, query } from '../../app/api.ts';
import { describeError, describeUnsuitable } from '../../app/errors.ts';
import { notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { useStore } from '../../app/store.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { ZoomSelect } from '../../ui/zoom-select.tsx';
import { type FocusSearch, useMeeting } from '../meetings/index.ts';
import { CalendarFiles } from './calendar-files.tsx';
import { CheckList } from './check-list.tsx';
import { DocumentPages, type Target } from './document-pages.tsx';
import styles from './documents.module.css';
import { placeOfReference } from './findings.ts';
import { Journal } from './journal.tsx';
import { countFiles, type Draft, findObstacle, firstFormats, offersOf, requestOf } from './option-rules.ts';
import { Options } from './options.tsx';
import { remembered, zoomStore } from './remembered.ts';
import { Results, type SavedFile } from './results.tsx';
import type { DocumentsSearch } from './search.ts';
import { journalChanged } from './use-hand-out.ts';
import { usePreview } from './use-preview.ts';

/** What of a meeting goes out as files: chosen, looked at, checked, saved, and kept in the journal. */
export function DocumentsTab(): ReactElement | null {
  const reading = useMeeting();
  if (!reading) return null;
  return <Beginning key={reading.detail.meeting.id} detail={reading.detail} />;
}

/** Begins with what was chosen when the tab was left, else with what was exported last. */
function Beginning({ detail }: { detail: MeetingDetail }): ReactElement | null {
  const meetingId = detail.meeting.id;
  const known = remembered.of(meetingId)?.draft;
  const { data, error } = useQuery({
    ...query.documents.options.queryOptions({ input: { meetingId } }),
    enabled: known === undefined,
  });
  if (error) return <p role="alert">{describeError(error)}</p>;
  const first = known ?? (data && { ...data, formats: firstFormats });
  return first ? <Documents detail={detail} first={first} /> : null;
}

function Documents({ detail, first }: { detail: MeetingDetail; first: Draft }): ReactElement {
  const { t } = useTranslation('export');
  const { id: meetingId, sides } = detail.meeting;
  const [draft, setDraft] = useState(first);
  useEffect(() => remembered.draft(meetingId, draft), [meetingId, draft]);
  const request = requestOf(draft, meetingId, sides.length);
  const obstacle = findObstacle(request, [], sides.length);
  const isUsable = request.languages.length > 0;
  const sentence =
    obstacle === null
      ? null
      : obstacle === 'nothing-chosen'
        ? t('options.nothingChosen')
        : describeUnsuitable(obstacle);

  return (
    <div className={styles.tab}>
      <div className={styles.main}>
        <div className={styles.options}>
          <Section title={t('options.title')}>
            <Options draft={draft} offers={offersOf(draft, sides.length)} detail={detail} onChange={setDraft} />
            {sentence !== null && (
              <p role="alert" className={styles.obstacle}>
                {sentence}
              </p>
            )}
            <Save request={request} formats={draft.formats} isSuitable={obstacle === null} sides={sides} />
            <CalendarFiles detail={detail} />
          </Section>
        </div>
        <div className={styles.check}>{isUsable && <CheckList options={request} />}</div>
        <div className={styles.middle}>
          <Preview request={obstacle === null ? request : null} detail={detail} />
        </div>
      </div>
      <Journal detail={detail} />
    </div>
  );
}

interface SaveProps {
  request: DocumentOptions;
  formats: Draft['formats'];
  isSuitable: boolean;
  sides: MeetingDetail['meeting']['sides'];
}

function Save({ request, formats, isSuitable, sides }: SaveProps): ReactElement {
  const { t } = useTranslation('export');
  const [isBusy, setBusy] = useState(false);
  const [results, setResults] = useState<SavedFile[]>([]);
  const canSave = isSuitable && formats.length > 0;

  const run = async () => {
    setBusy(true);
    setResults([]);
    try {
      await flushAll();
      const made = await api.documents.export({ ...request, formats: [...formats] });
      void journalChanged();
      const [only] = made;
      if (made.length === 1 && only !== undefined) {
        const { saved, location } = await desktop.saveFile(only.file);
        setResults([{ ...only, saved, location }]);
      } else {
        const { saved, location } = await desktop.saveFiles(made.map(({ file }) => file));
        setResults(made.map((one, index) => ({ ...one, saved: index < saved, location })));
      }
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      {formats.length === 0 && <p className={styles.obstacle}>{t('options.noFormat')}</p>}
      <div className={styles.save}>
        <Button kind="primary" isForReading isDisabled={!canSave} isPending={isBusy} onPress={() => void run()}>
          <FileDown aria-hidden />
          {isBusy && t('save.busy')}
          {!isBusy && (canSave ? t('save.run', { count: countFiles(request, formats) }) : t('save.none'))}
        </Button>
      </div>
      <div role="status">{results.length > 0 && <Results files={results} sides={sides} />}</div>
    </>
  );
}

function Preview({ request, detail }: { request: DocumentOptions | null; detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('export');
  const navigate = useNavigate();
  const zoom = useStore(zoomStore);
  const preview = usePreview(request);
  const target = useTarget();
  const meetingId = detail.meeting.id;
  const isShown = request !== null;
  const count = preview.shown?.pages.length ?? 0;
  const goTo = ({ ref, language }: PreviewPlace) => void navigate({ to: placeOfReference(ref, language, meetingId) });
  return (
    <Section title={t('preview.title')} actions={<ZoomSelect value={zoom} onChange={zoomStore.set} />}>
      <p className={styles.bar}>
        <span role="status">
          {preview.isMaking ? t('preview.making') : isShown && count > 0 && t('preview.pageCount', { count })}
        </span>
        {request === null ? <span>{t('preview.nothing')}</span> : count > 0 && <span>{t('preview.hint')}</span>}
      </p>
      {/* Pages of something else would be taken for what is chosen. */}
      {isShown && (
        <DocumentPages
          preview={preview}
          detail={detail}
          zoom={zoom}
          target={target}
          onGoTo={goTo}
          initial={remembered.of(meetingId)?.spot}
          onScroll={(spot) => remembered.spot(meetingId, spot)}
        />
      )}
    </Section>
  );
}

/**
 * The row that the address asks for. The address forgets it at once: whoever comes back to it later comes back to the
 * place they had left.
 */
function useTarget(): Target | null {
  const { row, language }: DocumentsSearch & FocusSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const [target, setTarget] = useState<Target | null>(null);
  const [isTaken, setTaken] = useState(false);
  if (isTaken !== (row !== undefined)) {
    setTaken(row !== undefined);
    if (row !== undefined) setTarget({ id: row, language, isJump: true });
  }
  useEffect(() => {
    if (isTaken) void navigate({ to: '.', search: {}, replace: true });
  }, [isTaken, navigate]);
  return target;
}
