import type { CDPSession, Locator, Page } from '@playwright/test';
import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { type Language } from '#shared/domain/language.ts';
import { type App, type Client, expect } from './app.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting, makeOrganization, makePerson } from './records.ts';
import { readWords } from './words.ts';

const t = readWords('en');
const name = (family: string, given: string, patronymic = '') => ({
  family,
  given,
  patronymic,
  display: '',
  source: 'entered' as const,
  sortKey: '',
});

/** Three people whose names are written in all scripts, and where they work; the same in every meeting made here. */
const cast = {
  ivanov: makePerson({
    names: {
      latin: name('Ivanov', 'Ivan'),
      cyrillic: name('Иванов', 'Иван', 'Иванович'),
      han: name('伊万诺夫', '伊万'),
    },
    country: 'RU',
  }),
  wang: makePerson({
    names: { latin: name('Wang', 'Fang'), cyrillic: name('Ван', 'Фан'), han: name('王', '芳') },
  }),
  smith: makePerson({
    names: { latin: name('Smith', 'John'), cyrillic: name('Смит', 'Джон'), han: name('', '') },
    country: 'GB',
  }),
};
const institute = makeOrganization();

export interface LiveMeeting {
  record: MeetingRecord;
  id: string;
  items: AgendaItem[];
  /** Ivanov, Wang Fang, Smith, in this order; present, unless the record is changed. */
  people: Attendance[];
}

/** A meeting that is going on, with three agenda items and three participants; `rows` are under the first item. */
export function makeLiveMeeting(
  rows: readonly Partial<Entry>[] = [],
  changes: Partial<Meeting> = {},
  texts: readonly string[] = [],
): LiveMeeting {
  const side = {
    id: makePerson().id,
    country: 'CN',
    name: { en: 'Chinese side', ru: 'Китайская сторона', zh: '中方' },
    zone: 'Asia/Shanghai',
    leadOrganizationId: null,
  };
  const meeting = makeMeeting({ status: 'live', sides: [side], nextMeetingDate: '2027-05-20', ...changes });
  const titles = [
    { en: 'Opening', ru: 'Об открытии', zh: '开幕' },
    { en: 'Joint laboratory', ru: 'О совместной лаборатории', zh: '联合实验室' },
    { en: 'Results', ru: 'Об итогах', zh: '总结' },
  ];
  const items = titles.map((title, index) => ({ ...makeAgendaItem(meeting.id, `a${String(index)}`), title }));
  const people = [
    makeAttendance(meeting.id, {
      personId: cast.ivanov.id,
      name: { en: 'Ivan Ivanov', ru: 'Иванов Иван Иванович', zh: '伊万诺夫' },
      orderKey: 'a0',
    }),
    makeAttendance(meeting.id, {
      personId: cast.wang.id,
      name: { en: 'Wang Fang', ru: 'Ван Фан', zh: '王芳' },
      orderKey: 'a1',
    }),
    makeAttendance(meeting.id, {
      personId: cast.smith.id,
      name: { en: 'John Smith', ru: 'Джон Смит', zh: '' },
      orderKey: 'a2',
    }),
  ];
  const first = items[0]?.id ?? '';
  const given = [...rows, ...texts.map((text) => withText(text))];
  const entries = given.map((row, index) =>
    makeEntry(meeting.id, first, { orderKey: keyOf(index), sourceLanguage: 'en', ...row }),
  );
  const record: MeetingRecord = {
    format: 'trilogue-record',
    version: 1,
    meeting,
    attendance: people,
    agenda: items,
    entries,
    agreements: [],
    group: null,
    people: Object.values(cast),
    organizations: [institute],
  };
  return { record, id: meeting.id, items, people };
}

/** Keys of one length, in order. */
const keyOf = (index: number): string => `a${String(index + 1).padStart(5, '0')}V`;

/** What a row needs to have this text as its original. */
export function withText(text: string, language: Language = 'en', kind: EntryKind = 'speech'): Partial<Entry> {
  const blank = { text: '', revision: 0, baseRevision: null, status: 'draft' as const };
  const texts = { en: { ...blank }, ru: { ...blank }, zh: { ...blank } };
  texts[language] = { ...blank, text, revision: 1 };
  return { kind, sourceLanguage: language, texts };
}

/** Settles the first run and brings the meetings in. */
export async function prepare(
  app: App,
  meetings: readonly LiveMeeting[],
  settings: Partial<Settings> = {},
): Promise<Client> {
  const client = await app.connect();
  await client.settings.update({
    uiLanguage: 'en',
    firstRunDone: true,
    theme: 'system',
    shortcuts: {},
    typedPrefixes: true,
    ...settings,
  });
  for (const { record } of meetings) {
    await client.records.import({ file: new File([JSON.stringify(record)], 'meeting.json') });
  }
  return client;
}

/** The live screen as a secretary works with it: by keyboard and by what is to be read. */
export class LivePage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly capture: Locator;
  readonly captureRow: Locator;
  readonly rows: Locator;
  readonly texts: Locator;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
    this.captureRow = page.locator('[data-capture]');
    this.capture = page.locator('textarea[data-capture-text]');
    this.rows = page.locator('[data-row]');
    this.texts = page.locator('textarea[data-row-text]');
  }

  /** Opens the live screen of a meeting with the caret in the capture row. */
  static async open(app: App, page: Page, meetingId: string): Promise<LivePage> {
    await app.open(page);
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await page.evaluate((id) => (location.hash = `#/meetings/${id}/live`), meetingId);
    const live = new LivePage(page, await page.context().newCDPSession(page));
    await live.capture.focus();
    return live;
  }

  async press(...chords: string[]): Promise<void> {
    for (const chord of chords) await this.page.keyboard.press(chord);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts the caret so many letters behind the beginning of the text that has the focus. */
  async goToLetter(count: number): Promise<void> {
    await this.press('Control+Home', ...Array.from({ length: count }, () => 'ArrowRight'));
  }

  /** Through the clipboard, as from another program. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.press('Control+v');
  }

  row(index: number): Locator {
    return this.rows.nth(index);
  }

  text(index: number): Locator {
    return this.texts.nth(index);
  }

  /** The speaker field of a row; that of the capture row without a number. */
  speaker(index?: number): Locator {
    return (index === undefined ? this.captureRow : this.row(index)).locator('[data-part="speaker"]');
  }

  owner(index?: number): Locator {
    return (index === undefined ? this.captureRow : this.row(index)).locator('[data-part="owner"]');
  }

  /** The list of the current item reads so, e.g. «decision: To meet again.» */
  async shows(...rows: (string | AsymmetricMatcher)[]): Promise<void> {
    await expect.poll(() => this.rows.evaluateAll(readRows)).toEqual(rows);
  }

  /** The capture row's kind. */
  async takes(kind: EntryKind): Promise<void> {
    await expect(this.captureRow).toHaveAttribute('data-kind', kind);
  }

  /** Everything typed is on disk. */
  async saved(): Promise<void> {
    await expect(this.page.getByText(/^Saved \d\d:\d\d:\d\d$/u)).toBeVisible();
  }

  /** A key that an input method keeps for itself: the page sees code 229. `modifiers` as in the protocol: 2 is Ctrl. */
  async pressComposing(code: string, modifiers = 0): Promise<void> {
    for (const type of ['rawKeyDown', 'keyUp'] as const) {
      await this.session.send('Input.dispatchKeyEvent', {
        type,
        key: 'Process',
        code,
        modifiers,
        windowsVirtualKeyCode: 229,
      });
    }
  }

  /** Letters that are being composed; an empty text takes them away. */
  async composeOpen(...steps: string[]): Promise<void> {
    for (const text of steps) {
      const [selectionStart, selectionEnd] = [text.length, text.length];
      await this.session.send('Input.imeSetComposition', { text, selectionStart, selectionEnd });
    }
  }

  /** The candidate takes the place of the letters. */
  async chooseComposed(text: string): Promise<void> {
    await this.session.send('Input.insertText', { text });
  }

  async compose(steps: readonly string[], chosen: string): Promise<void> {
    await this.composeOpen(...steps);
    await this.pressComposing('Enter');
    await this.chooseComposed(chosen);
  }
}

/** What `expect.stringContaining` and its like answer. */
type AsymmetricMatcher = ReturnType<typeof expect.stringContaining>;

/** Runs in the page. */
const readRows = (rows: Element[]): string[] =>
  rows.map((row) => `${row.getAttribute('data-kind') ?? ''}: ${row.querySelector('textarea')?.value ?? ''}`);

/** The rows of a meeting as they are on disk, in order, e.g. «decision: To meet again.» */
export async function storedRows(client: Client, meetingId: string): Promise<string[]> {
  const { detail } = await client.minutes.open({ meetingId });
  return detail.entries.map((entry) => `${entry.kind}: ${entry.texts[entry.sourceLanguage].text}`);
}

export { t };
