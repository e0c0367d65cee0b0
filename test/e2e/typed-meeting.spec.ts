import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { chooseText, type Language, languages } from '#shared/domain/language.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import { expect, test } from '../support/app.ts';
import { projectFolder } from '../support/project-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { Typist } from '../support/typist.ts';
import { readWords } from '../support/words.ts';

/*
 * The meeting of 16 June 2020, taken down once in each language by somebody who never touches the mouse: as
 * fast as the keys go, every other row and long texts up to their first words; whole and at ninety words a minute under
 * `npm run promises`.
 * What is in the file afterwards must be the sample, row by row.
 */
const wordsPerMinute = process.env.TRILOGUE_WORDS_PER_MINUTE;
const [longestText, everyNth] = wordsPerMinute === undefined ? [40, 2] : [Number.POSITIVE_INFINITY, 1];
const samplePath = join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json');
const ownNames: Record<Language, string> = { en: 'English', ru: 'Русский', zh: '中文' };

/** Ctrl and the digit; the sign; the word: each of the three ways is taken in turn. */
const kindDigits: Record<EntryKind, string> = { speech: '1', decision: '2', action: '3', proposal: '4', note: '5' };
const kindPrefixes: Record<Exclude<EntryKind, 'speech' | 'note'>, readonly string[]> = {
  decision: ['= ', '＝ ', 'Resolved: ', 'Решили: ', '决定：'],
  action: ['+ ', 'ACTION: ', 'Поручить: ', '行动：'],
  proposal: ['* ', 'Proposed: ', 'Предложено: ', '建议：'],
};
/** The sample names no dates; two are given here, so that the field is typed into. */
const dueDate = '2020-12-05';
const dueDigits: Record<Language, string> = { en: '05122020', ru: '05122020', zh: '20201205' };

interface Row {
  item: number;
  kind: EntryKind;
  speakerId: string | null;
  language: Language;
  text: string;
  owners: string[];
  due: string | null;
}

for (const language of languages) {
  test(`a meeting is taken down by keyboard alone, in ${ownNames[language]}`, async ({ app, page }) => {
    const record = JSON.parse(await readFile(samplePath, 'utf8')) as MeetingRecord;
    test.setTimeout(wordsPerMinute === undefined ? 120_000 : 1_800_000);
    const expected = rowsOf(record, language)
      .map((row, index) => withDue(row, index))
      .filter((_row, index) => index % everyNth === 0);
    await prepare(app.dataFolder, record);
    await app.start();
    await app.open(page);
    await openLive(page, record, language);
    const clicks = await countClicks(page);

    const secretary = new Secretary(page, record, language);
    await secretary.sitDown();
    for (const row of expected) await secretary.takeDown(row);
    await secretary.finish();

    expect(await clicks()).toBe(0);
    await app.stop();
    expect(rowsOf(await exportRecord(app.dataFolder, record.meeting.id), language)).toEqual(expected);
  });
}

/** The meeting as the secretary finds it: people and agenda are there, nobody has spoken. */
async function prepare(dataFolder: string, record: MeetingRecord): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'trilogue-typed-'));
  const file = join(folder, 'record.json');
  const agenda = record.agenda.map((item) => ({ ...item, state: 'open' }));
  const meeting = { ...record.meeting, status: 'planned' };
  // Nobody has said anything yet, so nothing can have come of it.
  const planned = { ...record, meeting, agenda, entries: [], followUp: undefined };
  await writeFile(file, JSON.stringify(planned));
  const run = await runCli(['import', 'record', file, '--data', dataFolder]);
  expect(run.exitCode, run.stderr).toBe(0);
  await rm(folder, { recursive: true });
}

async function exportRecord(dataFolder: string, meetingId: string): Promise<MeetingRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'trilogue-typed-'));
  const file = join(folder, 'record.json');
  const run = await runCli(['export', 'record', '--data', dataFolder, '--meeting', meetingId, '--out', file]);
  expect(run.exitCode, run.stderr).toBe(0);
  const record = JSON.parse(await readFile(file, 'utf8')) as MeetingRecord;
  await rm(folder, { recursive: true });
  return record;
}

async function openLive(page: Page, record: MeetingRecord, language: Language): Promise<void> {
  const t = readWords(language);
  await page.getByText(ownNames[language], { exact: true }).click();
  await page.getByRole('button', { name: t('first-run:start') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('home:title') })).toBeVisible();
  await page.evaluate((id) => (location.hash = `#/meetings/${id}/live`), record.meeting.id);
  await expect(page.getByRole('button', { name: t('live:header.start') })).toBeVisible();
}

async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = { clicks: 0 };
    Object.assign(globalThis, { counted });
    addEventListener('pointerdown', () => counted.clicks++, { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { counted: { clicks: number } }).counted.clicks);
}

function rowsOf(record: MeetingRecord, language: Language): Row[] {
  const agenda = [...record.agenda].sort(compareByOrderKey);
  const row = (entry: Entry, item: number): Row => ({
    item,
    kind: entry.kind,
    speakerId: entry.speakerAttendanceId,
    language,
    text: Array.from(entry.texts[language].text).slice(0, longestText).join('').trim(),
    owners: (entry.action?.owners ?? []).map(({ ownerId }) => ownerId),
    due: entry.action?.dueAtNextMeeting === true ? 'next' : (entry.action?.due ?? null),
  });
  return agenda.flatMap(({ id }, item) =>
    [...record.entries]
      .sort(compareByOrderKey)
      .filter(({ agendaItemId, texts }) => agendaItemId === id && texts[language].text !== '')
      .map((entry) => row(entry, item)),
  );
}

function withDue(row: Row, index: number): Row {
  if (row.kind !== 'action') return row;
  return { ...row, due: index % 3 === 0 ? dueDate : index % 3 === 1 ? 'next' : null };
}

class Secretary {
  readonly #page: Page;
  readonly #record: MeetingRecord;
  readonly #language: Language;
  readonly #t: ReturnType<typeof readWords>;
  #hands: Typist | null = null;
  #item = 0;
  #kind: EntryKind = 'speech';
  #speakerId: string | null = null;
  #turn = 0;

  constructor(page: Page, record: MeetingRecord, language: Language) {
    this.#page = page;
    this.#record = record;
    this.#language = language;
    this.#t = readWords(language);
  }

  /** Starts the meeting; the caret goes to the capture row. */
  async sitDown(): Promise<void> {
    this.#hands = await Typist.at(this.#page, wordsPerMinute === undefined ? null : Number(wordsPerMinute));
    await this.#press('Control+Shift+S');
    await expect(this.#page.getByRole('button', { name: this.#t('live:header.end') })).toBeVisible();
    await this.#press({ en: 'Control+Alt+E', ru: 'Control+Alt+R', zh: 'Control+Alt+Z' }[this.#language]);
    await this.#press('Control+J');
    await expect(this.#page.locator('[data-capture] textarea')).toBeFocused();
  }

  async takeDown(row: Row): Promise<void> {
    while (this.#item < row.item) {
      await this.#press('Control+PageDown');
      this.#item++;
      [this.#kind, this.#speakerId] = ['speech', null];
    }
    const prefix = await this.#setKind(row.kind);
    await this.#setSpeaker(row);
    await this.#type(prefix + row.text);
    if (row.kind === 'action') await this.#setAction(row);
    await this.#press('Enter');
  }

  async finish(): Promise<void> {
    await this.#press('Control+S');
    await expect(
      this.#page.getByText(new RegExp(`^${this.#t('common:saving.saved', { time: '\\d\\d:\\d\\d:\\d\\d' })}$`, 'u')),
    ).toBeVisible();
  }

  /** Answers what is still to be typed in front of the text. */
  async #setKind(kind: EntryKind): Promise<string> {
    if (kind === this.#kind) return '';
    const before = this.#kind;
    this.#kind = kind;
    const prefixes = kind === 'speech' || kind === 'note' ? [] : kindPrefixes[kind];
    const way = prefixes[this.#turn++ % (prefixes.length + 1)];
    if (way !== undefined && before === 'speech') return way;
    await this.#press(`Control+${kindDigits[kind]}`);
    return '';
  }

  /** By the field, found in the script of the language; by Shift+Tab and by F2 in turn. */
  async #setSpeaker(row: Row): Promise<void> {
    if (row.speakerId === this.#speakerId || row.speakerId === null) {
      if (row.kind === 'speech') this.#speakerId = row.speakerId;
      return;
    }
    const attendance = this.#record.attendance.find(({ id }) => id === row.speakerId);
    const name = attendance === undefined ? '' : chooseText(attendance.name, this.#language).text;
    await this.#press(this.#turn++ % 2 === 0 ? 'F2' : 'Shift+Tab');
    await this.#type(name);
    await this.#press('Enter');
    await expect(this.#page.locator('[data-capture] textarea')).toBeFocused();
    this.#speakerId = row.kind === 'speech' || row.kind === 'proposal' ? row.speakerId : null;
  }

  async #setAction(row: Row): Promise<void> {
    await this.#press('Tab');
    for (const ownerId of row.owners) {
      await this.#type(this.#ownerName(ownerId));
      await this.#press('Enter');
    }
    if (row.due === dueDate) {
      await this.#press('Tab');
      await this.#page.keyboard.type(dueDigits[this.#language]);
      await this.#press('Enter');
    } else {
      await this.#press('Escape');
    }
    if (row.due === 'next') {
      await this.#press('Control+D', 'Control+D');
      await expect(this.#page.getByRole('menuitemradio').or(this.#page.getByRole('menuitem')).first()).toBeFocused();
      await this.#press('Enter');
    }
    await expect(this.#page.locator('[data-capture] textarea')).toBeFocused();
  }

  #ownerName(ownerId: string): string {
    const named =
      this.#record.meeting.sides.find(({ id }) => id === ownerId)?.name ??
      this.#record.organizations.find(({ id }) => id === ownerId)?.name;
    return named === undefined ? '' : chooseText(named, this.#language).text;
  }

  async #type(text: string): Promise<void> {
    await this.#hands?.type(text);
  }

  async #press(...chords: string[]): Promise<void> {
    await this.#hands?.press(...chords);
  }
}
