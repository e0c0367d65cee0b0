import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverRow } from '#shared/contract/hand-overs.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Select } from '../../ui/select.tsx';
import { BackRow } from './back-row.tsx';
import { countFiltered, filterKeys, type RowFilter, rowFilters, matches, needsDecision } from './fates.ts';
import styles from './hand-over.module.css';
import type { Back, FoundTable } from './use-back.ts';

/** So many rows are drawn at first: most tables are shorter. */
const page = 100;

export interface BackDialogProps {
  found: FoundTable;
  back: Back;
}

/** What came back from the translator, before any of it is taken. */
export function BackDialog({ found, back }: BackDialogProps): ReactElement {
  const { t } = useTranslation(['hand-over', 'common']);
  const format = useFormat();
  const names = useLanguageNames();
  const { preview, isAgain } = found;
  const { rows, sourceLanguage, targetLanguage, handedOverAtMs } = preview;
  const [filter, setFilter] = useState<RowFilter>('news');
  const [shown, setShown] = useState(page);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);

  const open = rows.filter(needsDecision);
  // A choice may be of a row that needs none any more.
  const chosen = new Set(open.filter(({ code }) => taken.has(code)).map(({ code }) => code));
  const count = chosen.size + rows.filter(({ fate }) => fate === 'change').length;
  const filtered = rows.filter((row) => matches(row, filter));
  const decide = ({ code }: HandOverRow, isTaken: boolean) => {
    const next = new Set(taken);
    if (isTaken) next.add(code);
    else next.delete(code);
    setTaken(next);
  };
  const apply = async () => {
    setBusy(true);
    await back.apply(chosen);
    setBusy(false);
  };

  return (
    <Dialog
      title={t('hand-over:back.title')}
      isOpen
      isWide
      onClose={back.close}
      footer={
        <>
          <Button onPress={back.close}>{count === 0 ? t('common:close') : t('common:cancel')}</Button>
          {count > 0 && (
            <Button kind="primary" isPending={isBusy} onPress={() => void apply()}>
              {t('hand-over:back.apply', { count })}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.muted}>
        <span translate="no">{found.file.name}</span>
        {' · '}
        {t('hand-over:back.about', {
          source: names[sourceLanguage],
          target: names[targetLanguage],
          moment: format.moment(handedOverAtMs),
        })}
      </p>
      <div role="status">
        {isAgain && <p className={styles.notice}>{t('hand-over:back.since')}</p>}
        {count === 0 && open.length === 0 && t('hand-over:back.nothing')}
      </div>
      <div className={styles.bar}>
        <div className={styles.filter}>
          <Select
            label={t('hand-over:back.show')}
            value={filter}
            onChange={(next) => {
              setFilter(next);
              setShown(page);
            }}
            options={rowFilters
              .map((id) => ({ id, count: countFiltered(rows, id) }))
              .filter(({ id, count: many }) => many > 0 || id === filter)
              .map(({ id, count: many }) => ({
                id,
                label: t(`hand-over:${filterKeys[id]}`, { count: many }),
              }))}
          />
        </div>
        {open.length > 0 && (
          <>
            <Button onPress={() => setTaken(new Set())}>{t('hand-over:back.keepAll')}</Button>
            <Button onPress={() => setTaken(new Set(open.map(({ code }) => code)))}>
              {t('hand-over:back.takeAll')}
            </Button>
          </>
        )}
      </div>
      {filtered.length === 0 ? (
        <p>{t('hand-over:back.none')}</p>
      ) : (
        <ul className={styles.rows} aria-label={t('hand-over:back.list')}>
          {filtered.slice(0, shown).map((row) => (
            <BackRow
              key={row.code}
              row={row}
              language={targetLanguage}
              isTaken={chosen.has(row.code)}
              onDecide={(isTaken) => decide(row, isTaken)}
            />
          ))}
        </ul>
      )}
      {filtered.length > shown && (
        <Button onPress={() => setShown(shown + page)}>
          {t('hand-over:back.more', { number: Math.min(page, filtered.length - shown) })}
        </Button>
      )}
    </Dialog>
  );
}
