import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleChoice, BundledMeeting, BundlePreview } from '#shared/contract/bundles.ts';
import { chooseText } from '#shared/domain/language.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify } from '../../app/notify.ts';
import { meetingStatusKeys } from '../../app/record-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useFileSize } from '../attachments/index.ts';
import { PassphraseForm } from '../backups/index.ts';
import styles from './bundles.module.css';
import { Differences } from './differences.tsx';
import { useTake } from './use-take.ts';
import { choiceKeys, obstacleKeys, stateKeys } from './words.ts';

export interface ImportDialogProps {
  file: File;
  onClose: () => void;
}

type Choices = ReadonlyMap<string, BundleChoice>;

/** Says what is in a bundle and how it differs from what is here, and takes in what is chosen. */
export function ImportDialog({ file, onClose }: ImportDialogProps): ReactElement {
  const { t } = useTranslation(['bundles', 'backups', 'common', 'errors']);
  const unlocking = useId();
  const [choices, setChoices] = useState<Choices>(new Map());
  const { step, unlock, confirm } = useTake(file, ({ added, replaced, copied, position }) => {
    onClose();
    const undoAction = { label: t('common:undo'), run: () => void undo() };
    notify(t('bundles:take.done', { added, replaced, copied }), position === null ? undefined : undoAction);
  });
  const preview = step.name === 'shown' || step.name === 'importing' ? step.preview : null;
  const isImporting = step.name === 'importing';
  const isAllSame = preview?.meetings.every(({ state }) => state === 'same') === true;
  const isAnyChosen = preview?.meetings.some((meeting) => isTaken(chosenFor(meeting, choices))) === true;
  return (
    <Dialog
      title={t('bundles:take.title', { name: file.name })}
      isOpen
      isWide
      onClose={() => !isImporting && onClose()}
      footer={
        <>
          {preview && !isAllSame && !isAnyChosen && <span className={styles.muted}>{t('bundles:take.nothing')}</span>}
          <Button isDisabled={isImporting} onPress={onClose}>
            {step.name === 'refused' || isAllSame ? t('common:close') : t('common:cancel')}
          </Button>
          {step.name === 'locked' && (
            <Button kind="primary" type="submit" form={unlocking}>
              {t('backups:preview.open')}
            </Button>
          )}
          {preview && !isAllSame && (
            <Button
              kind="primary"
              isPending={isImporting}
              isDisabled={!isAnyChosen}
              onPress={() => confirm(preview, choices)}
            >
              {isImporting ? t('bundles:take.importing') : t('bundles:take.confirm')}
            </Button>
          )}
        </>
      }
    >
      <div role="status" className={styles.status}>
        {step.name === 'reading' && t('bundles:take.reading')}
      </div>
      {step.name === 'refused' && <p role="alert">{describeError(step.error)}</p>}
      {step.name === 'locked' && (
        <PassphraseForm
          id={unlocking}
          error={step.isWrong ? t('errors:bundleRefused.passphraseWrong') : undefined}
          onOpen={unlock}
        />
      )}
      {preview && (
        <Contents
          preview={preview}
          choices={choices}
          onChoose={(id, choice) => setChoices(new Map([...choices, [id, choice]]))}
        />
      )}
    </Dialog>
  );
}

const chosenFor = ({ meetingId, choices: possible }: BundledMeeting, choices: Choices): BundleChoice | undefined =>
  choices.get(meetingId) ?? possible[0];

const isTaken = (choice: BundleChoice | undefined): boolean => choice !== undefined && choice !== 'skip';

interface ContentsProps {
  preview: BundlePreview;
  choices: Choices;
  onChoose: (meetingId: string, choice: BundleChoice) => void;
}

function Contents({ preview, choices, onChoose }: ContentsProps): ReactElement {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const { meetings, people, organizations, groups, createdAtMs, program } = preview;
  const isAllSame = meetings.every(({ state }) => state === 'same');
  const created = [
    people.created > 0 && t('take.people', { count: people.created, formatted: format.number(people.created) }),
    organizations.created > 0 &&
      t('take.organizations', { count: organizations.created, formatted: format.number(organizations.created) }),
    groups.created > 0 && t('take.groups', { count: groups.created, formatted: format.number(groups.created) }),
  ].filter((words) => words !== false);
  return (
    <div className={styles.contents}>
      <p className={styles.muted}>{t('take.made', { moment: format.moment(createdAtMs), program })}</p>
      {isAllSame && <p>{t('take.allSame')}</p>}
      <ul className={styles.list} aria-label={t('take.meetings')}>
        {meetings.map((meeting) => (
          <MeetingRow
            key={meeting.meetingId}
            meeting={meeting}
            chosen={chosenFor(meeting, choices)}
            onChoose={(choice) => onChoose(meeting.meetingId, choice)}
          />
        ))}
      </ul>
      {created.length > 0 && <p>{format.list(created)}.</p>}
      {!isAllSame && <p className={styles.muted}>{t('take.kept')}</p>}
    </div>
  );
}

const stateTones = { new: 'info', same: 'good', differs: 'warning' } as const;

interface MeetingRowProps {
  meeting: BundledMeeting;
  chosen: BundleChoice | undefined;
  onChoose: (choice: BundleChoice) => void;
}

function MeetingRow({ meeting, chosen, onChoose }: MeetingRowProps): ReactElement {
  const { t } = useTranslation(['bundles', 'meetings']);
  const format = useFormat();
  const size = useFileSize();
  const language = useUiLanguage();
  const { title, date, status, state, files, sizeBytes, differences, choices, obstacle } = meeting;
  const name = chooseText(title, language).text || format.date(date);
  return (
    <li className={styles.meeting}>
      <div className={styles.head}>
        <span className={styles.date}>{format.shortDate(date)}</span>
        <span className={styles.name}>
          <FallbackText value={title} empty={t('bundles:save.untitled')} />
        </span>
        <Badge tone={stateTones[state]}>{t(`bundles:${stateKeys[state]}`)}</Badge>
        <span className={styles.muted}>{t(meetingStatusKeys[status])}</span>
        {files > 0 && (
          <span className={styles.muted}>
            {t('bundles:take.files', { count: files, formatted: format.number(files), size: size(sizeBytes) })}
          </span>
        )}
      </div>
      {obstacle !== null && <p className={styles.notice}>{t(`bundles:${obstacleKeys[obstacle]}`)}</p>}
      {chosen !== undefined && (
        <RadioGroup
          label={t('bundles:take.choice', { title: name })}
          isLabelHidden
          isInLine
          value={chosen}
          onChange={onChoose}
          options={choices.map((choice) => ({
            id: choice,
            label:
              choice === 'skip' && state === 'differs'
                ? t('bundles:take.choices.keep')
                : t(`bundles:${choiceKeys[choice]}`),
          }))}
        />
      )}
      {chosen === 'copy' && <p className={styles.muted}>{t('bundles:take.copyHint')}</p>}
      {chosen === 'replace' && <p className={styles.notice}>{t('bundles:take.replaceHint')}</p>}
      {differences.length > 0 && (
        <Differences label={`${t('bundles:differ.title')}: ${name}`} differences={differences} />
      )}
    </li>
  );
}
