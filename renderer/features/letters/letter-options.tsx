import { ChevronDown, ChevronRight, MailPlus } from 'lucide-react';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { LocalizedField } from '../../ui/localized.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './letters.module.css';
import type { RecipientRow } from './recipient-rows.ts';
import { SaveDocumentsButton } from './save-documents.tsx';
import type { LetterPlan } from './use-letter-plan.ts';

export interface LetterOptionsProps {
  plan: LetterPlan;
  due: string | null;
  selected: readonly RecipientRow[];
  meeting: Meeting;
  isDrafting: boolean;
  onChange: (change: Partial<LetterPlan>) => void;
  onDraft: () => void;
}

/** What the letters say, and the button that makes them. */
export function LetterOptions(props: LetterOptionsProps): ReactElement {
  const { plan, due, selected, meeting, isDrafting, onChange, onDraft } = props;
  const { t } = useTranslation('letters');
  const withoutAddress = selected.filter(({ recipient }) => recipient.email === '').length;
  return (
    <Section title={t('options.title')}>
      <Select
        label={t('options.kind')}
        value={plan.kind}
        onChange={(kind) => onChange({ kind, selected: null })}
        options={[
          { id: 'invitation', label: t('kind.invitation') },
          { id: 'reminder', label: t('kind.reminder') },
        ]}
      />
      <DateField label={t('options.due')} value={due} onChange={(day) => onChange({ due: day })} />
      <OwnWords notes={plan.notes} onChange={(notes) => onChange({ notes })} />
      {selected.length === 0 && (
        <p className={styles.muted}>{plan.kind === 'reminder' ? t('options.nobodyToRemind') : t('options.nobody')}</p>
      )}
      {withoutAddress > 0 && <p className={styles.muted}>{t('options.withoutAddress', { count: withoutAddress })}</p>}
      <div className={styles.buttons}>
        <Button kind="primary" isDisabled={selected.length === 0} isPending={isDrafting} onPress={onDraft}>
          <MailPlus aria-hidden />
          {isDrafting
            ? t('options.drafting')
            : selected.length === 0
              ? t('options.draftNone')
              : t('options.draft', { count: selected.length })}
        </Button>
        <SaveDocumentsButton meeting={meeting} />
      </div>
      <p className={styles.muted}>{t('options.hint')}</p>
    </Section>
  );
}

/** A few words of the secretary's own; folded, because most letters go without. */
function OwnWords({
  notes,
  onChange,
}: {
  notes: LocalizedText;
  onChange: (notes: LocalizedText) => void;
}): ReactElement {
  const { t } = useTranslation('letters');
  const id = useId();
  const [isOpen, setOpen] = useState(() => Object.values(notes).some((text) => text !== ''));
  const form = useForm<{ notes: LocalizedText }>({ defaultValues: { notes } });
  const typed = useWatch({ control: form.control, name: 'notes' });
  const { en, ru, zh } = typed;
  useEffect(() => {
    if (en !== notes.en || ru !== notes.ru || zh !== notes.zh) onChange({ en, ru, zh });
  });
  return (
    <div>
      <Button
        kind="quiet"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
        {t('options.notes')}
      </Button>
      {isOpen && (
        <div id={id} className={styles.ownWords}>
          <LocalizedField
            label={t('options.notesLabel')}
            register={(language) => form.register(`notes.${language}`)}
            hint={t('options.notesHint')}
            isMultiline
          />
        </div>
      )}
    </div>
  );
}
