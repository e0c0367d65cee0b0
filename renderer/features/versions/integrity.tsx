import { useQuery } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Damage } from '#shared/contract/versions.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import styles from './versions.module.css';

const damageKeys = {
  file: 'integrity.file',
  missing: 'integrity.missing',
  content: 'integrity.content',
} as const satisfies Record<Damage['kind'], string>;

/** Whether all that is kept is as it was left: one quiet line, or a loud one for each damage. */
export function Integrity({ meetingId, hasVersions }: { meetingId: string; hasVersions: boolean }): ReactElement {
  const { t } = useTranslation('versions');
  const { data, error } = useQuery(query.versions.verify.queryOptions({ input: { meetingId } }));
  return (
    <>
      <div role="status" className={styles.sound}>
        {!data && !error && hasVersions && t('integrity.checking')}
        {data?.length === 0 && hasVersions && (
          <>
            <ShieldCheck aria-hidden />
            {t('integrity.sound')}
          </>
        )}
      </div>
      {error && (
        <div role="alert" className={styles.alarm}>
          <p>{describeError(error)}</p>
        </div>
      )}
      {data && data.length > 0 && (
        <div role="alert" className={styles.alarm}>
          <p className={styles.alarmTitle}>
            <ShieldAlert aria-hidden />
            {t('integrity.damaged')}
          </p>
          <ul>
            {data.map((damage, index) => (
              <li key={index}>
                {t(damageKeys[damage.kind], { name: damage.name, number: damage.versionNumber })}
                {damage.versionNumber > 0 && damage.kind !== 'content' && (
                  <> {t('integrity.ofVersion', { number: damage.versionNumber })}</>
                )}
              </li>
            ))}
          </ul>
          <p>{t('integrity.advice')}</p>
        </div>
      )}
    </>
  );
}
