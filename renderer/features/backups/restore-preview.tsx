import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '#shared/contract/backups.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { describeChange } from '../../app/history.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import styles from './backups.module.css';
import { kindKeys } from './words.ts';

type Fate = RestorePreview['examples'][number]['fate'];

const fates = ['goes_away', 'comes_back', 'differs'] as const satisfies readonly Fate[];
const fateKeys = {
  goes_away: 'preview.wouldGoAway',
  comes_back: 'preview.wouldComeBack',
  differs: 'preview.wouldDiffer',
} as const satisfies Record<Fate, string>;

/** What a restore would do, in numbers and in examples. */
export function RestorePreviewFacts({ preview }: { preview: RestorePreview }): ReactElement {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { atMs, isPresentReadable, kinds, changesSince } = preview;
  const { data: state } = useQuery(query.app.state.queryOptions());
  const isMissing = state?.condition === 'missing';
  // A damaged file may be readable in a copy, which says nothing of what becomes of it.
  const isDamaged = state?.condition === 'damaged' || (!isPresentReadable && !isMissing);
  const isSame = isPresentReadable && kinds.every((each) => each.comesBack + each.goesAway + each.differs === 0);
  return (
    <>
      <p>{atMs === null ? t('preview.empty') : t('preview.newest', { moment: format.moment(atMs) })}</p>
      {isSame ? <p>{t('preview.same')}</p> : <Kinds preview={preview} />}
      <Examples preview={preview} />
      {changesSince.count > 0 && <Since changesSince={changesSince} />}
      {!isPresentReadable && atMs !== null && (
        <p>
          {isMissing
            ? t('preview.noFile', { moment: format.moment(atMs) })
            : t('preview.unknown', { moment: format.moment(atMs) })}
        </p>
      )}
      {!isMissing && <p>{isDamaged ? t('preview.safeDamaged') : t('preview.safe')}</p>}
    </>
  );
}

function Kinds({ preview }: { preview: RestorePreview }): ReactElement {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { isPresentReadable } = preview;
  const kinds = preview.kinds.filter(({ here, inBackup }) => here + inBackup > 0);
  return (
    // What scrolls sideways can be reached by the keyboard.
    <div className={styles.scrolled} role="region" aria-label={t('preview.table')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('preview.kind')}</th>
            {isPresentReadable && <th scope="col">{t('preview.here')}</th>}
            <th scope="col">{t('preview.inBackup')}</th>
            {isPresentReadable && (
              <>
                <th scope="col">{t('preview.comesBack')}</th>
                <th scope="col">{t('preview.goesAway')}</th>
                <th scope="col">{t('preview.differs')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {kinds.map((each) => (
            <tr key={each.kind}>
              <th scope="row">{t(kindKeys[each.kind])}</th>
              {isPresentReadable && <td>{format.number(each.here)}</td>}
              <td>{format.number(each.inBackup)}</td>
              {isPresentReadable &&
                [each.comesBack, each.goesAway, each.differs].map((count, index) => (
                  <td key={index} data-changed={count > 0 || undefined}>
                    {format.number(count)}
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Examples({ preview }: { preview: RestorePreview }): ReactElement {
  const { t } = useTranslation(['backups', 'common']);
  return (
    <>
      {fates.map((fate) => {
        const examples = preview.examples.filter((example) => example.fate === fate);
        if (examples.length === 0) return null;
        return (
          <div key={fate}>
            <h3 className={styles.subtitle}>{t(`backups:${fateKeys[fate]}`)}</h3>
            <ul className={styles.bullets}>
              {examples.map(({ kind, title }, index) => (
                <li key={index}>
                  <FallbackText value={title} empty={t('common:unnamed')} />{' '}
                  <span className={styles.muted}>{t(`backups:${kindKeys[kind]}`)}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

function Since({ changesSince }: { changesSince: RestorePreview['changesSince'] }): ReactElement {
  const { t } = useTranslation(['backups', 'history']);
  const format = useFormat();
  const { count, first } = changesSince;
  return (
    <div>
      <h3 className={styles.subtitle}>{t('backups:preview.since', { number: format.number(count) })}</h3>
      <ul className={styles.bullets}>
        {first.map(({ seq, name, label, atMs }) => {
          const what = describeChange(name) ?? name;
          // Which of the settings it was is told by the names that they have in the program.
          const isNamed = label !== '' && name !== 'settings.update';
          return (
            <li key={seq}>
              {isNamed ? t('history:named', { what, label }) : what}{' '}
              <span className={styles.muted}>{format.moment(atMs)}</span>
            </li>
          );
        })}
        {count > first.length && (
          <li className={styles.muted}>
            {t('backups:preview.sinceMore', { number: format.number(count - first.length) })}
          </li>
        )}
      </ul>
    </div>
  );
}
