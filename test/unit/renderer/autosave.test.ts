import { z } from 'zod';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

// The real one opens a connection to the back end as soon as it is loaded; here every failure is a passing one.
vi.mock('../../../renderer/app/errors.ts', () => ({ errorCode: () => null }));

interface Saved {
  patch: object;
  finish: () => void;
  fail: () => void;
}

interface Form {
  name: { en: string; ru: string };
  note: string;
}

const schema = z.strictObject({
  name: z.strictObject({ en: z.string().max(5), ru: z.string() }),
  note: z.string().max(5),
});

async function openForm() {
  // The module looks at the page's document and window when it is loaded.
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', { platform: 'Linux' });
  const { createAutosaver } = await import('../../../renderer/app/autosave.ts');
  const form: Form = { name: { en: '', ru: '' }, note: '' };
  const savings: Saved[] = [];
  const issues: string[] = [];
  const saver = createAutosaver<Form>({
    saved: structuredClone(form),
    schema,
    read: () => form,
    save: (patch) =>
      new Promise<void>((resolve, reject) => {
        savings.push({
          patch: structuredClone(patch),
          finish: resolve,
          fail: () => {
            reject(new Error('gone'));
          },
        });
      }),
    report: (found) => issues.splice(0, issues.length, ...found.map(({ path }) => path.join('.'))),
  });
  saver.hold();
  return { form, saver, savings, issues };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a form that saves as one types', () => {
  test('saves once it has been quiet, and only what changed', async () => {
    const { form, saver, savings } = await openForm();
    form.note = 'a';
    saver.touch();
    await vi.advanceTimersByTimeAsync(500);
    form.note = 'ab';
    saver.touch();
    await vi.advanceTimersByTimeAsync(500);
    expect(savings).toEqual([]);
    expect(saver.state().unsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(savings.map(({ patch }) => patch)).toEqual([{ note: 'ab' }]);
    expect(saver.state().saving).toBe(true);
    savings[0]?.finish();
    await settle();
    expect(saver.state()).toEqual({ unsaved: false, saving: false, failed: false });
  });

  test('what is typed while a saving is under way is saved by the next one', async () => {
    const { form, saver, savings } = await openForm();
    form.name.en = 'a';
    const first = saver.flush();
    await settle();
    form.name.ru = 'б';
    saver.touch();
    savings[0]?.finish();
    await first;
    expect(saver.state().unsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(700);
    expect(savings.map(({ patch }) => patch)).toEqual([{ name: { en: 'a', ru: '' } }, { name: { en: 'a', ru: 'б' } }]);
  });

  test('a field that is too long is named, and the others are saved all the same', async () => {
    const { form, saver, savings, issues } = await openForm();
    form.note = 'far too long';
    form.name.ru = 'имя';
    const flushed = saver.flush();
    await settle();
    expect(savings.map(({ patch }) => patch)).toEqual([{ name: { en: '', ru: 'имя' } }]);
    expect(issues).toEqual(['note']);
    savings[0]?.finish();
    await flushed;
    expect(saver.state().unsaved).toBe(true);
    expect(form.note).toBe('far too long');
  });

  test('a failed saving keeps the text, says so, and is tried again', async () => {
    const { form, saver, savings } = await openForm();
    form.note = 'kept';
    const flushed = saver.flush();
    await settle();
    savings[0]?.fail();
    await flushed;
    expect(saver.state()).toMatchObject({ unsaved: true, failed: true });
    await vi.advanceTimersByTimeAsync(2_100);
    expect(savings).toHaveLength(2);
    savings[1]?.finish();
    await settle();
    expect(saver.state()).toEqual({ unsaved: false, saving: false, failed: false });
  });
});
