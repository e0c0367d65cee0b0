import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierSubject, dossierFormats } from '#shared/contract/dossiers.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Select } from '../../ui/select.tsx';
import { SvgPages, type Zoom, ZoomSelect } from '../../ui/svg-pages.tsx';
import { useHandOutDrafts } from '../letters/index.ts';
import styles from './dossiers.module.css';
import { MailFields, type MailValues } from './mail-fields.tsx';

export interface DossierDialogProps {
  subject: DossierSubject;
  onClose: () => void;
}

const titleKeys = {
  action_report: 'title.actionReport',
  group_dossier: 'title.groupDossier',
  timeline: 'title.timeline',
} as const satisfies Record<DossierSubject['kind'], string>;

/** The pages of a report, a dossier or a timeline in one language, to be saved or sent. */
export function DossierDialog({ subject, onClose }: DossierDialogProps): ReactElement {
  const { t } = useTranslation(['dossiers', 'common']);
  const uiLanguage = useUiLanguage();
  const names = useLanguageNames();
  const isMailed = subject.kind === 'action_report';
  const recipients = useQuery({ ...query.dossiers.recipients.queryOptions({ input: { subject } }), enabled: isMailed });
  const [chosenLanguage, setLanguage] = useState<Language | null>(null);
  const [zoom, setZoom] = useState<Zoom>(subject.kind === 'group_dossier' ? 'normal' : 'fit');
  const [mail, setMail] = useState<MailValues>({ personIds: null, note: '' });
  const { isBusy, save, draft } = useOutlets();

  const people = recipients.data ?? [];
  // A report goes out in the language of those who get it.
  const language = chosenLanguage ?? people.find(({ email }) => email !== '')?.language ?? uiLanguage;
  const preview = useQuery({
    ...query.dossiers.preview.queryOptions({ input: { subject, language } }),
    enabled: !isMailed || !recipients.isPending,
    placeholderData: (before) => before,
    // Pages weigh megabytes; a preview that is no longer looked at is not worth keeping.
    gcTime: 0,
  });
  const pages = preview.data?.pages.flatMap(({ svg }) => svg ?? []) ?? [];
  const suggested = people.filter((person) => person.email !== '' && person.language === language);
  const personIds = mail.personIds ?? suggested.map(({ personId }) => personId);
  const isReady = preview.isSuccess && !preview.isPlaceholderData;

  return (
    <Dialog
      title={t(titleKeys[subject.kind])}
      isOpen
      isWide
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:close')}</Button>
          <Button isDisabled={!isReady || isBusy} onPress={() => void save(subject, language, 'docx')}>
            {t('saveDocx')}
          </Button>
          <Button
            kind={isMailed ? 'normal' : 'primary'}
            isDisabled={!isReady || isBusy}
            onPress={() => void save(subject, language, 'pdf')}
          >
            {t('savePdf')}
          </Button>
          {isMailed && (
            <Button
              kind="primary"
              isDisabled={!isReady || isBusy}
              onPress={() => void draft({ subject, language, personIds: [...personIds], note: mail.note })}
            >
              {t('mail.draft')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.options}>
        <div className={styles.language}>
          <Select
            label={t('language')}
            value={language}
            onChange={setLanguage}
            options={languages.map((id) => ({ id, label: names[id] }))}
          />
        </div>
        <ZoomSelect value={zoom} onChange={setZoom} />
        <p role="status" className={styles.muted}>
          {preview.isFetching || (isMailed && recipients.isPending) ? t('making') : ''}
        </p>
      </div>
      {subject.kind === 'timeline' && <p className={styles.muted}>{t('timelineHint')}</p>}
      <div className={styles.parts} data-mailed={isMailed || undefined}>
        <div className={styles.pages}>
          {preview.error ? (
            <p role="alert">{describeError(preview.error)}</p>
          ) : (
            pages.length > 0 && <SvgPages label={t('pages')} pages={pages} zoom={zoom} />
          )}
        </div>
        {isMailed && (
          <MailFields
            people={people}
            error={recipients.error}
            language={language}
            value={{ ...mail, personIds }}
            onChange={setMail}
          />
        )}
      </div>
    </Dialog>
  );
}

interface Outlets {
  isBusy: boolean;
  save: (subject: DossierSubject, language: Language, format: (typeof dossierFormats)[number]) => Promise<void>;
  draft: (input: Parameters<typeof api.dossiers.draft>[0]) => Promise<void>;
}

/** The ways out: a file that is saved, a draft that the mail program opens. What goes wrong is said. */
function useOutlets(): Outlets {
  const saveFile = useSaveFile();
  const handOut = useHandOutDrafts();
  const [isBusy, setBusy] = useState(false);
  const busily = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await flushAll();
      await work();
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    save: (subject, language, format) =>
      busily(() => saveFile(async () => (await api.dossiers.export({ subject, language, format })).file)),
    draft: (input) => busily(async () => handOut([(await api.dossiers.draft(input)).file], 'mail')),
  };
}
