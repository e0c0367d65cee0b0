import { Copy } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../app/notify.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './attachments.module.css';

/** So many hexadecimal digits tell two files apart by eye; the rest is in the tooltip and in what is copied. */
const shownDigits = 12;

/** The SHA-256 of a file, shortened, with a way to the whole of it. */
export function Fingerprint({ sha256, name }: { sha256: string; name: string }): ReactElement {
  const { t } = useTranslation('versions');
  return (
    <span className={styles.fingerprint}>
      <span title={sha256}>{t('file.sha', { digits: sha256.slice(0, shownDigits) })}</span>
      <IconButton
        label={t('file.copySha', { name })}
        icon={<Copy aria-hidden />}
        onPress={() => {
          if (copyText(sha256)) notify(t('file.shaCopied'));
        }}
      />
    </span>
  );
}

/** The window grants no permissions, and the newer way to the clipboard wants one. */
function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return isCopied;
}
