import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '#shared/contract/agreements.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Button } from '../../ui/button.tsx';
import { PartyFields } from './party-fields.tsx';

/** The parties of a document that was signed at a meeting. */
export function AgreementParties({ form }: { form: AutosaveForm<Agreement> }): ReactElement {
  const { t } = useTranslation('meetings');
  return (
    <PartyFields
      form={form}
      adders={(add) => (
        <div>
          <Button onPress={() => add(null)}>
            <Plus aria-hidden />
            {t('parties.add')}
          </Button>
        </div>
      )}
    />
  );
}
