import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type Settings, settings as settingsSchema } from '#shared/contract/settings.ts';
import { languages } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { machineLanguage, ownLanguageNames } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { allowReminders } from '../../app/reminders.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BackupsSection } from '../backups/index.ts';
import { BundlesSection } from '../bundles/index.ts';
import { TrashSection } from '../trash/index.ts';
import { DataSection } from './data-section.tsx';
import { FileNamesSection } from './file-names-section.tsx';
import { KeyboardSection } from './keyboard-section.tsx';
import { RecordsSection } from './records-section.tsx';
import styles from './settings.module.css';

export function SettingsPage(): ReactElement {
  const { t } = useTranslation('settings');
  const { data, error } = useQuery(query.settings.get.queryOptions());
  const { part } = useSearch({ from: '/settings' });
  if (error) throw error;
  return (
    <Page title={t('title')}>
      {data && <GeneralSection settings={data} />}
      {data && <FileNamesSection settings={data} />}
      {data && <KeyboardSection record={data} />}
      <BackupsSection isAskedFor={part === 'backups'} />
      <TrashSection />
      <DataSection />
      <BundlesSection />
      <RecordsSection />
    </Page>
  );
}

const generalSchema = settingsSchema.pick({ uiLanguage: true, theme: true, secretaryName: true, reminders: true });
type General = z.infer<typeof generalSchema>;

function GeneralSection({ settings }: { settings: Settings }): ReactElement {
  const { t } = useTranslation('settings');
  const { uiLanguage, theme, secretaryName, reminders } = settings;
  // Only what this form shows: keys that are chosen below it are no change to it.
  const record = useMemo(
    () => ({ uiLanguage, theme, secretaryName, reminders }),
    [uiLanguage, theme, secretaryName, reminders],
  );
  const form = useAutosaveForm<General>({
    record,
    schema: generalSchema,
    save: (patch) => api.settings.update(patch),
  });
  // What is chosen here should be seen at once, not after the pause in typing.
  const choose = (onChange: (value: string) => void) => (value: string) => {
    onChange(value);
    void form.flush();
  };
  return (
    <Section title={t('general')}>
      <FieldGrid>
        <Controller
          control={form.control}
          name="uiLanguage"
          render={({ field }) => (
            <Select
              label={t('uiLanguage')}
              value={field.value ?? machineLanguage()}
              onChange={choose(field.onChange)}
              options={languages.map((language) => ({ id: language, label: ownLanguageNames[language] }))}
            />
          )}
        />
        <Controller
          control={form.control}
          name="theme"
          render={({ field }) => (
            <Select
              label={t('theme')}
              value={field.value}
              onChange={choose(field.onChange)}
              options={[
                { id: 'system', label: t('themes.system') },
                { id: 'light', label: t('themes.light') },
                { id: 'dark', label: t('themes.dark') },
              ]}
            />
          )}
        />
        <TextField label={t('secretaryName')} {...form.register('secretaryName')} error={form.issue('secretaryName')} />
      </FieldGrid>
      <p className={styles.hint}>{t('uiLanguageHint')}</p>
      <Controller
        control={form.control}
        name="reminders"
        render={({ field }) => (
          <Checkbox
            label={t('reminders')}
            value={field.value}
            onChange={(isOn) => {
              field.onChange(isOn);
              void form.flush();
              if (isOn) void allowReminders();
            }}
          />
        )}
      />
      <p className={styles.hint}>{t('remindersHint')}</p>
    </Section>
  );
}
