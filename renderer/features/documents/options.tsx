import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKinds } from '#shared/contract/documents.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { concernsOrganization } from '#shared/domain/documents/belongs.ts';
import { chooseText, languages } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Picker, type PickerItem } from '../../ui/picker.tsx';
import { Select } from '../../ui/select.tsx';
import { AuthenticityFields, CopiesField } from './copies-fields.tsx';
import styles from './documents.module.css';
import { LetterheadField } from './letterhead-field.tsx';
import { chooseFormats, chooseKind, chooseLanguages, type Draft, type Offers } from './option-rules.ts';
import { formatKeys, kindKeys, layoutKeys } from './words.ts';

export interface OptionsProps {
  draft: Draft;
  offers: Offers;
  detail: MeetingDetail;
  onChange: (draft: Draft) => void;
}

/** What document shall be made and how; only choices that there are for it. */
export function Options({ draft, offers, detail, onChange }: OptionsProps): ReactElement {
  const { t } = useTranslation('export');
  const names = useLanguageNames();
  return (
    <>
      <Select
        label={t('kind.label')}
        value={draft.kind}
        onChange={(kind) => onChange(chooseKind(draft, kind))}
        options={documentKinds.map((kind) => ({ id: kind, label: t(kindKeys[kind]) }))}
      />
      {offers.hasOrganization && <OrganizationField draft={draft} detail={detail} onChange={onChange} />}
      <Checks legend={t('options.languages')}>
        {languages.map((language) => (
          <Checkbox
            key={language}
            label={names[language]}
            value={draft.languages.includes(language)}
            onChange={(isWanted) => onChange(chooseLanguages(draft, language, isWanted))}
          />
        ))}
      </Checks>
      <Select
        label={t('options.layout')}
        value={draft.layout}
        onChange={(layout) => onChange({ ...draft, layout })}
        options={offers.layouts.map((layout) => ({ id: layout, label: t(layoutKeys[layout]) }))}
      />
      {offers.hasCopies && <CopiesField draft={draft} onChange={onChange} />}
      {offers.hasAuthenticity && <AuthenticityFields draft={draft} onChange={onChange} />}
      {offers.hasNonBinding && (
        <Checkbox
          label={t('counts.nonBinding')}
          value={draft.isNonBinding}
          onChange={(isNonBinding) => onChange({ ...draft, isNonBinding })}
        />
      )}
      <LetterheadField value={draft.letterheadId} onChange={(letterheadId) => onChange({ ...draft, letterheadId })} />
      <Checks legend={t('options.formats')}>
        {offers.formats.map((format) => (
          <Checkbox
            key={format}
            label={t(formatKeys[format])}
            value={draft.formats.includes(format)}
            onChange={(isWanted) => onChange(chooseFormats(draft, format, isWanted))}
          />
        ))}
      </Checks>
    </>
  );
}

function Checks({ legend, children }: { legend: string; children: ReactNode }): ReactElement {
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
    </fieldset>
  );
}

/** Organisations with a part in the meeting; there is nothing to extract for others. */
function OrganizationField({ draft, detail, onChange }: Omit<OptionsProps, 'offers'>): ReactElement {
  const { t } = useTranslation('export');
  const items = useConcerned(detail.meeting.id);
  return (
    <Picker
      label={t('options.organization')}
      placeholder={t('options.organizationChoose')}
      items={items ?? []}
      value={draft.organizationId}
      onChange={(organizationId) => onChange({ ...draft, organizationId })}
      {...(items?.length === 0 && { hint: t('options.organizationNone') })}
    />
  );
}

/** Whom a meeting concerns is seen by the names that its minutes print and by the register: from the whole record. */
function useConcerned(meetingId: string): PickerItem[] | undefined {
  const language = useUiLanguage();
  const format = useFormat();
  const { data } = useQuery({
    // Every change of the records makes it stale, as it does the answers of the back end itself.
    queryKey: ['organizations of an extract', meetingId],
    queryFn: async () => {
      const file = await api.records.export({ meetingId });
      const record = JSON.parse(await file.text()) as MeetingRecord;
      return record.organizations.filter(({ id }) => concernsOrganization(record, id));
    },
  });
  return useMemo(
    () =>
      data
        ?.map(({ id, name, abbreviation }) => {
          const shown = chooseText(name, language);
          const searchText = [...Object.values(name), ...Object.values(abbreviation)].join(' ');
          return { id, label: shown.text, language: shown.language, searchText };
        })
        .filter(({ label }) => label !== '')
        .sort((a, b) => format.compare(a.label, b.label)),
    [data, language, format],
  );
}
