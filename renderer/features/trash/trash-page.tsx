import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trashDays, type TrashItem } from '#shared/contract/trash.ts';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { foldText } from '../../app/fold-text.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import { SearchField } from '../../ui/search-field.tsx';
import { useFocusAfterRemoval } from '../../ui/use-focus-after-removal.ts';
import { MissingDialog } from './missing-dialog.tsx';
import styles from './trash.module.css';
import { useRestore } from './use-restore.ts';
import { isPartKind, keyOf, kindKeys, partKeys } from './words.ts';

const shownFirst = 100;

/** What was deleted in the last weeks; each record comes back with one press. */
export function TrashPage(): ReactElement {
  const { t } = useTranslation(['trash', 'common']);
  const { t: tKind } = useTranslation('trash');
  const { data, error } = useQuery(query.trash.list.queryOptions());
  const { busy, wanting, restore, giveUp } = useRestore();
  const [asked, setAsked] = useState('');
  const [isWhole, setWhole] = useState(false);
  const format = useFormat();
  const words = foldText(asked).split(/\s+/u).filter(Boolean);
  const found = data?.filter((item) => {
    const text = foldText(
      [...Object.values(item.title), ...Object.values(item.place ?? {}), tKind(kindKeys[item.kind])].join(' '),
    );
    return words.every((word) => text.includes(word));
  });
  const shown = isWhole ? found : found?.slice(0, shownFirst);
  const box = useFocusAfterRemoval<HTMLDivElement>('button', shown?.map(keyOf).join() ?? '');
  if (error) throw error;
  return (
    <Page title={t('trash:title')} back={{ href: '/settings', label: t('trash:back') }}>
      <p className={fieldStyles.hint}>{t('trash:hint', { count: trashDays })}</p>
      {data !== undefined && data.length > 0 && (
        <SearchField label={t('common:list.filter')} asked={asked} onAsk={setAsked} />
      )}
      <p role="status" className={styles.muted}>
        {data === undefined && t('common:loading')}
        {data?.length === 0 && t('trash:none')}
        {data !== undefined && data.length > 0 && found?.length === 0 && t('common:list.nothingMatches')}
      </p>
      <div {...box} className={styles.box}>
        {shown !== undefined && shown.length > 0 && (
          <ul className={styles.list} aria-label={t('trash:title')}>
            {shown.map((item) => (
              <TrashRow
                key={keyOf(item)}
                item={item}
                isBusy={busy !== null && keyOf(busy) === keyOf(item)}
                onRestore={() => restore(item)}
              />
            ))}
          </ul>
        )}
        {shown !== undefined && found !== undefined && shown.length < found.length && (
          <div>
            <Button kind="quiet" onPress={() => setWhole(true)}>
              {t('common:list.showAll', { total: format.number(found.length) })}
            </Button>
          </div>
        )}
      </div>
      {wanting && <MissingDialog wanting={wanting} isBusy={busy !== null} restore={restore} giveUp={giveUp} />}
    </Page>
  );
}

interface TrashRowProps {
  item: TrashItem;
  isBusy: boolean;
  onRestore: () => void;
}

function TrashRow({ item, isBusy, onRestore }: TrashRowProps): ReactElement {
  const { t } = useTranslation('trash');
  const format = useFormat();
  const language = useUiLanguage();
  const { kind, title, place, parts, removedAtMs } = item;
  const said = parts.flatMap(({ kind: part, count }) => (isPartKind(part) ? [t(partKeys[part], { count })] : []));
  const name = chooseText(title, language).text || t('unnamed');
  return (
    <li className={styles.row}>
      <span className={styles.facts}>
        <span className={styles.name}>
          <FallbackText value={title} empty={t('unnamed')} />
        </span>
        <span className={styles.muted}>
          {t(kindKeys[kind])}
          {place !== null && chooseText(place, language).text !== '' && (
            <>
              {' · '}
              <FallbackText value={place} />
            </>
          )}
        </span>
        <span className={styles.muted}>
          {t('deletedAt', { moment: format.moment(removedAtMs) })}
          {said.length > 0 && ` · ${t('with', { parts: format.list(said) })}`}
        </span>
      </span>
      <Button isPending={isBusy} aria-label={t('restoreNamed', { name })} onPress={onRestore}>
        <ArchiveRestore aria-hidden />
        {t('restore')}
      </Button>
    </li>
  );
}
