import { useQuery } from '@tanstack/react-query';
import type { DuplicateKind } from '#shared/contract/duplicates.ts';
import { query } from '../../app/api.ts';
import { errorCode } from '../../app/errors.ts';
import type { ComparedRecord } from './facts.ts';
import { useOrganizationFacts } from './use-organization-facts.ts';
import { usePersonFacts } from './use-person-facts.ts';

/** undefined while it is read, null where no such record is kept. */
type Reading = ComparedRecord | null | undefined;

/** Reads two records whole. `kind` is not known for a pair that only the address names: then it is found out. */
export function useCompared(
  known: DuplicateKind | undefined,
  ids: { a: string; b: string },
): { kind: DuplicateKind | undefined; a: Reading; b: Reading } {
  const firstPerson = useQuery({
    ...query.people.get.queryOptions({ input: { id: ids.a } }),
    enabled: known === undefined,
  });
  const found = firstPerson.data ? 'person' : firstPerson.error ? 'organization' : undefined;
  const kind = known ?? found;
  const isPerson = kind === 'person';
  const isOrganization = kind === 'organization';
  const personFacts = usePersonFacts(isPerson);
  const organizationFacts = useOrganizationFacts(isOrganization);
  const people = [usePerson(ids.a, isPerson), usePerson(ids.b, isPerson)];
  const organizations = [useOrganization(ids.a, isOrganization), useOrganization(ids.b, isOrganization)];

  const [a, b] = isPerson
    ? people.map(({ record, related }) => (record ? personFacts(record, related) : record))
    : organizations.map(({ record, related }) => (record ? organizationFacts(record, related) : record));
  return { kind, a, b };
}

function usePerson(id: string, isWanted: boolean) {
  const { data, error } = useQuery({ ...query.people.get.queryOptions({ input: { id } }), enabled: isWanted });
  const { data: related } = useQuery({ ...query.people.related.queryOptions({ input: { id } }), enabled: isWanted });
  return { record: recordOr(data, error), related };
}

function useOrganization(id: string, isWanted: boolean) {
  const { data, error } = useQuery({ ...query.organizations.get.queryOptions({ input: { id } }), enabled: isWanted });
  const { data: related } = useQuery({
    ...query.organizations.related.queryOptions({ input: { id } }),
    enabled: isWanted,
  });
  return { record: recordOr(data, error), related };
}

function recordOr<T>(data: T | undefined, error: Error | null): T | null | undefined {
  if (errorCode(error) === 'NOT_FOUND') return null;
  if (error) throw error;
  return data;
}
