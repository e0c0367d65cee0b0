import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../../app/format.ts';
import { useLive } from '../live/context.ts';
import styles from './find-bar.module.css';
import { type FindQuery, matchContext, type TextMatch } from './matches.ts';
import { useEntryNames } from './use-entry-names.ts';

/** More are found and replaced as well, but nobody reads them one by one. */
const mostShown = 300;

export interface MatchListProps {
  matches: readonly TextMatch[];
  query: FindQuery;
  /** Each match is shown as it would become, and can be left out. */
  isReplacing: boolean;
  /** Keys of the matches that stay as they are. */
  left: ReadonlySet<string>;
  onLeave: (match: TextMatch, isLeft: boolean) => void;
  onShow: (match: TextMatch) => void;
}

export function MatchList({ matches, query, isReplacing, left, onLeave, onShow }: MatchListProps): ReactElement {
  const { t } = useTranslation('live');
  const { session } = useLive();
  const format = useFormat();
  const nameOf = useEntryNames();
  const { entries } = session.state.get();
  return (
    <>
      <ul className={styles.list} aria-label={t('find.list')}>
        {matches.slice(0, mostShown).map((match) => {
          const key = `${match.entryId}/${match.language}/${match.start}`;
          const text = entries.get(match.entryId)?.texts[match.language].text ?? '';
          const [before, found, after] = matchContext(text, match);
          const place = t('find.placeOf', { name: nameOf(match.entryId), language: match.language.toUpperCase() });
          return (
            <li key={key} className={styles.match}>
              {isReplacing && (
                <input
                  type="checkbox"
                  aria-label={t('find.take', { place })}
                  checked={!left.has(key)}
                  onChange={(event) => onLeave(match, !event.currentTarget.checked)}
                />
              )}
              <span className={styles.place}>{place}</span>
              <button type="button" className={styles.jump} onClick={() => onShow(match)}>
                <span lang={languageTags[match.language]}>
                  {before}
                  {isReplacing ? (
                    <>
                      <del className={styles.old}>{found}</del>
                      <ins className={styles.new}>{query.replace}</ins>
                    </>
                  ) : (
                    <mark className={styles.found}>{found}</mark>
                  )}
                  {after}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {matches.length > mostShown && (
        <p className={styles.more}>
          {t('find.more', { count: matches.length - mostShown, formatted: format.number(matches.length - mostShown) })}
        </p>
      )}
    </>
  );
}
