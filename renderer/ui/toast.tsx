import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { type Notice, notices } from '../app/notify.ts';
import { Button, IconButton } from './button.tsx';
import styles from './toast.module.css';

/** Shows what `notify()` says. Mounted once; the only file that knows React Aria's unstable toasts besides notify.ts. */
export function Toasts(): ReactElement {
  const { t } = useTranslation('common');
  return (
    <ToastRegion<Notice> queue={notices} className={styles.region} aria-label={t('notices')} data-pane="notices">
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast} data-kind={toast.content.kind}>
          <ToastContent className={styles.content}>
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              slot={null}
              onPress={() => {
                toast.content.action?.run();
                notices.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <IconButton slot="close" label={t('close')} icon={<X aria-hidden />} />
        </Toast>
      )}
    </ToastRegion>
  );
}
