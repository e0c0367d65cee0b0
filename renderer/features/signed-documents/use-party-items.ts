import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '#shared/contract/agreements.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import type { PickerItem } from '../../ui/picker.tsx';
import { useOrganizationItems } from '../organizations/index.ts';

/** The parties as they stand in the form, by name. */
export function usePartyItems(form: AutosaveForm<Agreement>): PickerItem[] {
  const { t } = useTranslation('signed-documents');
  const language = useUiLanguage();
  const organizations = useOrganizationItems();
  const parties = useWatch({ control: form.control, name: 'parties' });
  return useMemo(
    () =>
      parties.map(({ id, organizationId, description }, index) => {
        const organization = organizations.find((item) => item.id === organizationId);
        if (organization) return { id, label: organization.label, language: organization.language };
        const described = chooseText(description, language);
        return described.text === ''
          ? { id, label: t('parties.organization', { number: index + 1 }), language: undefined }
          : { id, label: described.text, language: described.language };
      }),
    [parties, organizations, language, t],
  );
}
