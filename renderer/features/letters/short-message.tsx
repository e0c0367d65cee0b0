import { ExternalLink } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import styles from './letters.module.css';

export interface ShortMessageProps {
  /** The letter as a `mailto:` address; null where it is too long for one. */
  address: string | null;
}

/** The text alone, straight into the mail program. */
export function ShortMessage({ address }: ShortMessageProps): ReactElement {
  const { t } = useTranslation('letters');
  if (address === null) return <p className={styles.muted}>{t('short.tooLong')}</p>;
  return (
    <div className={styles.bar}>
      <p className={styles.muted}>{t('short.hint')}</p>
      <Button onPress={() => void desktop.openLink(address).catch(notifyError)}>
        <ExternalLink aria-hidden />
        {t('short.open')}
      </Button>
    </div>
  );
}
