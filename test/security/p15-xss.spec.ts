import type { Browser, Page } from '@playwright/test';
import { languages } from '#shared/domain/language.ts';
import { writeXlsx } from '../../electron/exchange/xlsx.ts';
import { type App, type Client, expect, test } from '../support/app.ts';
import { makeBundle } from '../support/bundles.ts';
import { type InjectionWatch, readPage, waitForCalls, watchForInjection } from '../support/injection-watch.ts';
import { Poison } from '../support/poison.ts';
import { fillWithPayloads, poisonSample, type Poisoned } from '../support/poisoned-secretariat.ts';
import { makeMeeting } from '../support/records.ts';
import { makeTmx } from '../support/tmx.ts';
import { isFull, reportTrials } from '../support/trials.ts';
import { readWords } from '../support/words.ts';
import { payloads } from '../support/xss-payloads.ts';

/*
 * P15: more than three hundred texts that would be script, a request or an address wherever a page takes text for markup
 * stand in every field there is, in files that are looked at before they are taken, and in what is pasted. Nothing of
 * them runs or is fetched, and the content security policy has nothing to hold back.
 */

const fewest = 300;
const t = readWords('en');
const all = payloads.map(({ text }) => text).join('\n');
/** What the page says of an address that is none. */
const lost = languages.map((language) => readWords(language)('shell:notFound.title'));

class Screens {
  readonly shown = new Set<number>();
  readonly strange: string[] = [];
  count = 0;
  readonly page: Page;
  readonly watch: InjectionWatch;
  private readonly settled: () => Promise<void>;

  private constructor(page: Page, watch: InjectionWatch) {
    this.page = page;
    this.watch = watch;
    this.settled = waitForCalls(page);
  }

  static async open(app: App, page: Page): Promise<Screens> {
    const { origin } = await app.access();
    const screens = new Screens(page, await watchForInjection(page.context(), (url) => url.startsWith(`${origin}/`)));
    await app.open(page);
    return screens;
  }

  /** Goes there and waits until everything that was asked for has come. */
  async visit(address: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    const heading = this.page.getByRole('heading', { level: 1 });
    await expect(heading).toBeVisible();
    await this.look();
    expect(lost, address).not.toContain(await heading.textContent());
  }

  /** Reads the screen until it stays as it is. */
  async look(): Promise<void> {
    let last = '';
    const isSame = async (): Promise<boolean> => {
      await this.settled();
      const found = await readPage(this.page);
      for (const number of found.shown) this.shown.add(number);
      this.strange.push(...found.strange);
      const isLast = found.text === last;
      last = found.text;
      return isLast;
    };
    await expect.poll(isSame, { intervals: [100] }).toBe(true);
    this.count += 1;
  }

  /** Nothing has come of what was seen; and it was seen. */
  expectNothing(): void {
    expect(this.watch.findings()).toEqual([]);
    expect(this.strange).toEqual([]);
    expect(this.shown.size).toBeGreaterThanOrEqual(fewest);
  }
}

function addressesOf(filled: Poisoned): string[] {
  const { personId, organizationId, groupId, conceptId, agreementId, meetingIds, entryIds } = filled;
  const [whole] = meetingIds;
  // The short trials look at the screens with the most in them.
  if (!isFull) {
    return [
      ...[`/contacts/${personId}`, `/groups/${groupId}`, '/contacts/duplicates'],
      ...['overview', 'live', 'review', 'agreement', 'export'].map((tab) => `/meetings/${whole!}/${tab}`),
      ...[`/registers/actions?open=${entryIds.action}`, `/registers/agreements/${agreementId}`, '/search?q=img'],
    ];
  }
  const tabs = [
    ...['', '/overview', '/agenda', '/participants', '/minutes', '/live', '/review', '/preparation'],
    ...['/invitations', '/agreement', '/versions', '/export'],
  ];
  return [
    ...['/', '/contacts', `/contacts/${personId}`, '/contacts/duplicates', '/organizations'],
    ...[`/organizations/${organizationId}`, '/groups', `/groups/${groupId}`, '/meetings', '/registers'],
    ...meetingIds.flatMap((id) => tabs.map((tab) => `/meetings/${id}${tab}`)),
    `/registers/actions?open=${entryIds.action}`,
    `/registers/decisions?open=${entryIds.decision}`,
    `/registers/proposals?open=${entryIds.proposal}`,
    `/registers/agreements?open=${agreementId}`,
    ...[`/registers/agreements/${agreementId}`, '/registers/glossary', `/registers/glossary/${conceptId}`],
    ...['/registers/memory', '/registers/timeline', '/search?q=img', '/settings', '/settings/deleted'],
  ];
}

test('the payloads do what they say where a page lets them', async ({ page }) => {
  const tried = payloads.filter((_payload, index) => isFull || index % 8 === 0);
  const watch = await watchForInjection(page.context(), () => false);
  const bare = await page.context().newPage();
  await bare.route('**/*', (route) => route.abort());
  // Each in a frame of its own, which it cannot leave.
  await bare.evaluate(
    (texts) => {
      for (const text of texts) {
        const frame = document.createElement('iframe');
        frame.sandbox.add('allow-scripts', 'allow-same-origin');
        frame.srcdoc = text;
        document.body.append(frame);
      }
    },
    tried.map(({ text }) => text),
  );
  const done = (): Set<string> =>
    new Set(watch.findings().flatMap((line) => /(?:ran: |invalid\/)(\d+)/u.exec(line)?.[1] ?? []));
  // The others wait for a click, for another reader than HTML, or for a sanitiser that writes out what it has read in.
  await expect.poll(() => done().size).toBeGreaterThan(tried.length / 6);
});

test('no text becomes markup on any screen', async ({ app, page }) => {
  test.setTimeout(600_000);
  await app.start();
  const client = await app.connect();
  const filled = await fillWithPayloads(client, payloads);
  await client.people.update({ id: filled.personId, note: all });
  const screens = await Screens.open(app, page);
  // In the other languages the same screens have other words of ours: some of them are enough.
  for (const uiLanguage of isFull ? languages : (['en'] as const)) {
    await client.settings.update({ uiLanguage });
    const addresses = addressesOf(filled);
    const step = uiLanguage === 'en' ? 1 : Math.floor(addresses.length / 12);
    for (const address of addresses.filter((_one, index) => index % step === 0)) await screens.visit(address);
  }
  reportTrials('P15', screens.shown.size, `on ${String(screens.count)} screens`);
  screens.expectNothing();
});

/** As another program does: the browser takes what is copied as markup apart there, not on our page. */
async function copyAsMarkup(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const elsewhere = await context.newPage();
  await elsewhere.goto(address);
  await elsewhere.evaluate(async (text) => {
    const type = (name: string): Record<string, Blob> => ({ [name]: new Blob([text], { type: name }) });
    await navigator.clipboard.write([new ClipboardItem({ ...type('text/html'), ...type('text/plain') })]);
  }, all);
  await context.close();
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** A file with a character that controls something is refused, and nothing of it is shown. */
const printable = payloads.map(({ text }) => text.replaceAll(/\p{Cc}/gu, ' '));
const listed = printable.map(quoted);
/** Before the file is looked at, its name stands on the screen. */
const hostileName = payloads[0]!.text.replaceAll(/[/\\]/gu, '');
const strangers: readonly {
  address: string;
  ending: string;
  /** Absent: the one of a page that is there for it. */
  button?: string;
  make: (client: Client) => string | Promise<string | Uint8Array>;
}[] = [
  {
    address: '/contacts/import?kind=people',
    ending: '.csv',
    make: () => `Name,Email\n${listed.map((text) => `${text},${text}`).join('\n')}`,
  },
  {
    address: '/contacts/import?kind=people',
    ending: '.xlsx',
    make: () => writeXlsx([['Name', 'Email'], ...printable.map((text) => [text, text])]),
  },
  {
    address: '/contacts/import?kind=people',
    ending: '.vcf',
    make: () => printable.map((text) => `BEGIN:VCARD\nVERSION:4.0\nFN:${text}\nEND:VCARD`).join('\n'),
  },
  {
    address: '/registers/glossary/import',
    ending: '.csv',
    make: () => `en,ru,zh\n${listed.map((text) => `${text},${text},${text}`).join('\n')}`,
  },
  {
    address: '/registers/memory/import',
    ending: '.tmx',
    make: () => makeTmx(printable.map((line) => ({ texts: { en: line, ru: line, zh: line } }))),
  },
  {
    address: '/settings',
    ending: '.json',
    button: 'settings:importRecord',
    async make() {
      const [record] = await poisonSample(new Poison(payloads));
      // The sample is here already: another meeting, with ids of its own.
      return JSON.stringify(record).replaceAll(/"01[\da-f]{2}(?=[\da-f]{4}-)/gu, '"01b2');
    },
  },
  {
    address: '/settings',
    ending: '.trilogue.zip',
    button: 'bundles:import',
    /** What was agreed elsewhere and has another title here. */
    async make(client) {
      const poison = new Poison(payloads);
      const meeting = makeMeeting();
      await poison.client(client).meetings.create(meeting);
      const bundle = await makeBundle(client, [meeting.id]);
      await client.meetings.update({ id: meeting.id, title: { en: 'Here', ru: 'Здесь', zh: '这里' } });
      return new Uint8Array(await bundle.arrayBuffer());
    },
  },
];

test('files that are looked at, and what is pasted and searched for, stay text', async ({ app, page, browser }) => {
  test.setTimeout(300_000);
  await app.start({ isSample: true });
  const client = await app.connect();
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  const [person] = await client.people.list();
  const [meeting] = await client.meetings.list();
  const screens = await Screens.open(app, page);
  let shown = 0;
  for (const { address, ending, button, make } of isFull ? strangers : strangers.slice(0, 1)) {
    const buffer = Buffer.from(await make(client));
    await screens.visit(address);
    screens.shown.clear();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: button === undefined ? /^Choose a.*file…$/u : t(button) }).click();
    await (await chooser).setFiles({ name: `${hostileName}${ending}`, mimeType: '', buffer });
    const sign = button === undefined ? page.getByText(hostileName) : page.getByRole('dialog');
    await expect(sign.first()).toBeVisible();
    await screens.look();
    // What would come of the rows is shown when it is asked for.
    const check = page.getByRole('button', { name: t('exchange:check.run'), exact: true });
    if (await check.isVisible()) await check.click();
    await screens.look();
    // A file that is refused is not looked into.
    await expect(page.getByRole('alert'), ending).toHaveCount(0);
    // One may be that of its name; of a translation memory nothing else is shown before it is taken in.
    expect(screens.shown.size, ending).toBeGreaterThan(ending === '.tmx' ? 0 : 1);
    shown += screens.shown.size;
    if (button !== undefined) await page.keyboard.press('Escape');
  }

  await copyAsMarkup(browser, await app.address());
  const texts = [
    `/meetings/${meeting!.id}/live`,
    ...(isFull ? [`/contacts/${person!.id}`, `/meetings/${meeting!.id}/overview`] : []),
  ];
  for (const address of texts) {
    await screens.visit(address);
    screens.shown.clear();
    await page.locator('main textarea').first().focus();
    await page.keyboard.press('Control+v');
    await page.keyboard.press('Control+s');
    await screens.look();
    expect(screens.shown.size, address).toBeGreaterThanOrEqual(fewest);
    shown += screens.shown.size;
  }
  await screens.visit('/search');
  await page.getByRole('searchbox').first().fill(payloads[0]!.text);
  await screens.look();
  reportTrials('P15', shown, 'in files and pastes');
  screens.expectNothing();
});
