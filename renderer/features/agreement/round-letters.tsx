import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter } from '#shared/contract/letters.ts';
import { guessLanguage, languageTags } from '#shared/domain/language.ts';
import { api, desktop } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import styles from './agreement.module.css';
import { useAct } from './use-act.ts';

/** Letters of a round or of the agreed minutes; the program sends nothing, the user says what was sent. */
export function RoundLetters({ letters, name }: { letters: readonly Letter[]; name: string }): ReactElement {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const languageNames = useLanguageNames();
  const act = useAct();
  const unsent = letters.filter(({ sentAtMs }) => sentAtMs === null);
  const mark = (ids: string[], isSent: boolean) =>
    act(
      () => api.letters.markSent({ ids, isSent }),
      isSent ? t('letters.wereSent', { count: ids.length }) : t('letters.wereNotSent', { count: ids.length }),
    );
  const saveAgain = async (letter: Letter) => {
    try {
      await desktop.saveFile(await api.letters.draftAgain({ id: letter.id }));
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <>
      <ul className={styles.letters} aria-label={t('letters.listOf', { name })}>
        {letters.map((letter) => {
          const label = (
            <>
              <span lang={languageTags[guessLanguage(letter.name)]}>{letter.name}</span>
              {' – '}
              {languageNames[letter.language]}
              {letter.kind === 'circulation_reminder' && ` – ${t('letters.reminder')}`}
            </>
          );
          return (
            <li key={letter.id} className={styles.letter}>
              <Checkbox
                label={label}
                value={letter.sentAtMs !== null}
                onChange={(isSent) => void mark([letter.id], isSent)}
              />
              <span className={styles.muted}>
                {letter.sentAtMs === null
                  ? t('letters.notSent')
                  : t('letters.sentOn', { day: format.day(letter.sentAtMs) })}
              </span>
              <Button
                kind="quiet"
                aria-label={t('letters.saveAgainOf', { name: letter.name })}
                onPress={() => void saveAgain(letter)}
              >
                {t('letters.saveAgain')}
              </Button>
            </li>
          );
        })}
      </ul>
      {unsent.length > 1 && (
        <div>
          <Button
            onPress={() =>
              void mark(
                unsent.map(({ id }) => id),
                true,
              )
            }
          >
            {t('letters.markAll', { count: unsent.length })}
          </Button>
        </div>
      )}
    </>
  );
}
