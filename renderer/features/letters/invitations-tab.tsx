import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter } from '#shared/contract/letters.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { Language } from '#shared/domain/language.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { ReadOnlyArea } from '../../ui/read-only.tsx';
import { Section } from '../../ui/section.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useMeeting } from '../meetings/index.ts';
import { LetterOptions } from './letter-options.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { UnsentNotice } from './letters-of.tsx';
import styles from './letters.module.css';
import { chooseFirst, makeRows, type RecipientRow } from './recipient-rows.ts';
import { RecipientsList } from './recipients-list.tsx';
import { RecipientsBar } from './recipients-bar.tsx';
import { useDraftLetters } from './use-draft-letters.ts';
import { useLetterPlan } from './use-letter-plan.ts';

export function InvitationsTab(): ReactElement | null {
  const reading = useMeeting();
  if (!reading) return null;
  return <Invitations key={reading.detail.meeting.id} detail={reading.detail} />;
}

/** Who is invited, with what letter, and what they have answered. */
function Invitations({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('letters');
  const { meeting } = detail;
  const input = { meetingId: meeting.id };
  const { data: recipients, error } = useQuery(query.letters.recipients.queryOptions({ input }));
  const { data: letters, error: lettersError } = useQuery(query.letters.list.queryOptions({ input }));
  const [plan, change] = useLetterPlan(meeting.id);
  const [previewed, setPreviewed] = useState<string | null>(null);
  const preview = useRef<HTMLDivElement>(null);
  const { isDrafting, draftLetters } = useDraftLetters();
  const { languages } = plan;
  // Rows that have not changed are not drawn anew: there may be hundreds, each with two menus.
  const rows = useMemo(
    () => makeRows(recipients ?? [], letters ?? [], detail, languages),
    [recipients, letters, detail, languages],
  );
  const setLanguage = useCallback(
    (id: string, language: Language) => change({ languages: new Map(languages).set(id, language) }),
    [change, languages],
  );
  const showPreview = useCallback((id: string) => {
    setPreviewed(id);
    preview.current?.focus();
  }, []);
  const failure = error ?? lettersError;
  if (failure) return <p role="alert">{describeError(failure)}</p>;
  if (!recipients || !letters) return <Section title={t('recipients.title')}>{null}</Section>;

  const chosen = plan.selected;
  const selected = chosen === null ? chooseFirst(rows, plan.kind) : rows.filter(({ id }) => chosen.has(id));
  const due = plan.due === undefined ? lastDue(rows) : plan.due;
  const { kind, notes } = plan;
  const draft = async () => {
    const made = await draftLetters({
      meetingId: meeting.id,
      kind,
      circulationId: null,
      due,
      notes,
      recipients: selected.map(({ id, language }) => ({ attendanceId: id, language })),
    });
    if (made !== null) change({ selected: new Set() });
  };

  if (rows.length === 0) {
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
  return (
    <ReadOnlyArea isReadOnly={isLocked(meeting.status)}>
      <Section title={t('recipients.title')}>
        <UnsentNotice letters={rows.map(({ letter }) => letter).filter((letter): letter is Letter => !!letter)} />
        <RecipientsBar
          rows={rows}
          sides={meeting.sides}
          selectedCount={selected.length}
          onSelect={(wanted) => change({ selected: new Set(wanted.map(({ id }) => id)) })}
        />
        <RecipientsList
          rows={rows}
          detail={detail}
          selected={new Set(selected.map(({ id }) => id))}
          onSelect={(ids) => change({ selected: ids })}
          onLanguage={setLanguage}
          onPreview={showPreview}
        />
      </Section>
      <div className={styles.letterColumns}>
        <LetterOptions
          plan={plan}
          due={due}
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
          options={{ meetingId: meeting.id, kind, circulationId: null, due, notes }}
        />
      </div>
    </ReadOnlyArea>
  );
}

/** The day by which the last letters asked for an answer: the next ones ask for the same. */
function lastDue(rows: readonly RecipientRow[]): string | null {
  const letters = rows.flatMap(({ letter }) => letter ?? []);
  return letters.toSorted((a, b) => b.draftedAtMs - a.draftedAtMs)[0]?.due ?? null;
}
