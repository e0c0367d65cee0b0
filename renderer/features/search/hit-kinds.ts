import type { SearchHit } from '#shared/contract/search.ts';

/** What a kind of record is called, several of them; keys of `search`. */
export const hitKindKeys = {
  person: 'kinds.person',
  organization: 'kinds.organization',
  group: 'kinds.group',
  meeting: 'kinds.meeting',
  action: 'kinds.action',
  agreement: 'kinds.agreement',
  entry: 'kinds.entry',
} as const satisfies Record<SearchHit['kind'], string>;
