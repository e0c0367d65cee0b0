import type { FollowedKind } from '#shared/contract/follow-up.ts';

/** Where a record stands open in its register. */
export function recordHref(kind: FollowedKind, id: string): string {
  switch (kind) {
    case 'action':
      return `/registers/actions?open=${id}`;
    case 'decision':
      return `/registers/decisions?open=${id}`;
    case 'proposal':
      return `/registers/proposals?open=${id}`;
    case 'agreement':
      return `/registers/agreements?open=${id}`;
  }
}
