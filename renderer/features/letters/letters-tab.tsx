import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter, Recipient } from '#shared/contract/letters.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { cleanLine } from '#shared/domain/clean-text.ts';
import type { Language } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { Section } from '../../ui/section.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useMeeting } from '../meetings/index.ts';
import { Folded } from './folded.tsx';
import { LetterOptions } from './letter-options.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { LetterList, UnsentNotice } from './letters-of.tsx';
import styles from './letters.module.css';
import { chooseFirst, filterRows, makeRows, type RecipientRow } from './recipient-rows.ts';
import { RecipientsBar } from './recipients-bar.tsx';
import { RecipientsList } from './recipients-list.tsx';
import { useDraftLetters } from './use-draft-letters.ts';
import { type LetterPlan, useLetterPlan } from './use-letter-plan.ts';

export function LettersTab(): ReactElement | null {
  const reading = useMeeting();
  if (!reading) return null;
  return <Letters key={reading.detail.meeting.id} detail={reading.detail} />;
}

function Letters({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('letters');
  const { meeting } = detail;
  const input = { meetingId: meeting.id };
  const { data: recipients, error } = useQuery(query.letters.recipients.queryOptions({ input }));
  const { data: letters, error: lettersError } = useQuery(query.letters.list.queryOptions({ input }));
  const failure = error ?? lettersError;
  if (failure) return <p role="alert">{describeError(failure)}</p>;
  if (!recipients || !letters) return <Section title={t('recipients.title')}>{null}</Section>;
  if (recipients.length > 0) return <Planned detail={detail} recipients={recipients} letters={letters} />;
  return (
    <Section title={t('recipients.title')}>
      <p className={styles.muted}>{t('recipients.none')}</p>
      <div>
        <TextLink
          href={`/meetings/${meeting.id}/participants`}
          text={{ en: '', ru: '', zh: '' }}
          empty={t('recipients.add')}
        />
      </div>
    </Section>
  );
}

interface PlannedProps {
  detail: MeetingDetail;
  recipients: readonly Recipient[];
  letters: readonly Letter[];
}

/** Who is written to with what letter, how it looks, and what was written before. */
function Planned({ detail, recipients, letters }: PlannedProps): ReactElement {
  const { t } = useTranslation('letters');
  const { meeting } = detail;
  const [plan, change] = useLetterPlan(meeting);
  const [previewed, setPreviewed] = useState<string | null>(null);
  const preview = useRef<HTMLDivElement>(null);
  const { isDrafting, draftLetters } = useDraftLetters();
  const { languages, kind, filter } = plan;
  // Rows that have not changed are not drawn anew: there may be hundreds, each with two menus.
  const rows = useMemo(
    () => makeRows(recipients, letters, detail, languages, kind),
    [recipients, letters, detail, languages, kind],
  );
  const shown = useMemo(() => filterRows(rows, filter, meeting.sides), [rows, filter, meeting.sides]);
  const setLanguage = useCallback(
    (id: string, language: Language) => change({ languages: new Map(languages).set(id, language) }),
    [change, languages],
  );
  const showPreview = useCallback((id: string) => {
    setPreviewed(id);
    preview.current?.focus();
  }, []);

  const chosen = plan.selected;
  const selected = chosen === null ? chooseFirst(rows, kind) : rows.filter(({ id }) => chosen.has(id));
  const due = plan.due === undefined ? lastDue(rows) : plan.due;
  const letterheadId = useLetterhead(meeting.id, plan);
  const options = describeLetter(meeting.id, plan, due, letterheadId);
  const draft = async () => {
    const made = await draftLetters({
      ...options,
      grouping: kind === 'documents' ? plan.grouping : 'recipient',
      recipients: selected.map(({ id, language }) => ({ attendanceId: id, language })),
    });
    if (made !== null) change({ selected: new Set() });
  };

  return (
    <>
      <Section title={t('recipients.title')}>
        <UnsentNotice letters={lettersOf(rows)} />
        <RecipientsBar
          kind={kind}
          rows={rows}
          shown={shown}
          selected={selected}
          sides={meeting.sides}
          filter={filter}
          onFilter={(wanted) => change({ filter: wanted })}
          onSelect={(wanted) => change({ selected: new Set(wanted.map(({ id }) => id)) })}
        />
        <RecipientsList
          rows={shown}
          detail={detail}
          shows={kind === 'documents' ? 'roles' : 'answer'}
          selected={new Set(selected.map(({ id }) => id))}
          onSelect={(ids) => {
            const hidden = selected.filter((row) => !shown.includes(row)).map(({ id }) => id);
            change({ selected: new Set([...hidden, ...ids]) });
          }}
          onLanguage={setLanguage}
          onPreview={showPreview}
        />
        {letters.length > 0 && (
          <Folded title={t('letter.all', { count: letters.length })}>
            <LetterList letters={letters} />
          </Folded>
        )}
      </Section>
      <div className={styles.letterColumns}>
        <LetterOptions
          plan={plan}
          due={due}
          letterheadId={letterheadId}
          selected={selected}
          meeting={meeting}
          isDrafting={isDrafting}
          onChange={change}
          onDraft={() => void draft()}
        />
        <LetterPreview
          rows={rows}
          shown={rows.find(({ id }) => id === previewed) ?? selected[0] ?? rows[0]}
          onShow={setPreviewed}
          ref={preview}
          options={options}
        />
      </div>
    </>
  );
}

/** Under which letterhead documents go out: the one chosen, or that of the last export. */
function useLetterhead(meetingId: string, { kind, letterheadId }: LetterPlan): string | null {
  const { data } = useQuery({
    ...query.documents.options.queryOptions({ input: { meetingId } }),
    enabled: kind === 'documents' && letterheadId === undefined,
  });
  if (kind !== 'documents') return null;
  return letterheadId === undefined ? (data?.letterheadId ?? null) : letterheadId;
}

function describeLetter(meetingId: string, plan: LetterPlan, due: string | null, letterheadId: string | null) {
  const { kind, notes, documents, hasActionsCalendar } = plan;
  // What is pasted may have line breaks, which no header of a mail can have.
  const { en, ru, zh } = plan.subjects;
  const subjects = { en: cleanLine(en), ru: cleanLine(ru), zh: cleanLine(zh) };
  const common = { meetingId, kind, circulationId: null, subjects, notes };
  if (kind !== 'documents') return { ...common, due };
  return { ...common, due: null, documents: [...documents], letterheadId, hasActionsCalendar };
}

const lettersOf = (rows: readonly RecipientRow[]): Letter[] => rows.flatMap(({ letter }) => letter ?? []);

/** The day by which the last letters asked for an answer: the next ones ask for the same. */
function lastDue(rows: readonly RecipientRow[]): string | null {
  const letters = lettersOf(rows);
  return letters.toSorted((a, b) => b.draftedAtMs - a.draftedAtMs)[0]?.due ?? null;
}
