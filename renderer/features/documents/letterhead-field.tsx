import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Select } from '../../ui/select.tsx';
import styles from './documents.module.css';

/** Cannot be the id of an organisation. */
const none = 'none';

export interface LetterheadFieldProps {
  /** The organisation. */
  value: string | null;
  onChange: (organizationId: string | null) => void;
}

/** Under whose letterhead it goes out, with the way to where one is made. */
export function LetterheadField({ value, onChange }: LetterheadFieldProps): ReactElement {
  const { t } = useTranslation('export');
  const uiLanguage = useUiLanguage();
  const { data } = useQuery(query.letterheads.list.queryOptions());
  const chosen = data?.find(({ organizationId }) => organizationId === value);
  return (
    <div className={styles.explained}>
      <Select
        label={t('letterhead.label')}
        value={chosen?.organizationId ?? none}
        onChange={(id) => onChange(id === none ? null : id)}
        options={[
          { id: none, label: t('letterhead.none') },
          ...(data ?? []).map(({ organizationId, name, hasTemplate }) => {
            const { text } = chooseText(name, uiLanguage);
            return { id: organizationId, label: hasTemplate ? t('letterhead.ownFile', { name: text }) : text };
          }),
        ]}
      />
      <p className={styles.muted}>
        {chosen ? (
          <Link href={`/organizations/${chosen.organizationId}`}>{t('letterhead.edit')}</Link>
        ) : (
          <>
            {t('letterhead.hint')} <Link href="/organizations">{t('letterhead.toOrganizations')}</Link>
          </>
        )}
      </p>
    </div>
  );
}
