import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { ListedComment } from '#shared/contract/circulations.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FieldGrid } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import styles from './agreement.module.css';
import { type Places, useEntryItems } from './comment-places.ts';
import { SideSelect } from './side-select.tsx';
import { presentRound, type Standing } from './standing.ts';
import { useAct } from './use-act.ts';

export interface CommentDialogProps {
  standing: Standing;
  places: Places;
  /** null: a new one. */
  comment: ListedComment | null;
  onClose: () => void;
}

/** A comment as it was said or written, typed in by hand. */
export function CommentDialog({ standing, places, comment, onClose }: CommentDialogProps): ReactElement {
  const { t } = useTranslation(['agreement', 'common']);
  const id = useId();
  const act = useAct();
  const uiLanguage = useUiLanguage();
  const names = useLanguageNames();
  const items = useEntryItems(places);
  const [entryId, setEntryId] = useState(comment?.entryId ?? null);
  const [sideId, setSideId] = useState(comment?.sideId ?? null);
  const [language, setLanguage] = useState<Language>(comment?.language ?? uiLanguage);
  const [problem, setProblem] = useState<string>();

  const save = async (form: FormData) => {
    const read = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const typed = { author: read('author'), quote: read('quote'), text: read('text') };
    if (typed.text === '') {
      setProblem(t('agreement:comment.textNeeded'));
      return;
    }
    const isSaved =
      comment === null
        ? await act(
            () =>
              api.circulations.addComment({
                ...typed,
                id: newId(),
                meetingId: standing.detail.meeting.id,
                circulationId: presentRound(standing.circulations)?.id ?? null,
                entryId,
                sideId,
                language,
                receivedAtMs: Date.now(),
              }),
            t('agreement:comment.wasAdded'),
          )
        : await act(
            () => api.circulations.updateComment({ ...typed, id: comment.id, entryId, sideId }),
            t('agreement:comment.wasChanged'),
          );
    if (isSaved) onClose();
  };

  return (
    <Dialog
      title={comment === null ? t('agreement:comment.addTitle') : t('agreement:comment.editTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id}>
            {comment === null ? t('common:add') : t('common:save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <Picker
          label={t('agreement:comment.entry')}
          hint={t('agreement:comment.entryHint')}
          items={items}
          value={entryId}
          onChange={setEntryId}
          autoFocus={comment === null}
        />
        <FieldGrid>
          <TextField label={t('agreement:comment.author')} name="author" defaultValue={comment?.author ?? ''} />
          <SideSelect detail={standing.detail} value={sideId} onChange={setSideId} />
          {comment === null && (
            <Select
              label={t('agreement:comment.language')}
              value={language}
              onChange={setLanguage}
              options={languages.map((one) => ({ id: one, label: names[one] }))}
            />
          )}
        </FieldGrid>
        <TextArea
          label={t('agreement:comment.text')}
          name="text"
          language={language}
          defaultValue={comment?.text ?? ''}
          error={problem}
        />
        <TextArea
          label={t('agreement:comment.quote')}
          hint={t('agreement:comment.quoteHint')}
          name="quote"
          language={language}
          defaultValue={comment?.quote ?? ''}
        />
      </form>
    </Dialog>
  );
}
