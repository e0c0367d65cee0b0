import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingListItem } from '#shared/contract/meetings.ts';
import { languages } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { isComposingKey } from '../../app/composing-key.ts';
import { describeError } from '../../app/errors.ts';
import { foldText } from '../../app/fold-text.ts';
import { useFormat } from '../../app/format.ts';
import { flushAll } from '../../app/saving.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFileSize } from '../attachments/index.ts';
import { useProtection } from '../backups/index.ts';
import { Progress, useStream } from '../exchange/index.ts';
import styles from './bundles.module.css';

/** Chooses meetings and makes one file of them, to be handed over. */
export function ExportDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation(['bundles', 'common']);
  const form = useId();
  const save = useSaveFile();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isMissing, setMissing] = useState(false);
  const protection = useProtection();
  const { isRunning, progress, result, error, start, cancel } = useStream(createBundle);
  const { data: meetings } = useQuery(query.meetings.list.queryOptions());

  // The bundle itself comes after the stream, which carries no files.
  useEffect(() => {
    if (!result) return;
    onClose();
    void save(() => api.bundles.download({ id: result.id }));
  }, [result, save, onClose]);

  const submit = (): void => {
    if (isRunning) return;
    setMissing(chosen.size === 0);
    const passphrase = chosen.size === 0 ? undefined : protection.read();
    if (passphrase !== undefined) start({ meetingIds: [...chosen], passphrase });
  };

  return (
    <Dialog
      title={t('bundles:save.title')}
      isOpen
      isWide
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          {/* Neither disabled nor pending while it runs: the one drops the focus, the other names itself to a screen reader
              by elements that go with the dialog. */}
          <Button kind="primary" type="submit" form={form}>
            {t('bundles:save.confirm')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t('bundles:about')}</p>
        {meetings && <MeetingChoice meetings={meetings} chosen={chosen} onChange={setChosen} />}
        {isMissing && chosen.size === 0 && <p role="alert">{t('bundles:save.none')}</p>}
        <Measure chosen={chosen} />
        <p className={styles.muted}>{t('bundles:save.without')}</p>
        {protection.fields}
        {isRunning && <Progress label={t('bundles:save.making')} progress={progress} onCancel={cancel} />}
        {error !== null && <p role="alert">{describeError(error)}</p>}
      </form>
    </Dialog>
  );
}

async function createBundle(
  input: { meetingIds: string[]; passphrase: string | null },
  options: { signal: AbortSignal },
) {
  await flushAll();
  return api.bundles.create(input, options);
}

interface MeetingChoiceProps {
  meetings: readonly MeetingListItem[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

function MeetingChoice({ meetings, chosen, onChange }: MeetingChoiceProps): ReactElement {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => {
    const words = foldText(filter).split(/\s+/u).filter(Boolean);
    return meetings.filter((meeting) => {
      const text = foldText(describe(meeting));
      return words.every((word) => text.includes(word));
    });
  }, [meetings, filter]);
  const isAll = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
  const set = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  };
  if (meetings.length === 0) return <p>{t('save.empty')}</p>;
  return (
    <fieldset className={styles.choice}>
      <legend>{t('save.meetings')}</legend>
      <TextField
        label={t('save.filter')}
        type="search"
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => {
          // Else it would send the form.
          if (event.key === 'Enter' && !isComposingKey(event)) event.preventDefault();
        }}
      />
      {shown.length === 0 ? (
        <p>{t('save.nothing')}</p>
      ) : (
        <>
          <Checkbox
            label={t('save.all')}
            value={isAll}
            onChange={(isChosen) =>
              set(
                shown.map(({ id }) => id),
                isChosen,
              )
            }
          />
          <ul className={styles.meetings}>
            {shown.map(({ id, date, title }) => (
              <li key={id}>
                <Checkbox
                  label={
                    <>
                      <span className={styles.date}>{format.shortDate(date)}</span>{' '}
                      <FallbackText value={title} empty={t('save.untitled')} />
                    </>
                  }
                  value={chosen.has(id)}
                  onChange={(isChosen) => set([id], isChosen)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}

const describe = ({ title, group, date, number }: MeetingListItem): string =>
  [date, number, ...languages.flatMap((language) => [title[language], group[language]])].join(' ');

/** How much the chosen meetings are together. */
function Measure({ chosen }: { chosen: ReadonlySet<string> }): ReactElement {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const size = useFileSize();
  const meetingIds = useMemo(() => [...chosen].sort(), [chosen]);
  const { data } = useQuery({
    ...query.bundles.contents.queryOptions({ input: { meetingIds } }),
    enabled: meetingIds.length > 0,
    placeholderData: (before) => before,
  });
  const files = chosen.size === 0 ? 0 : (data?.meetings ?? []).reduce((sum, meeting) => sum + meeting.files, 0);
  const isTooLarge = data !== undefined && (data.sizeBytes > data.maxBytes || data.files > data.maxFiles);
  return (
    <div role="status">
      <p>
        {t('save.chosen', { count: chosen.size, formatted: format.number(chosen.size) })}
        {files > 0 && (
          <>
            {' '}
            · {t('save.measured', { count: files, formatted: format.number(files), size: size(data?.sizeBytes ?? 0) })}
          </>
        )}
      </p>
      {isTooLarge && chosen.size > 0 && (
        <p className={styles.notice}>
          {t('save.tooLarge', {
            size: size(data.sizeBytes),
            files: format.number(data.files),
            maxSize: size(data.maxBytes),
            maxFiles: format.number(data.maxFiles),
          })}
        </p>
      )}
    </div>
  );
}
