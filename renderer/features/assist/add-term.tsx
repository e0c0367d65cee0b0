import { Plus } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { limits } from '#shared/contract/fields.ts';
import { emptyText, type Language, languages } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './assist.module.css';

interface Selected {
  text: string;
  language: Language;
}

/** Takes a new concept into the glossary; it begins with what is selected in a text. */
export function AddTerm(): ReactElement {
  const { t } = useTranslation(['assist', 'common']);
  const names = useLanguageNames();
  const selected = useSelected();
  const [begun, setBegun] = useState<Selected | 'empty' | null>(null);
  const submit = async (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const terms = languages.flatMap((language) => {
      const value = typed.get(language);
      const text = typeof value === 'string' ? value.trim() : '';
      return text === '' ? [] : [{ id: newId(), language, text, status: 'preferred' as const }];
    });
    if (terms.length === 0) return;
    try {
      await api.glossary.save({
        id: newId(),
        link: null,
        area: emptyText(),
        definition: emptyText(),
        source: '',
        note: '',
        terms,
      });
      setBegun(null);
      notify(t('assist:terms.added'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <div>
      <Button onPress={() => setBegun(selected.current ?? 'empty')}>
        <Plus aria-hidden />
        {t('assist:terms.add')}
      </Button>
      {begun && (
        <FormDialog title={t('assist:terms.addTitle')} onClose={() => setBegun(null)} onSubmit={submit}>
          <p className={styles.note}>{t('assist:terms.addHint')}</p>
          {languages.map((language) => (
            <TextField
              key={language}
              name={language}
              label={names[language]}
              language={language}
              maxLength={limits.line}
              defaultValue={begun !== 'empty' && begun.language === language ? begun.text : ''}
            />
          ))}
        </FormDialog>
      )}
    </div>
  );
}

/** What was selected last in a text of a known language, up to one line. */
function useSelected(): { readonly current: Selected | null } {
  const selected = useRef<Selected | null>(null);
  useEffect(() => {
    const follow = () => {
      const field = document.activeElement;
      if (!(field instanceof HTMLTextAreaElement)) return;
      const text = field.value.slice(field.selectionStart, field.selectionEnd).trim();
      const language = languages.find((code) => field.lang.startsWith(code));
      selected.current =
        language === undefined || text === '' || text.length > limits.line || text.includes('\n')
          ? null
          : { text, language };
    };
    document.addEventListener('selectionchange', follow, { capture: true });
    return () => document.removeEventListener('selectionchange', follow, { capture: true });
  }, []);
  return selected;
}
