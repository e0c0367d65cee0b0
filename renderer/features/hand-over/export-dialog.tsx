import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranslationProgress } from '#shared/contract/translations.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { flushAll } from '../../app/saving.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { FieldGrid } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';

export interface ExportDialogProps {
  meetingId: string;
  onClose: () => void;
}

/** What goes to the translator. */
export function ExportDialog({ meetingId, onClose }: ExportDialogProps): ReactElement {
  const { t } = useTranslation(['hand-over', 'common']);
  const names = useLanguageNames();
  const save = useSaveFile();
  const { data } = useQuery(query.translations.progress.queryOptions({ input: { meetingIds: [meetingId] } }));
  const usual = usualLanguages(data?.[0]);
  const [source, setSource] = useState<Language | null>(null);
  const [target, setTarget] = useState<Language | null>(null);
  const sourceLanguage = source ?? usual.source;
  const targetLanguage = target ?? usual.target;
  const [scope, setScope] = useState<'open' | 'all'>('open');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const options = languages.map((id) => ({ id, label: names[id] }));
  const isSame = sourceLanguage === targetLanguage;

  const make = async () => {
    setBusy(true);
    setProblem('');
    try {
      await flushAll();
      const { file } = await api.handOvers.export({ meetingId, sourceLanguage, targetLanguage, scope });
      onClose();
      await save(() => Promise.resolve(file));
    } catch (error) {
      setProblem(describeError(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('hand-over:export.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" isPending={isBusy} isDisabled={isSame} onPress={() => void make()}>
            {t('hand-over:export.save')}
          </Button>
        </>
      }
    >
      <p>{t('hand-over:export.explain')}</p>
      <FieldGrid>
        <Select label={t('hand-over:export.from')} value={sourceLanguage} onChange={setSource} options={options} />
        <Select label={t('hand-over:export.to')} value={targetLanguage} onChange={setTarget} options={options} />
      </FieldGrid>
      <RadioGroup
        label={t('hand-over:export.scope')}
        value={scope}
        onChange={setScope}
        options={[
          { id: 'open', label: t('hand-over:export.open'), hint: t('hand-over:export.openHint') },
          { id: 'all', label: t('hand-over:export.all'), hint: t('hand-over:export.allHint') },
        ]}
      />
      <div role="alert">{isSame ? t('hand-over:export.same') : problem}</div>
    </Dialog>
  );
}

/** From the language that most is written in into the one that has most left to do. */
function usualLanguages(progress: TranslationProgress | undefined): { source: Language; target: Language } {
  const countsOf = (language: Language) => progress?.languages[language];
  const filled = (language: Language): number => countsOf(language)?.filled ?? 0;
  const done = (language: Language): number =>
    (countsOf(language)?.reviewed ?? 0) + (countsOf(language)?.notNeeded ?? 0);
  const source = [...languages].sort((a, b) => filled(b) - filled(a))[0] ?? 'en';
  const others = languages.filter((language) => language !== source);
  const target = [...others].sort((a, b) => filled(a) - filled(b) || done(a) - done(b))[0] ?? 'ru';
  return { source, target };
}
