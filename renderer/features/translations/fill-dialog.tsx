import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextPlace } from '#shared/contract/translations.ts';
import { languageTags } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useReview } from './context.ts';
import styles from './fill-dialog.module.css';
import { keyOf, placeKey, translatedOf } from './model/lines.ts';

type Match = TextPlace & { text: string };

/** Empty texts whose source stands in the memory word for word: nothing is filled before it was looked at. */
export function FillDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation(['translations', 'common']);
  const { review } = useReview();
  const { session } = review;
  const [isFlushed, setFlushed] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    // The memory is asked about what is on disk.
    void session.flush().then(() => setFlushed(true));
  }, [session]);
  const { meetingId } = session;
  const { data, error } = useQuery({
    ...query.memory.exactMatches.queryOptions({ input: { meetingId } }),
    enabled: isFlushed,
  });
  const taken = data?.filter((match) => !left.has(placeKey(match))) ?? [];

  const fill = async () => {
    setBusy(true);
    try {
      const texts = taken.map(({ kind, id, language, text }) => ({ kind, id, language, text }));
      const { filled } = await api.memory.fill({ meetingId, texts });
      onClose();
      notify(t('translations:fill.done', { count: filled }), {
        label: t('common:undo'),
        run: () => void session.undo(),
      });
    } catch (failure) {
      notifyError(failure);
      setBusy(false);
    }
  };
  const toggle = (key: string, isTaken: boolean) => {
    const next = new Set(left);
    if (isTaken) next.delete(key);
    else next.add(key);
    setLeft(next);
  };

  return (
    <Dialog
      title={t('translations:fill.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" isDisabled={taken.length === 0 || isBusy} onPress={() => void fill()}>
            {t('translations:fill.fill', { count: taken.length })}
          </Button>
        </>
      }
    >
      {error && <p role="alert">{describeError(error)}</p>}
      {data?.length === 0 && <p>{t('translations:fill.none')}</p>}
      {data !== undefined && data.length > 0 && (
        <>
          <p>{t('translations:fill.text')}</p>
          <ul className={styles.matches}>
            {data.map((match) => (
              <li key={placeKey(match)} className={styles.match}>
                <Checkbox
                  label={<MatchName match={match} />}
                  value={!left.has(placeKey(match))}
                  onChange={(isTaken) => toggle(placeKey(match), isTaken)}
                />
                <MatchTexts match={match} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function MatchName({ match }: { match: Match }): ReactElement {
  const { review, words } = useReview();
  const line = review.lines.get().find(({ key }) => key === keyOf(match));
  return <>{words.fieldName(line === undefined ? '' : words.nameOf(line), match.language)}</>;
}

function MatchTexts({ match }: { match: Match }): ReactElement {
  const { review } = useReview();
  const translated = translatedOf(review.session.state.get(), match);
  return (
    <>
      {translated && (
        <p className={styles.source} lang={languageTags[translated.sourceLanguage]}>
          {translated.texts[translated.sourceLanguage].text}
        </p>
      )}
      <p className={styles.text} lang={languageTags[match.language]}>
        {match.text}
      </p>
    </>
  );
}
