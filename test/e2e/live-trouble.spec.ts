import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { LivePage, makeLiveMeeting, prepare, storedRows, t } from '../support/live.ts';

/* Two windows, a clock that is set back, a back end that goes away and comes back, small windows. */

test('two windows come to the same minutes; a conflict shows both texts', async ({ sharedApp, page, context }) => {
  const meeting = makeLiveMeeting([], {}, ['First', 'Second']);
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const other = await LivePage.open(sharedApp, await context.newPage(), meeting.id);

  await test.step('each sees what the other does', async () => {
    await live.type('= From the first window');
    await live.press('Enter');
    await other.type('From the second window');
    await other.press('Enter');
    await other.text(0).focus();
    await other.press('Alt+ArrowDown');
    await expect(live.rows).toHaveCount(4);
    await expect(other.rows).toHaveCount(4);
    await expect(live.text(0)).toHaveValue('Second');
    await live.saved();
    await other.saved();
    const stored = await storedRows(client, meeting.id);
    expect(stored.toSorted()).toEqual([
      'decision: From the first window',
      'speech: First',
      'speech: From the second window',
      'speech: Second',
    ]);
    await live.shows(...stored);
    await other.shows(...stored);
  });

  await test.step('the same text at the same time', async () => {
    const id = (await live.row(0).getAttribute('data-row')) ?? '';
    for (const [choice, kept] of [
      ['minutes:conflict.keepMine', 'mine'],
      ['minutes:conflict.takeTheirs', 'theirs'],
    ] as const) {
      const { detail } = await client.minutes.open({ meetingId: meeting.id });
      const entry = detail.entries.find((candidate) => candidate.id === id);
      await live.text(0).focus();
      await live.press('Control+a');
      // What is being composed is not sent: the other window is sure to be first.
      await live.composeOpen('w', 'wo');
      await client.entries.saveText({
        entryId: id,
        language: 'en',
        text: `sent by the other window: ${kept}`,
        revision: entry?.texts.en.revision ?? 0,
      });
      await live.chooseComposed(`mine, ${kept} is kept`);
      await expect(live.text(0)).toHaveValue(`mine, ${kept} is kept`);
      await expect(live.row(0).getByRole('alert')).toContainText(`sent by the other window: ${kept}`);
      await live
        .row(0)
        .getByRole('button', { name: t(choice) })
        .press('Enter');
      const text = kept === 'mine' ? 'mine, mine is kept' : 'sent by the other window: theirs';
      await expect(live.text(0)).toHaveValue(text);
      await expect(other.text(0)).toHaveValue(text);
      await expect(live.row(0).getByRole('alert')).toHaveCount(0);
    }
  });
});

test('a clock that is set back harms nothing', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting();
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  await live.type('Before ');
  await page.clock.setFixedTime(Date.now() - 3 * 3_600_000);
  await live.type('and after');
  await expect.poll(() => storedRows(client, meeting.id)).toEqual(['speech: Before and after']);
  await live.press('Enter');
  await live.type('Later');
  await live.press('Enter');
  await live.shows('speech: Before and after', 'speech: Later');
  await live.press('ArrowUp', 'Control+z');
  await expect(live.rows).toHaveCount(1);
  await live.press('Control+Shift+Z');
  await live.shows('speech: Before and after', 'speech: Later');
  await live.saved();
  expect(await storedRows(client, meeting.id)).toEqual(['speech: Before and after', 'speech: Later']);
});

test('the back end goes away while one types: everything lands after, and a crash is told', async ({
  app,
  page,
  context,
}) => {
  const meeting = makeLiveMeeting([], {}, ['A row']);
  await app.start();
  await prepare(app, [meeting]);
  const live = await LivePage.open(app, page, meeting.id);

  await test.step('typing goes on, and the state says so', async () => {
    await live.type('Typed before');
    await live.saved();
    await app.kill();
    await live.type(' and while it is away.');
    await live.press('Enter');
    await live.type('+ Another row');
    await live.press('Enter');
    await live.text(0).focus();
    await live.press('End');
    await live.type(' changed');
    await live.press('Alt+ArrowDown', 'Control+j');
    await live.shows('speech: Typed before and while it is away.', 'speech: A row changed', 'action: Another row');
    await expect(page.getByText(t('shell:connectionLost'))).toBeVisible();
    await expect(
      page.getByText(new RegExp(`^(?:${t('common:saving.unsaved')}|${t('common:saving.failed')})$`, 'u')),
    ).toBeVisible();
  });

  await test.step('back at the same place, it takes a fresh address and then everything', async () => {
    await app.start({ isSamePort: true });
    await expect(page.getByText(t('shell:accessLost'))).toBeVisible();
    await live.type('Typed without access');
    await page.goto(await app.address());
    await live.saved();
    await expect(page.getByText(t('shell:accessLost'))).toHaveCount(0);
    await expect(live.capture).toHaveValue('Typed without access');
    const client = await app.connect();
    await expect
      .poll(() => storedRows(client, meeting.id))
      .toEqual([
        'speech: Typed before and while it is away.',
        'speech: A row changed',
        'action: Another row',
        'action: Typed without access',
      ]);
  });

  await test.step('after a crash Home and the live screen say up to when the minutes are there', async () => {
    await app.kill();
    await page.close();
    await app.start();
    const next = await context.newPage();
    await app.open(next);
    await expect(next.getByText(/The program was cut off\. The minutes are recovered up to/u)).toBeVisible();
    await next.getByRole('link', { name: /^Continue the minutes/u }).click();
    const notice = next.getByText(/^Recovered minutes up to \d\d:\d\d:\d\d\./u);
    await expect(notice).toBeVisible();
    await expect(next.locator('textarea[data-row-text]')).toHaveCount(4);
    await next.getByRole('button', { name: t('live:recovered.dismiss') }).click();
    await expect(notice).toHaveCount(0);
  });
});

/** What stands out of the window sideways, or over the edge of what it stands in; runs in the page. */
function readClipped(): string[] {
  const seen = [
    ...document.querySelectorAll<HTMLElement>('main :is(button, a[href], input, textarea, [role="timer"])'),
  ];
  return seen
    .filter((element) => element.checkVisibility() && element.tabIndex >= 0)
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1);
    })
    .map((element) => element.getAttribute('aria-label') ?? element.textContent.trim());
}

/** Runs in the page. */
function isHiddenBehindCapture(): boolean {
  const row = document.activeElement?.closest('[data-row-text]')?.getBoundingClientRect();
  const capture = document.querySelector('[data-capture]')?.getBoundingClientRect();
  return row === undefined || capture === undefined || row.bottom > capture.top + 1 || row.top < 0;
}

async function walk(live: LivePage, page: Page): Promise<void> {
  await live.capture.focus();
  for (let step = 0; step < 6; step++) {
    await live.press('ArrowUp');
    expect(await page.evaluate(isHiddenBehindCapture), `row ${String(step)} from the end`).toBe(false);
  }
  await live.press('Control+j');
}

test('small windows, great letters and focus mode keep the capture row and the focused row in view', async ({
  sharedApp,
  page,
}) => {
  const texts = Array.from({ length: 30 }, (_, index) => `Row ${String(index + 1)} has a text that is rather long.`);
  const meeting = makeLiveMeeting([], {}, texts);
  await prepare(sharedApp, [meeting]);
  await page.setViewportSize({ width: 1024, height: 700 });
  const live = await LivePage.open(sharedApp, page, meeting.id);
  await expect(live.rows).toHaveCount(30);

  // 200 % zoom halves the pixels of the page: 1280×800 becomes 640×400.
  for (const [width, height] of [
    [1024, 700],
    [640, 400],
  ] as const) {
    await test.step(`${String(width)}×${String(height)}`, async () => {
      await page.setViewportSize({ width, height });
      await expect(live.capture).toBeInViewport({ ratio: 0.9 });
      expect(await page.evaluate(readClipped)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await walk(live, page);
      await live.press('F11');
      await expect(page.getByRole('grid', { name: t('live:people.list') })).toHaveCount(0);
      await expect(page.getByRole('navigation', { name: t('shell:navigation') })).toBeHidden();
      await expect(live.capture).toBeInViewport({ ratio: 0.9 });
      expect(await page.evaluate(readClipped)).toEqual([]);
      await walk(live, page);
      // What is asked for opens over the rows, and goes again.
      await live.press('F9');
      await expect(page.getByRole('grid', { name: t('live:people.list') })).toBeVisible();
      await live.press('F9', 'F11');
      await expect(page.getByRole('navigation', { name: t('shell:navigation') })).toBeVisible();
      await live.capture.focus();
    });
  }
});
