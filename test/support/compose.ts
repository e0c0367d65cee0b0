import type { CDPSession } from '@playwright/test';

/**
 * Types one phrase through the browser's real input-method code, as a Chinese input method does: the letters are shown
 * one after the other, then the candidate takes their place. The Enter or digit that ends it reaches the page as key 229.
 */
export async function compose(session: CDPSession, steps: readonly string[], chosen: string): Promise<void> {
  await composeOpen(session, steps);
  await pressComposing(session, 'Enter');
  await session.send('Input.insertText', { text: chosen });
}

/** A composition that goes on: nothing is chosen yet. */
export async function composeOpen(session: CDPSession, steps: readonly string[]): Promise<void> {
  for (const text of steps) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
}

/** A key while composing: the page sees code 229 and no letter. */
export async function pressComposing(session: CDPSession, code: string): Promise<void> {
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', { type, key: 'Process', code, windowsVirtualKeyCode: 229 });
  }
}
