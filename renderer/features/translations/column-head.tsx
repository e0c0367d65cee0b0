import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextPlace, Verdict } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import type { TextState } from '#shared/domain/translations/state.ts';
import { stateOf } from '#shared/domain/translations/state.ts';
import { notify } from '../../app/notify.ts';
import { useStorePart } from '../../app/store.ts';
import { MenuButton } from '../../ui/menu.tsx';
import { ReadOnlyArea } from '../../ui/read-only.tsx';
import { useReview } from './context.ts';
import styles from './grid.module.css';

/** A language: how far it is, and what can be said of all its texts on screen at once. */
export function ColumnHead({ language, onHide }: { language: Language; onHide: (() => void) | null }): ReactElement {
  const { t } = useTranslation(['translations', 'common']);
  const { review, words, isReadOnly } = useReview();
  const { session } = review;
  const counts = useStorePart(review.counts, (all) => all[language]);
  const name = words.languages[language];
  const progress = [
    t('translations:progress.reviewed', { reviewed: counts.reviewed, total: counts.total - counts.notNeeded }),
    ...(counts.outdated > 0 ? [t('translations:progress.outdated', { number: counts.outdated })] : []),
    ...(counts.empty > 0 ? [t('translations:progress.missing', { number: counts.empty })] : []),
  ];

  const settleAll = (from: TextState, verdict: Verdict, words: (count: number) => string) => {
    const places = review.shown.get().flatMap((line): TextPlace[] => {
      const translated = review.textsOf(line);
      const isMeant =
        translated !== undefined &&
        stateOf(translated, language) === from &&
        !(verdict === 'reviewed' && translated.texts[language].status === 'reviewed');
      return isMeant ? [{ ...line.reference, language }] : [];
    });
    if (places.length > 0) session.settle(places, verdict);
    notify(
      words(places.length),
      places.length > 0 ? { label: t('common:undo'), run: () => void session.undo() } : undefined,
    );
  };

  return (
    <div role="columnheader" className={styles.columnHead}>
      <span className={styles.language}>{name}</span>
      <ReadOnlyArea isReadOnly={false}>
        <MenuButton
          label={t('translations:column.menu', { language: name })}
          actions={() => [
            {
              id: 'reviewed',
              label: t('translations:column.reviewed'),
              run: () => settleAll('filled', 'reviewed', (count) => t('translations:column.reviewedDone', { count })),
            },
            ...(isReadOnly
              ? []
              : [
                  {
                    id: 'notNeeded',
                    label: t('translations:column.notNeeded'),
                    run: () =>
                      settleAll('empty', 'not_needed', (count) => t('translations:column.notNeededDone', { count })),
                  },
                ]),
            ...(onHide === null ? [] : [{ id: 'hide', label: t('translations:column.hide'), run: onHide }]),
          ]}
        />
      </ReadOnlyArea>
      <span className={styles.progress}>{progress.join(' · ')}</span>
    </div>
  );
}
