import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '#shared/contract/agreements.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { PartyFields } from '../meetings/index.ts';
import { useOrganizationItems } from '../organizations/index.ts';
import styles from './signed-documents.module.css';

/** The parties: chosen from the register of organisations, or described. */
export function PartiesSection({ form }: { form: AutosaveForm<Agreement> }): ReactElement {
  const { t } = useTranslation('signed-documents');
  const organizations = useOrganizationItems();
  return (
    <Section title={t('parties.title')}>
      <PartyFields
        form={form}
        empty={<p className={styles.muted}>{t('parties.none')}</p>}
        adders={(add) => (
          <div className={styles.adders}>
            <AddPicker label={t('parties.add')} items={organizations} onAdd={add} />
            <Button onPress={() => add(null)}>
              <Plus aria-hidden />
              {t('parties.describe')}
            </Button>
          </div>
        )}
      />
    </Section>
  );
}
