import type { SearchHit } from '#shared/contract/search.ts';
import { recordHref } from '../../app/record-href.ts';

/** Where a record that was found is shown. */
export function hitHref({ kind, id, meetingId }: Pick<SearchHit, 'kind' | 'id' | 'meetingId'>): string {
  switch (kind) {
    case 'person':
      return `/contacts/${id}`;
    case 'organization':
      return `/organizations/${id}`;
    case 'group':
      return `/groups/${id}`;
    case 'meeting':
      return `/meetings/${id}`;
    case 'agreement':
      return meetingId === null ? recordHref('agreement', id) : `/meetings/${meetingId}/minutes`;
    case 'action':
    case 'entry':
      return `/meetings/${meetingId ?? ''}/minutes?focus=${id}`;
  }
}

/** Where a record that was found stands in a register, beside the minutes to which {@link hitHref} leads; null: in none. */
export function hitRegisterHref({
  kind,
  id,
  entryKind,
  meetingId,
}: Pick<SearchHit, 'kind' | 'id' | 'entryKind' | 'meetingId'>): string | null {
  if (meetingId === null) return null;
  if (kind === 'agreement') return recordHref(kind, id);
  if (entryKind === 'action' || entryKind === 'decision' || entryKind === 'proposal') return recordHref(entryKind, id);
  return null;
}
