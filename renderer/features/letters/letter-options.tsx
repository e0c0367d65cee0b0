import { FileDown, MailPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '#shared/contract/meetings.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { LetterheadField } from '../documents/index.ts';
import { DocumentChoice } from './document-choice.tsx';
import { GroupingChoice } from './grouping-choice.tsx';
import styles from './letters.module.css';
import { OwnWords } from './own-words.tsx';
import { countAddresses, countDrafts, type PlannedKind, plannedKinds, type RecipientRow } from './recipient-rows.ts';
import type { LetterPlan } from './use-letter-plan.ts';
import { letterKindKeys } from './words.ts';

export interface LetterOptionsProps {
  plan: LetterPlan;
  due: string | null;
  letterheadId: string | null;
  selected: readonly RecipientRow[];
  meeting: Meeting;
  isDrafting: boolean;
  onChange: (change: Partial<LetterPlan>) => void;
  onDraft: () => void;
}

const nobodyKeys = {
  invitation: 'options.nobody',
  reminder: 'options.nobodyToRemind',
  documents: 'options.nobodyGets',
} as const satisfies Record<PlannedKind, string>;

/** What the letters say and carry, and the button that makes them. */
export function LetterOptions(props: LetterOptionsProps): ReactElement {
  const { plan, due, letterheadId, selected, meeting, isDrafting, onChange, onDraft } = props;
  const { t } = useTranslation('letters');
  const { kind, documents, hasActionsCalendar } = plan;
  const isEmpty = kind === 'documents' && documents.length === 0 && !hasActionsCalendar;
  const kinds = isLocked(meeting.status) ? [kind] : plannedKinds;
  return (
    <Section title={t('options.title')}>
      <Select
        label={t('options.kind')}
        value={kind}
        onChange={(chosen) => onChange({ kind: chosen, selected: null })}
        options={kinds.map((id) => ({ id, label: t(letterKindKeys[id]) }))}
      />
      {kind === 'documents' ? (
        <>
          <DocumentChoice
            chosen={documents}
            onChange={(chosen) => onChange({ documents: chosen })}
            hasActionsCalendar={hasActionsCalendar}
            onActionsCalendar={(isWanted) => onChange({ hasActionsCalendar: isWanted })}
          />
          <LetterheadField value={letterheadId} onChange={(id) => onChange({ letterheadId: id })} />
          <GroupingChoice value={plan.grouping} onChange={(grouping) => onChange({ grouping })} />
        </>
      ) : (
        <DateField label={t('options.due')} value={due} onChange={(day) => onChange({ due: day })} />
      )}
      <OwnWords words={plan} onChange={onChange} />
      {selected.length === 0 && <p className={styles.muted}>{t(nobodyKeys[kind])}</p>}
      {isEmpty && <p className={styles.muted}>{t('documents.nothing')}</p>}
      <WithoutAddress plan={plan} selected={selected} />
      <div className={styles.buttons}>
        <Button kind="primary" isDisabled={selected.length === 0 || isEmpty} isPending={isDrafting} onPress={onDraft}>
          <MailPlus aria-hidden />
          <DraftLabel plan={plan} selected={selected} isDrafting={isDrafting} />
        </Button>
        <ButtonLink href={`/meetings/${meeting.id}/export`}>
          <FileDown aria-hidden />
          {t('options.asFiles')}
        </ButtonLink>
      </div>
      <p className={styles.muted}>{t('options.hint')}</p>
    </Section>
  );
}

type PlannedFor = Pick<LetterOptionsProps, 'plan' | 'selected'>;

/** Invitations have one draft for each in any case. */
const groupingOf = ({ kind, grouping }: LetterPlan) => (kind === 'documents' ? grouping : 'recipient');

function WithoutAddress({ plan, selected }: PlannedFor): ReactElement | null {
  const { t } = useTranslation('letters');
  const { without } = countAddresses(selected);
  if (without === 0) return null;
  return (
    <p className={styles.muted}>
      {groupingOf(plan) === 'language'
        ? t('options.withoutAddressShared', { count: without })
        : t('options.withoutAddress', { count: without })}
    </p>
  );
}

function DraftLabel({ plan, selected, isDrafting }: PlannedFor & { isDrafting: boolean }): ReactElement {
  const { t } = useTranslation('letters');
  if (isDrafting) return <>{t('options.drafting')}</>;
  // Extracts differ by organisation, and how many drafts that makes is seen when they are made.
  const isUncertain = groupingOf(plan) === 'language' && plan.documents.some(({ kind }) => kind === 'extract');
  if (selected.length === 0 || isUncertain) return <>{t('options.draftNone')}</>;
  return <>{t('options.draft', { count: countDrafts(selected, groupingOf(plan)) })}</>;
}
