import type { SearchHit } from '#shared/contract/search.ts';

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
      return `/meetings/${meetingId ?? ''}/minutes`;
    case 'action':
    case 'entry':
      return `/meetings/${meetingId ?? ''}/minutes?focus=${id}`;
  }
}
