import { describe, expect, test } from 'vitest';
import { countBeforeMeeting, sharedMeeting } from '../../../renderer/features/registers/shared.ts';
import { askFor, changeView, firstView, linkedView, readSearch } from '../../../renderer/features/registers/view.ts';

describe('the view of the register of action items', () => {
  test('begins with what is not closed', () => {
    expect(askFor(firstView)).toMatchObject({ statuses: ['open', 'in_progress'], grouping: 'meeting' });
    expect(askFor({ ...firstView, status: null }).statuses).toEqual([]);
    expect(askFor({ ...firstView, status: 'done' }).statuses).toEqual(['done']);
  });

  test('a link without a filter leaves it as it was', () => {
    expect(linkedView(readSearch({ open: 'x' }))).toBeNull();
    expect(linkedView(readSearch({ due: 'never', owner: 7 }))).toBeNull();
  });

  test('a link says what is shown', () => {
    expect(linkedView(readSearch({ due: 'overdue', group: 'g' }))).toEqual({
      ...firstView,
      due: 'overdue',
      groupId: 'g',
    });
    expect(linkedView(readSearch({ due: 'closed' }))?.status).toBeNull();
  });

  test('who asks for what is closed by its date sees it', () => {
    const closed = changeView(firstView, { due: 'closed' });
    expect(closed.status).toBeNull();
    expect(changeView(closed, { due: null }).status).toBe('unclosed');
    expect(changeView({ ...firstView, status: 'done' }, { due: 'soon' }).status).toBe('done');
  });
});

describe('several actions', () => {
  const of = (id: string, date: string) => ({
    meeting: { id, date, groupId: null, title: { en: '', ru: '', zh: '' } },
  });

  test('come from one meeting, or from several', () => {
    expect(sharedMeeting([of('a', '2026-01-01'), of('a', '2026-01-01')])).toBe('a');
    expect(sharedMeeting([of('a', '2026-01-01'), of('b', '2026-01-01')])).toBeNull();
    expect(sharedMeeting([])).toBeNull();
  });

  test('may be due before the day on which they were agreed', () => {
    const actions = [of('a', '2026-01-01'), of('b', '2026-03-01')];
    expect(countBeforeMeeting(actions, '2026-02-01')).toBe(1);
    expect(countBeforeMeeting(actions, '2026-03-01')).toBe(0);
  });
});
