import type { CDPSession, Page } from '@playwright/test';
import { compose } from './compose.ts';

/** A word is five letters, as typing courses count; null: as fast as the keys go. */
function pauseMs(wordsPerMinute: number | null): number {
  return wordsPerMinute === null ? 0 : 60_000 / (wordsPerMinute * 5);
}

/**
 * Hands on a keyboard. Latin and Cyrillic letters are typed key by key; Han by an input method, a few characters at a
 * time, as one writes Chinese. There is no mouse.
 */
export class Typist {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #delay: number;

  private constructor(page: Page, session: CDPSession, wordsPerMinute: number | null) {
    this.#page = page;
    this.#session = session;
    this.#delay = pauseMs(wordsPerMinute);
  }

  static async at(page: Page, wordsPerMinute: number | null = null): Promise<Typist> {
    return new Typist(page, await page.context().newCDPSession(page), wordsPerMinute);
  }

  /** Line breaks are typed as Shift+Enter: Enter has a meaning of its own. */
  async type(text: string): Promise<void> {
    for (const run of text.match(/\p{Script=Han}+|\n|[^\p{Script=Han}\n]+/gu) ?? []) {
      if (run === '\n') await this.press('Shift+Enter');
      else if (/\p{Script=Han}/u.test(run)) await this.#typeHan(run);
      else await this.#page.keyboard.type(run, { delay: this.#delay });
    }
  }

  async press(...chords: string[]): Promise<void> {
    for (const chord of chords) await this.#page.keyboard.press(chord);
  }

  async #typeHan(text: string): Promise<void> {
    const characters = Array.from(text);
    for (let start = 0; start < characters.length; start += 4) {
      const phrase = characters.slice(start, start + 4).join('');
      // What letters are shown meanwhile does not matter; that there are some does.
      await compose(this.#session, ['h', 'hu', 'hui', "hui'yi"], phrase);
      if (this.#delay > 0) await this.#page.waitForFunction(waited, { sinceMs: Date.now(), ms: this.#delay * 5 });
    }
  }
}

const waited = ({ sinceMs, ms }: { sinceMs: number; ms: number }): boolean => Date.now() - sinceMs >= ms;
