import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissingRecord } from '#shared/contract/trash.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import styles from './trash.module.css';
import type { Restore, Wanting } from './use-restore.ts';
import { kindKeys } from './words.ts';

export interface MissingDialogProps extends Pick<Restore, 'restore' | 'giveUp'> {
  wanting: Wanting;
  isBusy: boolean;
}

/** What a record refers to and is gone as well, with the offer to bring all of it back. */
export function MissingDialog({ wanting, isBusy, restore, giveUp }: MissingDialogProps): ReactElement {
  const { t } = useTranslation(['trash', 'common']);
  const { item, missing, keys } = wanting;
  return (
    <Dialog
      title={t('trash:missing.title')}
      isOpen
      onClose={() => !isBusy && giveUp()}
      footer={
        <>
          <Button isDisabled={isBusy} onPress={giveUp}>
            {keys === null ? t('common:close') : t('common:cancel')}
          </Button>
          {keys !== null && (
            <Button kind="primary" isPending={isBusy} onPress={() => restore(item, keys)}>
              {t('trash:missing.restoreAll')}
            </Button>
          )}
        </>
      }
    >
      <p>{keys === null ? t('trash:missing.lost') : t('trash:missing.text')}</p>
      <ul className={styles.missing}>
        {missing.map((record, index) => (
          // Of what is gone for good nothing but the kind is known.
          <li key={`${record.kind}/${record.key?.id ?? index}`}>
            <MissingName record={record} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function MissingName({ record }: { record: MissingRecord }): ReactElement {
  const { t } = useTranslation('trash');
  const { key, title } = record;
  if (key === null) return <>{t('missing.unknown')}</>;
  return (
    <>
      <FallbackText value={title} empty={t('unnamed')} /> <span className={styles.muted}>{t(kindKeys[key.kind])}</span>
    </>
  );
}
