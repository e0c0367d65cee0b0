import { Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { trashDays } from '#shared/contract/trash.ts';
import { ButtonLink } from '../../ui/button.tsx';
import fieldStyles from '../../ui/field.module.css';
import { Section } from '../../ui/section.tsx';

/** The way to the deleted records, on the page of the settings. */
export function TrashSection(): ReactElement {
  const { t } = useTranslation('trash');
  return (
    <Section title={t('title')}>
      <p className={fieldStyles.hint}>{t('hint', { count: trashDays })}</p>
      <div>
        <ButtonLink href="/settings/deleted">
          <Trash2 aria-hidden />
          {t('open')}
        </ButtonLink>
      </div>
    </Section>
  );
}
