import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import type { Organization } from '#shared/contract/organizations.ts';
import { filledLanguages } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { useSettled } from '../../app/use-settled.ts';
import { Candidates } from '../contacts/index.ts';

interface OrganizationCandidatesProps {
  form: AutosaveForm<Organization>;
  ownId: string;
  isStored: boolean;
}

/** Says while a new organisation is typed which of the register that may be. */
export function OrganizationCandidates({ form, ownId, isStored }: OrganizationCandidatesProps): ReactElement {
  const [name, abbreviation] = useWatch({ control: form.control, name: ['name', 'abbreviation'] });
  const typed = { id: ownId, name, abbreviation };
  const settled = useSettled(JSON.stringify(typed));
  const input = useMemo(() => JSON.parse(settled) as typeof typed, [settled]);
  const isAskable = filledLanguages(input.name).length + filledLanguages(input.abbreviation).length > 0;
  const { data } = useQuery({
    ...query.duplicates.organizationCandidates.queryOptions({ input }),
    enabled: isAskable,
    placeholderData: keepPreviousData,
  });
  return <Candidates pairs={isAskable ? (data ?? []) : []} ownId={ownId} isStored={isStored} />;
}
