import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Letter, LetterKind, Recipient } from '#shared/contract/letters.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { chooseText, type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useDraftLetters } from '../letters/index.ts';
import styles from './agreement.module.css';
import { dayFromNow } from './days.ts';
import { type Chosen, Recipients } from './recipients.tsx';
import type { Standing } from './standing.ts';

/** What the letters are for: a new round, letters of one that stands, reminders of it, or the agreed minutes. */
export type LettersTask =
  { kind: 'circulate' } | { kind: 'letters' | 'remind'; circulationId: string } | { kind: 'agreed' };

const words = {
  circulate: { title: 'letters.circulate', explain: 'letters.circulateExplain', run: 'letters.circulateRun' },
  letters: { title: 'letters.draft', explain: 'letters.draftExplain', run: 'letters.draftRun' },
  remind: { title: 'letters.remind', explain: 'letters.remindExplain', run: 'letters.draftRun' },
  agreed: { title: 'letters.agreed', explain: 'letters.agreedExplain', run: 'letters.draftRun' },
} as const;

const letterKinds = {
  circulate: 'circulation',
  letters: 'circulation',
  remind: 'circulation_reminder',
  agreed: 'agreed',
} as const satisfies Record<LettersTask['kind'], LetterKind>;

const usualDays = 7;

export interface LettersDialogProps {
  task: LettersTask;
  standing: Standing;
  onClose: () => void;
}

export function LettersDialog(props: LettersDialogProps): ReactElement | null {
  const meetingId = props.standing.detail.meeting.id;
  const { data, error } = useQuery(query.letters.recipients.queryOptions({ input: { meetingId } }));
  const { t } = useTranslation(['agreement', 'common']);
  if (data) return <Letters {...props} recipients={data} />;
  return (
    <Dialog
      title={t(words[props.task.kind].title, { ns: 'agreement' })}
      isOpen
      onClose={props.onClose}
      footer={<Button onPress={props.onClose}>{t('common:close')}</Button>}
    >
      <p role="alert">{error ? describeError(error) : t('common:loading')}</p>
    </Dialog>
  );
}

function Letters({
  task,
  standing,
  onClose,
  recipients,
}: LettersDialogProps & { recipients: Recipient[] }): ReactElement {
  const { t } = useTranslation(['agreement', 'common']);
  const id = useId();
  const uiLanguage = useUiLanguage();
  const languageNames = useLanguageNames();
  const { detail, circulations, letters } = standing;
  const round = 'circulationId' in task ? circulations.find((one) => one.id === task.circulationId) : undefined;
  const [chosen, setChosen] = useState<Chosen>(() => firstChoice(task, recipients, detail, letters));
  const [due, setDue] = useState<string | null>(round ? round.commentsDue : dayFromNow(usualDays));
  const [isBusy, setBusy] = useState(false);
  const { draftLetters } = useDraftLetters();
  const key = words[task.kind];
  const written = languages.filter((language) => [...chosen.values()].includes(language));
  const hasDue = task.kind !== 'agreed';

  /** Makes a new round; answers its id, or null when that was refused. */
  const open = async (notes: LocalizedText): Promise<string | null> => {
    const id = newId();
    try {
      await flushAll();
      await api.circulations.open({
        id,
        meetingId: detail.meeting.id,
        commentsDue: due,
        note: chooseText(notes, uiLanguage).text,
        recipientIds: [...chosen.keys()],
      });
      return id;
    } catch (error) {
      notifyError(error);
      return null;
    }
  };
  const run = async (notes: LocalizedText) => {
    setBusy(true);
    const circulationId = task.kind === 'circulate' ? await open(notes) : (round?.id ?? null);
    if (task.kind === 'circulate' && circulationId === null) {
      setBusy(false);
      return;
    }
    const drafted = await draftLetters({
      meetingId: detail.meeting.id,
      kind: letterKinds[task.kind],
      circulationId,
      due: hasDue ? due : null,
      notes,
      recipients: recipients.flatMap(({ attendanceId }) => {
        const language = chosen.get(attendanceId);
        return language === undefined ? [] : [{ attendanceId, language }];
      }),
    });
    if (task.kind === 'circulate') {
      // The round and its letters are two steps.
      const takeBack = async () => {
        await undo();
        if (drafted !== null) await undo();
      };
      notify(t('agreement:letters.circulated'), { label: t('common:undo'), run: () => void takeBack() });
    }
    if (task.kind === 'circulate' || drafted !== null) onClose();
    else setBusy(false);
  };

  return (
    <Dialog
      title={t(key.title, { ns: 'agreement' })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id} isPending={isBusy} isDisabled={chosen.size === 0}>
            {t(key.run, { ns: 'agreement', count: chosen.size })}
          </Button>
        </>
      }
    >
      <p>{t(key.explain, { ns: 'agreement' })}</p>
      <form
        id={id}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void run(notesOf(new FormData(event.currentTarget)));
        }}
      >
        <Recipients detail={detail} recipients={recipients} chosen={chosen} onChange={setChosen} />
        {hasDue && <DateField label={t('agreement:letters.due')} value={due} onChange={setDue} />}
        {written.map((language) => (
          <TextArea
            key={language}
            name={language}
            language={language}
            label={t('common:languages.fieldIn', {
              field: t('agreement:letters.note'),
              language: languageNames[language],
            })}
          />
        ))}
      </form>
    </Dialog>
  );
}

/** A new round goes to everybody who has a side or a role; what follows from a round goes to those it went to. */
function firstChoice(
  task: LettersTask,
  recipients: readonly Recipient[],
  { attendance }: MeetingDetail,
  letters: readonly Letter[],
): Chosen {
  const earlier = new Map<string, Language>();
  for (const letter of letters) {
    const isMeant = task.kind === 'circulate' || task.kind === 'agreed' || letter.circulationId === task.circulationId;
    if (isMeant && letter.attendanceId !== null) earlier.set(letter.attendanceId, letter.language);
  }
  const isOfRound = (task.kind === 'remind' || task.kind === 'letters') && earlier.size > 0;
  const isConcerned = ({ attendanceId, sideId }: Recipient): boolean =>
    isOfRound
      ? earlier.has(attendanceId)
      : sideId !== null || attendance.some(({ id, roles }) => id === attendanceId && roles.length > 0);
  return new Map(
    recipients.filter(isConcerned).map((one) => [one.attendanceId, earlier.get(one.attendanceId) ?? one.language]),
  );
}

function notesOf(form: FormData): LocalizedText {
  const note = (language: Language): string => {
    const value = form.get(language);
    return typeof value === 'string' ? value.trim() : '';
  };
  return { en: note('en'), ru: note('ru'), zh: note('zh') };
}
