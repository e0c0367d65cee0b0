import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { Settings } from '#shared/contract/settings.ts';
import { type Language, languages, languageTags } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { ownLanguageNames, switchLanguage, useUiLanguage } from '../../app/i18n.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { JournalNotice } from '../backups/index.ts';
import styles from './first-run-page.module.css';

export function FirstRun({ settings }: { settings: Settings }): ReactElement {
  const { t } = useTranslation('first-run');
  const language = useUiLanguage();
  const { data: info } = useQuery(query.app.info.queryOptions());
  const [withSample, setWithSample] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const start = useMutation({
    mutationFn: async () => {
      if (withSample) await api.records.loadSample();
      await api.settings.update({
        uiLanguage: language,
        secretaryName: name.current?.value ?? '',
        firstRunDone: true,
      });
    },
    onError: notifyError,
  });
  return (
    <main className={styles.screen}>
      <JournalNotice isFirstRun />
      <form
        className={styles.card}
        onSubmit={(event) => {
          event.preventDefault();
          if (!start.isPending) start.mutate();
        }}
      >
        <div>
          <h1 className={styles.title}>{t('title')}</h1>
          <p>{t('intro')}</p>
        </div>
        <RadioGroup value={language} onChange={(chosen) => void choose(chosen as Language)} orientation="horizontal">
          <Label className={styles.legend}>{t('language')}</Label>
          <div className={styles.languages}>
            {languages.map((option) => (
              <RadioField key={option} value={option}>
                <RadioButton className={styles.language}>
                  <span lang={languageTags[option]}>{ownLanguageNames[option]}</span>
                </RadioButton>
              </RadioField>
            ))}
          </div>
          <p className={styles.hint}>{t('languageHint')}</p>
        </RadioGroup>
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          defaultValue={settings.secretaryName}
          ref={name}
          maxLength={500}
        />
        <div className={styles.sample}>
          <Checkbox label={t('sample')} value={withSample} onChange={setWithSample} />
          <p className={styles.hint}>{t('sampleHint')}</p>
        </div>
        {info && (
          <div className={styles.folder}>
            <span className={styles.hint}>{t('dataFolder')}</span>
            <span translate="no">{info.dataFolder}</span>
          </div>
        )}
        <div className={styles.end}>
          <Button kind="primary" type="submit">
            {start.isPending ? t('starting') : t('start')}
          </Button>
        </div>
      </form>
    </main>
  );
}

/** Stored at once, so that a reload in the middle does not ask in another language. */
async function choose(language: Language): Promise<void> {
  await switchLanguage(language);
  await api.settings.update({ uiLanguage: language }).catch(notifyError);
}
