import { X } from 'lucide-react';
import { type ReactElement, useMemo, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { line, localizedLine } from '#shared/contract/fields.ts';
import { type ProposalDetail, proposalListItem } from '#shared/contract/proposals.ts';
import { chooseText, emptyText, type LocalizedText } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { IconButton } from '../../ui/button.tsx';
import { LocalizedField } from '../../ui/localized.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { DetailPart, useFocusAfterRemoval } from '../follow-up/index.ts';
import { useOrganizationItems } from '../organizations/index.ts';
import styles from './proposals.module.css';

type Partner = ProposalDetail['partners'][number];

/** What the minutes do not say of a proposal. */
interface Particulars {
  funding: LocalizedText;
  partners: Partner[];
  project: string;
}

const schema = z.object({ funding: localizedLine, partners: proposalListItem.shape.partners.max(100), project: line });

/** Funding model, partners and the project that it became; saved as one types. */
export function ProposalForm({ proposal }: { proposal: ProposalDetail }): ReactElement {
  const { t } = useTranslation('proposals');
  const { entryId, funding, partners, project } = proposal;
  const record = useMemo((): Particulars => ({ funding, partners, project }), [funding, partners, project]);
  const form = useAutosaveForm<Particulars>({
    record,
    schema,
    save: ({ partners: chosen, ...patch }) =>
      api.proposals.update({
        entryId,
        ...patch,
        ...(chosen && { partnerIds: chosen.map(({ organizationId }) => organizationId) }),
      }),
  });
  const held = useWatch({ control: form.control, name: 'partners' });
  return (
    <>
      <DetailPart title={t('detail.partners')}>
        <Partners
          partners={held}
          onChange={(next) => {
            form.setValue('partners', next);
            void form.flush();
          }}
        />
      </DetailPart>
      <DetailPart title={t('detail.particulars')}>
        <LocalizedField
          label={t('field.funding')}
          register={(language) => form.register(`funding.${language}`)}
          error={(language) => form.issue(`funding.${language}`)}
        />
        <TextField
          label={t('field.project')}
          hint={t('field.projectHint')}
          {...form.register('project')}
          error={form.issue('project')}
        />
      </DetailPart>
    </>
  );
}

interface PartnersProps {
  partners: readonly Partner[];
  onChange: (partners: Partner[]) => void;
}

function Partners({ partners, onChange }: PartnersProps): ReactElement {
  const { t } = useTranslation('proposals');
  const language = useUiLanguage();
  const organizations = useOrganizationItems();
  const list = useRef<HTMLUListElement>(null);
  const focusAfter = useFocusAfterRemoval(list, partners.length, () =>
    list.current?.parentElement?.querySelector('input')?.focus(),
  );
  /** One that was just chosen has its name from the list of organisations, until the answer brings it. */
  const nameOf = (item: (typeof organizations)[number]): LocalizedText => ({
    ...emptyText(),
    [item.language ?? language]: item.label,
  });
  return (
    <>
      <ul ref={list} className={styles.partners} aria-label={t('detail.partners')}>
        {partners.map((partner, index) => (
          <li key={partner.organizationId} className={styles.partner}>
            <TextLink
              href={`/organizations/${partner.organizationId}`}
              text={partner.name}
              empty={t('unnamedPartner')}
            />
            <span data-removal>
              <IconButton
                label={t('detail.removePartner', {
                  name: chooseText(partner.name, language).text || t('unnamedPartner'),
                })}
                icon={<X aria-hidden />}
                onPress={() => {
                  focusAfter(index);
                  onChange(partners.filter((one) => one !== partner));
                }}
              />
            </span>
          </li>
        ))}
      </ul>
      <AddPicker
        label={t('detail.addPartner')}
        items={organizations.filter(({ id }) => !partners.some(({ organizationId }) => organizationId === id))}
        onAdd={(id) => {
          const item = organizations.find((one) => one.id === id);
          if (item) onChange([...partners, { organizationId: id, name: nameOf(item) }]);
        }}
      />
    </>
  );
}
