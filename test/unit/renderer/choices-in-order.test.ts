import { expect, test, vi } from 'vitest';
import { createChoicesInOrder } from '../../../renderer/features/minutes/rows/choices-in-order.ts';

test('choices are made in the order typed, whichever answer comes first', async () => {
  const choices = createChoicesInOrder();
  const chosen: string[] = [];
  const answers = [0, 1, 2].map(() => Promise.withResolvers<string>());
  for (const { promise } of answers) choices.add(promise, (name) => chosen.push(name));
  expect(choices.isWaiting()).toBe(true);

  answers[2]?.resolve('third');
  answers[1]?.resolve('second');
  await Promise.all([answers[1]?.promise, answers[2]?.promise]);
  expect(chosen).toEqual([]);

  answers[0]?.resolve('first');
  await vi.waitFor(() => expect(choices.isWaiting()).toBe(false));
  expect(chosen).toEqual(['first', 'second', 'third']);
});

test('one whose answer fails is left out, and the next follows', async () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  const choices = createChoicesInOrder();
  const chosen: string[] = [];
  const failure = new Error('no answer');
  choices.add(Promise.reject(failure), () => chosen.push('never'));
  choices.add(Promise.resolve('second'), (name) => chosen.push(name));
  await vi.waitFor(() => expect(choices.isWaiting()).toBe(false));
  expect(chosen).toEqual(['second']);
  expect(report).toHaveBeenCalledWith(failure);
  vi.unstubAllGlobals();
});
