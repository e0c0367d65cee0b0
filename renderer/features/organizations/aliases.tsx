import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organization } from '#shared/contract/organizations.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Aliases } from '../../ui/aliases.tsx';

export function OrganizationAliases({ form }: { form: AutosaveForm<Organization> }): ReactElement {
  const { t } = useTranslation('organizations');
  return (
    <Aliases
      form={form}
      title={t('aliases.title')}
      hint={t('aliases.hint')}
      add={t('aliases.add')}
      label={(number) => t('aliases.label', { number })}
      remove={(number) => t('aliases.remove', { number })}
    />
  );
}
