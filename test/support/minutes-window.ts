import { createORPCClient } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, onTestFinished, vi } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import type { SessionSurroundings } from '../../renderer/features/minutes/model/core.ts';
import { openSession } from '../../renderer/features/minutes/model/session.ts';
import type { MinutesSession, MinutesState } from '../../renderer/features/minutes/model/types.ts';
import { type Client, openTestBackend } from './backend.ts';
import { makeAgendaItem, makeMeeting } from './records.ts';

/** Waits for what comes by itself; a busy machine needs its time. */
export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 5 });

/** How calls of a window fare on their way; the real back end stands behind it. */
interface Way {
  isDown: boolean;
  /** So many calls land, but their answers never come. */
  lostAnswers: number;
  sent: string[];
}

function through(client: Client, way: Way): Client {
  return createORPCClient({
    async call(path, input, options) {
      const name = path.join('.');
      if (way.isDown) throw new Error('no way through');
      way.sent.push(name);
      let target: unknown = client;
      for (const part of path) target = (target as Record<string, unknown>)[part];
      const answer: unknown = await (target as (input: unknown, options: unknown) => Promise<unknown>)(input, options);
      if (way.lostAnswers > 0 && !['minutes.since', 'minutes.open', 'app.changes'].includes(name)) {
        way.lostAnswers -= 1;
        throw new Error('the answer was lost');
      }
      return answer;
    },
  });
}

export interface Window {
  session: MinutesSession;
  way: Way;
  /** Errors that were said. */
  said: unknown[];
  isComposing: boolean;
  endComposition: () => void;
  /** The page finds the back end again. */
  reconnect: () => void;
  saving: () => { unsaved: boolean; failed: boolean };
  clock: { ms: number };
}

export async function openWindow(client: Client, meetingId: string): Promise<Window> {
  const way: Way = { isDown: false, lostAnswers: 0, sent: [] };
  const api = through(client, way);
  const waiting: (() => void)[] = [];
  const connected = new Set<() => void>();
  const clock = { ms: Date.parse('2026-11-20T10:00:00Z') };
  let state = () => ({ unsaved: false, failed: false, saving: false });
  const window: Omit<Window, 'session'> = {
    way,
    said: [],
    isComposing: false,
    endComposition: () => {
      window.isComposing = false;
      for (const run of waiting.splice(0)) run();
    },
    reconnect: () => {
      way.isDown = false;
      for (const listener of connected) listener();
    },
    saving: () => state(),
    clock,
  };
  const history = (step: 'undo' | 'redo') => async () => {
    await api.history[step]().catch((error: unknown) => window.said.push(error));
  };
  const around: SessionSurroundings = {
    api,
    composition: {
      isComposing: () => window.isComposing,
      afterComposition: (run) => {
        if (window.isComposing) waiting.push(run);
        else run();
      },
    },
    onChange: (listener) => followChanges(client, listener),
    onConnected: (listener) => {
      connected.add(listener);
      return () => connected.delete(listener);
    },
    saving: {
      add: (saver) => {
        state = () => saver.state();
      },
      refresh: () => undefined,
    },
    history: { undo: history('undo'), redo: history('redo') },
    say: { error: (error) => window.said.push(error), removed: () => undefined },
    newId,
    clock: () => (clock.ms += 100),
  };
  const session = await openSession(meetingId, around);
  onTestFinished(session.follow());
  return Object.assign(window, { session });
}

function followChanges(client: Client, listener: () => void): () => void {
  const stop = new AbortController();
  const follow = async () => {
    const changes = await client.app.changes(undefined, { signal: stop.signal });
    let next = changes.next();
    // What was written before somebody listened.
    listener();
    for (; !(await next).done; next = changes.next()) listener();
  };
  follow().catch(() => undefined);
  return () => stop.abort();
}

export async function openMeeting(status: 'live' | 'draft' = 'draft') {
  const { backend } = openTestBackend();
  const { client } = backend;
  const meeting = makeMeeting({ status });
  await client.meetings.create(meeting);
  const items = [makeAgendaItem(meeting.id, 'a0'), makeAgendaItem(meeting.id, 'a1')];
  for (const item of items) await client.agenda.add(item);
  const [first = '', second = ''] = items.map(({ id }) => id);
  return { backend, client, meeting, first, second };
}

export const stored = async (client: Client, meetingId: string) =>
  (await client.minutes.open({ meetingId })).detail.entries;
export const textsOf = (state: MinutesState, itemId: string, language: 'en' | 'ru' | 'zh' = 'en') =>
  (state.rows.get(itemId) ?? []).map((id) => state.entries.get(id)?.texts[language].text);

/** What a window shows is what a window would show that is opened now. */
export async function expectFresh(client: Client, { session }: Window): Promise<void> {
  const fresh = (await openWindow(client, session.meetingId)).session.state.get();
  await eventually(() => {
    const shown = session.state.get();
    expect({ ...shown, entries: sorted(shown), rows: [...shown.rows], numbers: byId(shown.numbers) }).toEqual({
      ...fresh,
      entries: sorted(fresh),
      rows: [...fresh.rows],
      numbers: byId(fresh.numbers),
    });
  });
  for (const entry of session.state.get().entries.values()) {
    for (const language of languages) expect(session.text(entry.id, language).text()).toBe(entry.texts[language].text);
  }
  for (const { kind, id, texts } of session.state.get().headings) {
    for (const language of languages) expect(session.textAt({ kind, id, language }).text()).toBe(texts[language].text);
  }
}

export const byId = (map: ReadonlyMap<string, unknown>) => Object.fromEntries([...map].sort());
const sorted = (state: MinutesState) => byId(state.entries);

/** A text field as far as a buffer knows it. */
export function makeField(): { field: HTMLTextAreaElement; focus: () => void; blur: () => void; caret: () => number } {
  const page: { activeElement: unknown } = { activeElement: null };
  let caret = 0;
  const field = {
    value: '',
    ownerDocument: page,
    setSelectionRange: (start: number) => (caret = start),
  } as unknown as HTMLTextAreaElement;
  return {
    field,
    focus: () => (page.activeElement = field),
    blur: () => (page.activeElement = null),
    caret: () => caret,
  };
}
