import { describe, expect, it } from 'vitest';
import { hitHref, hitRegisterHref } from '../../../renderer/features/search/hit-href.ts';
import { sharedGroup } from '../../../renderer/features/follow-up/shared-group.ts';

const id = '019a0000-0000-7000-8000-000000000001';
const meetingId = '019a0000-0000-7000-8000-000000000002';

describe('where a record that was found is shown', () => {
  it.each([
    ['action', 'action', `/registers/actions?open=${id}`],
    ['entry', 'decision', `/registers/decisions?open=${id}`],
    ['entry', 'proposal', `/registers/proposals?open=${id}`],
    ['agreement', null, `/registers/agreements?open=${id}`],
  ] as const)('%s (%s): in the minutes, and in its register', (kind, entryKind, register) => {
    const hit = { kind, id, entryKind, meetingId };
    expect(hitHref(hit)).toContain(`/meetings/${meetingId}/minutes`);
    expect(hitRegisterHref(hit)).toBe(register);
  });

  it('knows no register for what is only said, nor for people', () => {
    expect(hitRegisterHref({ kind: 'entry', id, entryKind: 'speech', meetingId })).toBeNull();
    expect(hitRegisterHref({ kind: 'person', id, entryKind: null, meetingId: null })).toBeNull();
  });

  it('has the register alone for a document that was signed outside every meeting', () => {
    const hit = { kind: 'agreement', id, entryKind: null, meetingId: null } as const;
    expect(hitHref(hit)).toBe(`/registers/agreements?open=${id}`);
    expect(hitRegisterHref(hit)).toBeNull();
  });
});

describe('the group whose meetings are offered for a report', () => {
  const of = (groupId: string | null) => ({
    meeting: { id: meetingId, title: { en: '', ru: '', zh: '' }, date: '2026-01-20', groupId },
  });

  it('is the one that all records come from', () => {
    expect(sharedGroup([of(id), of(id)])).toBe(id);
    expect(sharedGroup([of(id), of(null)])).toBeNull();
    expect(sharedGroup([{ meeting: null }])).toBeNull();
    expect(sharedGroup([])).toBeNull();
  });
});
