import type { Action, Entry, EntryText } from '#shared/contract/entries.ts';
import type { TextPlace } from '#shared/contract/translations.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { joinTexts, mergeEntries } from '#shared/domain/minutes/merge-entries.ts';
import { SessionCore, type SessionSurroundings } from './core.ts';
import { isRefusal } from './failures.ts';
import { withAgenda, withAttendance, withMeeting } from './minutes-state.ts';
import { keysBelow, placesAfterMove } from './row-places.ts';
import { setHeadingSource, settleTexts } from './settling.ts';
import { withSource, withText } from './texts-state.ts';
import type { MinutesSession, NewRow, RowPatch, TextReplacement } from './types.ts';
import { wholeOffset } from './typing-groups.ts';

const quietMs = 600;
/** Rows in one call; more go in several, which are one undo step all the same. */
const rowsPerCall = 500;

const unwritten: EntryText = { text: '', revision: 0, baseRevision: null, status: 'draft' };
const written = (text: string): EntryText => (text === '' ? unwritten : { ...unwritten, text, revision: 1 });
const placeOf = (id: string, language: Language): TextPlace => ({ kind: 'entry', id, language });
export const emptyAction: Action = { owners: [], due: null, dueAtNextMeeting: false, status: 'open' };

/** Opens a meeting's minutes; rejects with the call's error. */
export async function openSession(
  meetingId: string,
  around: SessionSurroundings,
): Promise<MinutesSession & { follow: () => () => void }> {
  return makeSession(await SessionCore.open(meetingId, around));
}

function makeSession(core: SessionCore): MinutesSession & { follow: () => () => void } {
  const { meetingId, state, around } = core;
  const { api, newId } = around;
  const entryOf = (id: string): Entry | undefined => state.get().entries.get(id);
  const entriesOf = (ids: readonly string[]): Entry[] => ids.flatMap((id) => entryOf(id) ?? []);
  /** Of this page's own clock: seconds in all, by agenda item. */
  const counterId = newId();
  const counted = new Map<string, number>();
  const isNotFound = (error: unknown): boolean => isRefusal(error, 'NOT_FOUND');

  function makeEntry(row: NewRow, orderKey: string): Entry {
    const entry: Entry = {
      id: newId(),
      meetingId,
      agendaItemId: row.agendaItemId,
      kind: row.kind,
      speakerAttendanceId: row.speakerAttendanceId ?? null,
      sourceLanguage: row.sourceLanguage,
      atMs: state.get().meeting.status === 'live' ? around.clock() : null,
      orderKey,
      texts: { en: unwritten, ru: unwritten, zh: unwritten },
      action: row.kind === 'action' ? emptyAction : null,
      ...(row.mentions && row.mentions.length > 0 && { mentions: row.mentions }),
    };
    return withText(entry, row.sourceLanguage, written(row.text ?? ''));
  }

  function addRows(rows: readonly NewRow[]): string[] {
    const entries = placeRows(rows);
    core.changeEntries(entries);
    const group = newId();
    for (let start = 0; start < entries.length; start += rowsPerCall) {
      const part = entries.slice(start, start + rowsPerCall);
      void core.send({
        records: part.map(({ id }) => id),
        send: () => api.entries.add({ entries: part, group }),
      });
    }
    const [only] = entries;
    if (only !== undefined && entries.length === 1) core.texts.at(placeOf(only.id, only.sourceLanguage)).begin(group);
    return entries.map(({ id }) => id);
  }

  /** One below the other; a row under another item than the one before has its own place. */
  function placeRows(rows: readonly NewRow[]): Entry[] {
    const entries: Entry[] = [];
    for (let start = 0; start < rows.length;) {
      const [first] = rows.slice(start, start + 1);
      if (first === undefined) break;
      let end = start + 1;
      while (rows[end]?.agendaItemId === first.agendaItemId) end++;
      const run = rows.slice(start, end);
      const keys = keysBelow(state.get(), first.agendaItemId, first.afterId, run.length);
      entries.push(...run.flatMap((row, index) => makeEntry(row, keys[index] ?? '')));
      start = end;
    }
    return entries;
  }

  function updateEach(changes: readonly ({ id: string } & RowPatch)[], group?: string): void {
    const known = changes.filter(({ id }) => entryOf(id) !== undefined);
    if (known.length === 0) return;
    const ids = known.map(({ id }) => id);
    core.hand(ids);
    core.changeEntries(known.flatMap(({ id, ...patch }) => patched(entryOf(id), patch)));
    void core.send({
      records: ids,
      send: () => api.entries.update({ changes: [...known], ...(group !== undefined && { group }) }),
    });
  }

  function merge(id: string): { id: string; offset: number } | null {
    const from = entryOf(id);
    const under = from && state.get().rows.get(from.agendaItemId);
    const intoId = under?.[under.indexOf(id) - 1];
    if (intoId === undefined) return null;
    core.hand([id, intoId]);
    const [into, other] = entriesOf([intoId, id]);
    if (into === undefined || other === undefined) return null;
    const { texts, action, mentions } = mergeEntries(into, other);
    let merged: Entry = { ...into, action, ...(mentions.length > 0 && { mentions }) };
    for (const language of languages) {
      if (texts[language] === into.texts[language].text) continue;
      merged = withText(merged, language, { text: texts[language], status: 'draft' });
      core.buffers.find(intoId, language)?.put(texts[language]);
    }
    core.changeEntries([merged], [id]);
    core.buffers.forget([id]);
    void core.send({
      records: [intoId, id],
      send: () => api.entries.merge({ id: intoId, fromId: id }),
      hasLanded: isNotFound,
    });
    // What is typed next into the joined row is based on what the back end has made of it.
    void core.send({ records: [intoId], send: () => core.learn(intoId, texts), refuse: () => core.readAnew() });
    const language = into.sourceLanguage;
    const joined = joinTexts(into.texts[language].text, other.texts[language].text, language);
    return { id: intoId, offset: joined.length - other.texts[language].text.length };
  }

  function split(id: string, offset: number): string {
    core.hand([id]);
    const entry = entryOf(id);
    if (entry === undefined) return id;
    const language = entry.sourceLanguage;
    const { text } = entry.texts[language];
    const at = wholeOffset(text, offset);
    const kept = text.slice(0, at).replace(/[ \t]+$/u, '');
    const [orderKey = ''] = keysBelow(state.get(), entry.agendaItemId, id, 1);
    const row: NewRow = {
      agendaItemId: entry.agendaItemId,
      kind: entry.kind,
      speakerAttendanceId: entry.speakerAttendanceId,
      sourceLanguage: language,
      text: text.slice(at).replace(/^[ \t]+/u, ''),
    };
    const below = makeEntry(row, orderKey);
    core.changeEntries([withText(entry, language, { text: kept, status: 'draft' }), below]);
    const place = placeOf(id, language);
    const buffer = core.texts.at(place);
    buffer.put(kept);
    void core.send({
      records: [id, below.id],
      send: async () => {
        const revision = core.texts.revisionOf(place);
        const answer = await api.entries.split({ id, language, text: kept, revision, entry: below });
        core.texts.setRevision(place, answer.revision);
        return answer;
      },
      refuse: (error) => {
        if (!isRefusal(error, 'CONFLICT')) {
          core.takeBack(error);
          return;
        }
        // Somebody wrote into the first half: it is the user's choice, and the second half is kept as it is.
        core.queue.addNext({
          records: [below.id],
          send: async () => {
            await api.entries.add({ entries: [below] });
          },
          refuse: (reason) => core.takeBack(reason),
        });
        core.texts.conflict(buffer, error);
      },
    });
    return below.id;
  }

  function removeRows(ids: readonly string[]): void {
    const entries = entriesOf(ids);
    if (entries.length === 0) return;
    const known = entries.map(({ id }) => id);
    core.hand(known);
    // Nobody misses a row in which nothing was ever written.
    const isWorthSaying = entriesOf(known).some(({ texts }) =>
      languages.some((language) => texts[language].text !== ''),
    );
    core.changeEntries([], known);
    core.buffers.forget(known);
    void core.send({
      records: known,
      send: () => api.entries.remove({ ids: known }),
      hasLanded: isNotFound,
    });
    if (isWorthSaying) around.say.removed(known.length, () => void step('undo'));
  }

  async function replaceTexts(replacements: readonly TextReplacement[]): Promise<void> {
    const known = replacements.filter(({ entryId }) => entryOf(entryId) !== undefined);
    if (known.length === 0) return;
    core.hand(known.map(({ entryId }) => entryId));
    for (const { entryId, language, text } of known) core.buffers.find(entryId, language)?.put(text);
    core.changeEntries(textsReplaced(known));
    let failure: unknown = null;
    await core.send({
      records: known.map(({ entryId }) => entryId),
      send: async () => {
        const texts = known.map((item) => ({
          ...item,
          revision: core.texts.revisionOf(placeOf(item.entryId, item.language)),
        }));
        const answer = await api.entries.saveTexts({ meetingId, texts });
        known.forEach(({ entryId, language }, index) => {
          core.texts.setRevision(placeOf(entryId, language), answer.revisions[index] ?? 0);
        });
        return answer;
      },
      refuse: (error) => {
        failure = error;
        core.readAnew();
      },
    });
    if (failure !== null) throw failure as Error;
  }

  function textsReplaced(replacements: readonly TextReplacement[]): Entry[] {
    const changed = new Map<string, Entry>();
    for (const { entryId, language, text } of replacements) {
      const entry = changed.get(entryId) ?? entryOf(entryId);
      if (entry) changed.set(entryId, withText(entry, language, { text, status: 'draft' }));
    }
    return [...changed.values()];
  }

  /** Undo and redo stand in the queue as well: what is typed after them comes after them. */
  async function step(kind: 'undo' | 'redo'): Promise<void> {
    core.hand();
    if (core.queue.failure !== null) {
      around.say.error(core.queue.failure);
      return;
    }
    await core.send({
      records: [],
      isBarrier: true,
      send: async () => {
        await around.history[kind]();
        await core.readAfterStep().catch(() => core.refresh(true));
      },
    });
  }

  return {
    meetingId,
    state,
    follow: () => core.follow(),
    text: (entryId, language) => core.texts.at(placeOf(entryId, language)),
    textAt: (place) => core.texts.at(place),
    settle: (places, verdict) => settleTexts(core, places, verdict),
    setSource({ kind, id }, language) {
      if (kind === 'entry') updateEach([{ id, sourceLanguage: language }]);
      else setHeadingSource(core, { kind, id }, language);
    },
    addRow: (row) => addRows([row])[0] ?? '',
    addRows,
    updateRows: (ids, patch) => updateEach(ids.map((id) => ({ id, ...patch }))),
    setKind(ids, kind) {
      const changed = entriesOf(ids).filter((entry) => entry.kind !== kind);
      updateEach(
        changed.map(({ id, action }) => ({
          id,
          kind,
          ...(kind === 'action' && action === null && { action: emptyAction }),
        })),
      );
    },
    setAction(id, change, isSoon = false) {
      const entry = entryOf(id);
      if (entry === undefined) return;
      const action = { ...(entry.action ?? emptyAction), ...change };
      if (!isSoon) {
        updateEach([{ id, action }]);
        return;
      }
      core.changeEntries([{ ...entry, action }]);
      core.soon(id, quietMs, () => {
        const latest = entryOf(id)?.action;
        if (latest) updateEach([{ id, action: latest }]);
      });
    },
    moveRows(ids, direction) {
      const places = placesAfterMove(state.get(), ids, direction);
      updateEach(places);
      return places.length > 0;
    },
    split,
    merge,
    removeRows,
    replaceTexts,
    updateAttendance(id, patch) {
      const rows = state.get().attendance;
      if (!rows.some((row) => row.id === id)) return;
      core.change((before) =>
        withAttendance(
          before,
          rows.map((row) => (row.id === id ? { ...row, ...patch, id } : row)),
        ),
      );
      void core.send({
        records: null,
        send: () => api.attendance.update({ ...patch, id }),
      });
    },
    addAttendance(attendance) {
      core.change((before) => withAttendance(before, [...before.attendance, attendance]));
      void core.send({
        records: null,
        send: () => api.attendance.add(attendance),
        hasLanded: (error) => isRefusal(error, 'DUPLICATE_ID'),
      });
    },
    addAgendaItem(item) {
      core.change((before) => withAgenda(before, [...before.agenda, item]));
      void core.send({ records: null, send: () => api.agenda.add(item) });
    },
    updateAgendaItem(id, patch) {
      const items = state.get().agenda;
      if (!items.some((item) => item.id === id)) return;
      core.change((before) =>
        withAgenda(
          before,
          items.map((item) => (item.id === id ? { ...item, ...patch, id } : item)),
        ),
      );
      void core.send({ records: null, send: () => api.agenda.update({ ...patch, id }) });
    },
    updateMeeting(patch) {
      core.change((before) => withMeeting(before, { ...before.meeting, ...patch, id: meetingId }));
      void core.send({
        records: null,
        send: () => api.meetings.update({ ...patch, id: meetingId }),
      });
    },
    addTime(agendaItemId, seconds) {
      const before = state.get().spentSeconds[agendaItemId] ?? 0;
      const show = (sum: number): void =>
        core.change((was) => ({ ...was, spentSeconds: { ...was.spentSeconds, [agendaItemId]: sum } }));
      show(before + seconds);
      const own = (counted.get(agendaItemId) ?? 0) + seconds;
      counted.set(agendaItemId, own);
      void core.send({
        records: null,
        send: async () => {
          const answer = await api.minutes.tellTime({ agendaItemId, counterId, seconds: own });
          if (core.queue.behindHead.length === 0) show(answer.seconds);
        },
      });
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    async flush() {
      core.hand();
      await core.queue.drained();
      // A step of Undo may have brought a row back, and what was typed into it was handed over once more.
      await core.queue.drained();
    },
  };
}

function patched(entry: Entry | undefined, patch: RowPatch): Entry[] {
  if (entry === undefined) return [];
  const next = { ...withSource(entry, patch.sourceLanguage ?? entry.sourceLanguage), ...patch };
  // The back end answers no list where nobody is named.
  if (next.mentions?.length === 0) delete next.mentions;
  return [next];
}
