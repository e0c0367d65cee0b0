import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minPassphraseLength } from '#shared/contract/backups.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './backups.module.css';

export interface Protection {
  /** To be put into the form. */
  fields: ReactElement;
  /** What was typed, null for a file that is open to all; undefined, and said, where it cannot be used. */
  read: () => string | null | undefined;
}

/** Whether a file that leaves the computer is under a passphrase, and under which. */
export function useProtection(): Protection {
  const { t } = useTranslation('backups');
  const [protection, setProtection] = useState<'passphrase' | 'open'>('passphrase');
  const [isShown, setShown] = useState(false);
  const [problem, setProblem] = useState<'short' | 'differ' | null>(null);
  const typed = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const min = minPassphraseLength;

  const read = (): string | null | undefined => {
    if (protection === 'open') return null;
    const passphrase = typed.current?.value ?? '';
    const isShort = passphrase.length < minPassphraseLength;
    // What can be seen need not be typed twice.
    const isDifferent = !isShown && again.current?.value !== passphrase;
    setProblem(isShort ? 'short' : isDifferent ? 'differ' : null);
    if (!isShort && !isDifferent) return passphrase;
    (isShort ? typed : again).current?.focus();
    return undefined;
  };

  const fields = (
    <>
      <RadioGroup
        label={t('save.who')}
        value={protection}
        onChange={setProtection}
        options={[
          { id: 'passphrase', label: t('save.protected'), hint: t('save.protectedHint') },
          { id: 'open', label: t('save.open'), hint: t('save.openHint') },
        ]}
      />
      {protection === 'passphrase' && (
        <>
          <TextField
            ref={typed}
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            translate="no"
            label={t('save.passphrase')}
            hint={t('save.hint', { min })}
            error={problem === 'short' ? t('save.short', { min }) : undefined}
          />
          {!isShown && (
            <TextField
              ref={again}
              type="password"
              autoComplete="new-password"
              translate="no"
              label={t('save.again')}
              error={problem === 'differ' ? t('save.differ') : undefined}
            />
          )}
          <Checkbox label={t('save.show')} value={isShown} onChange={setShown} />
          <p className={styles.warning}>{t('save.lost')}</p>
        </>
      )}
    </>
  );
  return { fields, read };
}
