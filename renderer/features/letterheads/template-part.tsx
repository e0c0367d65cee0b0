import { Download, FileInput, FilePlus2, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Letterhead, letterheadLimits } from '#shared/contract/letterheads.ts';
import { languages } from '#shared/domain/language.ts';
import { api, desktop } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { LetterheadPart } from './letterhead-part.tsx';
import styles from './letterheads.module.css';
import { PlaceholderList } from './placeholder-list.tsx';
import { type CheckedTemplate, TemplateDialog } from './template-dialog.tsx';
import { writePlaceholder } from './words.ts';

export interface TemplatePartProps {
  organizationId: string;
  template: Letterhead['template'];
}

/** A Word file of the organisation's own, in which its documents are made. */
export function TemplatePart({ organizationId, template }: TemplatePartProps): ReactElement {
  const { t } = useTranslation(['letterheads', 'common']);
  const names = useLanguageNames();
  const save = useSaveFile();
  const [checked, setChecked] = useState<CheckedTemplate | null>(null);
  const [isBusy, setBusy] = useState(false);

  const busily = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  const choose = async () => {
    const file = await desktop.openFile('.docx');
    if (file !== null) await busily(async () => setChecked(await check(file)));
  };
  const set = (file: File | null, done: string) =>
    busily(async () => {
      await api.letterheads.setTemplate({ organizationId, file });
      setChecked(null);
      notify(done, { label: t('common:undo'), run: () => void undo() });
    });

  return (
    <LetterheadPart title={t('letterheads:template.title')}>
      <p className={styles.muted}>{t('letterheads:template.explain')}</p>
      {template === null ? (
        <p>{t('letterheads:template.none')}</p>
      ) : (
        <p className={styles.template}>
          <span className={styles.name} translate="no">
            {template.name}
          </span>
          <span className={styles.muted} translate="no">
            {template.placeholders.map(writePlaceholder).join(' ')}
          </span>
        </p>
      )}
      <div className={styles.buttons}>
        <Button isPending={isBusy} onPress={() => void choose().catch(notifyError)}>
          <FileInput aria-hidden />
          {template === null ? t('letterheads:template.choose') : t('letterheads:template.replace')}
        </Button>
        {template !== null && (
          <>
            <Button onPress={() => void save(() => api.letterheads.template({ organizationId }))}>
              <Download aria-hidden />
              {t('letterheads:template.download')}
            </Button>
            <Button isDisabled={isBusy} onPress={() => void set(null, t('letterheads:template.removed'))}>
              <Trash2 aria-hidden />
              {t('letterheads:template.remove')}
            </Button>
          </>
        )}
        <ChoiceMenu
          kind="normal"
          label={t('letterheads:template.sample')}
          choices={languages.map((id) => ({ id, label: names[id] }))}
          onChoose={(language) =>
            void save(async () => {
              // The sample shows the address that was typed last.
              await flushAll();
              return api.letterheads.sample({ organizationId, language });
            })
          }
        >
          <FilePlus2 aria-hidden />
          {t('letterheads:template.sample')}
        </ChoiceMenu>
      </div>
      <PlaceholderList />
      {checked !== null && (
        <TemplateDialog
          checked={checked}
          isBusy={isBusy}
          onOther={() => void choose().catch(notifyError)}
          onTake={() =>
            void set(
              checked.file,
              template === null ? t('letterheads:template.added') : t('letterheads:template.replaced'),
            )
          }
          onClose={() => setChecked(null)}
        />
      )}
    </LetterheadPart>
  );
}

/** A file that is refused for its size need not travel first. */
async function check(file: File): Promise<CheckedTemplate> {
  if (file.size <= letterheadLimits.templateBytes) return { file, ...(await api.letterheads.checkTemplate({ file })) };
  return { file, placeholders: [], problems: [{ code: 'too-large', detail: '' }] };
}
