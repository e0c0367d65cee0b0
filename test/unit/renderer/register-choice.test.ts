import { expect, test } from 'vitest';
import { changeChoice, mostChosen } from '../../../renderer/ui/register/use-choice.ts';
import { maxChosen } from '#shared/contract/follow-up.ts';

const rowId = (row: { id: string }): string => row.id;
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index) }));

test('rows are chosen in their order, once each, and taken away', () => {
  const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const chosen = changeChoice(changeChoice(new Map(), [b, a], rowId, true), [a, c, c], rowId, true);
  expect([...chosen.keys()]).toEqual(['b', 'a', 'c']);
  expect([...changeChoice(chosen, [a], rowId, false).keys()]).toEqual(['b', 'c']);
});

test('no more are chosen than one call may change', () => {
  expect(mostChosen).toBe(maxChosen);
  const chosen = changeChoice(new Map(), rowsOf(mostChosen + 5), rowId, true);
  expect(chosen.size).toBe(mostChosen);
  // What is chosen already stays up to date in a full choice.
  const newer = { id: '0', text: 'newer' };
  expect(changeChoice(chosen, [newer], rowId, true).get('0')).toBe(newer);
});
