import { FileDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '#shared/contract/meetings.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { api, desktop } from '../../app/api.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import styles from './letters.module.css';

export interface SaveDocumentsProps {
  meeting: Meeting;
}

/** For whoever writes the letters elsewhere: the documents without a draft around them. */
export function SaveDocumentsButton(props: SaveDocumentsProps): ReactElement {
  const { t } = useTranslation('letters');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button isForReading onPress={() => setOpen(true)}>
        <FileDown aria-hidden />
        {t('documents.button')}
      </Button>
      {isOpen && <SaveDocuments {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

const kinds = ['invitation', 'agenda', 'calendar'] as const;
type Kind = (typeof kinds)[number];
const kindKeys = {
  invitation: 'documents.invitation',
  agenda: 'documents.agenda',
  calendar: 'documents.calendar',
} as const satisfies Record<Kind, string>;
const formats = ['pdf', 'docx'] as const;
type Format = (typeof formats)[number];
const formatKeys = { pdf: 'documents.pdf', docx: 'documents.docx' } as const satisfies Record<Format, string>;

function SaveDocuments({ meeting, onClose }: SaveDocumentsProps & { onClose: () => void }): ReactElement {
  const { t } = useTranslation(['letters', 'common']);
  const names = useLanguageNames();
  const [wanted, setWanted] = useState<readonly Kind[]>(kinds);
  const [inLanguages, setInLanguages] = useState<readonly Language[]>(() =>
    languages.filter(
      (language) => meeting.workingLanguages.length === 0 || meeting.workingLanguages.includes(language),
    ),
  );
  const [asFormats, setAsFormats] = useState<readonly Format[]>(['pdf']);
  const [isBusy, setBusy] = useState(false);
  const needsPages = wanted.includes('invitation') || wanted.includes('agenda');
  const canSave = wanted.length > 0 && (!needsPages || (inLanguages.length > 0 && asFormats.length > 0));

  const make = async (): Promise<File[]> => {
    const meetingId = meeting.id;
    const files: File[] = [];
    for (const kind of wanted) {
      if (kind === 'calendar') files.push(await api.letters.calendar({ meetingId }));
      else {
        const options = { meetingId, kind, languages: [...inLanguages], formats: [...asFormats] };
        files.push(...(await api.documents.export(options)).map(({ file }) => file));
      }
    }
    return files;
  };
  const run = async () => {
    setBusy(true);
    try {
      await flushAll();
      const files = await make();
      const [first] = files;
      const { saved, location } =
        files.length === 1 && first ? await desktop.saveFile(first) : await desktop.saveFiles(files);
      if (Number(saved) === 0) return;
      onClose();
      notify(
        t('letters:documents.saved', { count: files.length }),
        location === undefined
          ? undefined
          : { label: t('letters:draft.show'), run: () => void desktop.showInFolder(location).catch(notifyError) },
      );
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('letters:documents.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" isDisabled={!canSave} isPending={isBusy} onPress={() => void run()}>
            {isBusy ? t('letters:documents.busy') : t('letters:documents.save')}
          </Button>
        </>
      }
    >
      <Checks
        legend={t('letters:documents.kinds')}
        all={kinds}
        chosen={wanted}
        label={(kind) => t(kindKeys[kind], { ns: 'letters' })}
        onChange={setWanted}
      />
      {needsPages && (
        <>
          <Checks
            legend={t('letters:documents.languages')}
            all={languages}
            chosen={inLanguages}
            label={(language) => names[language]}
            onChange={setInLanguages}
          />
          <Checks
            legend={t('letters:documents.formats')}
            all={formats}
            chosen={asFormats}
            label={(format) => t(formatKeys[format], { ns: 'letters' })}
            onChange={setAsFormats}
          />
        </>
      )}
    </Dialog>
  );
}

interface ChecksProps<Code extends string> {
  legend: string;
  all: readonly Code[];
  chosen: readonly Code[];
  label: (code: Code) => string;
  onChange: (chosen: Code[]) => void;
}

function Checks<Code extends string>({ legend, all, chosen, label, onChange }: ChecksProps<Code>): ReactElement {
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.muted}>{legend}</legend>
      {all.map((code) => (
        <Checkbox
          key={code}
          label={label(code)}
          value={chosen.includes(code)}
          onChange={(isWanted) => onChange(all.filter((other) => (other === code ? isWanted : chosen.includes(other))))}
        />
      ))}
    </fieldset>
  );
}
