import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandIds, commandMenus, commands } from '#shared/domain/commands.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import { layOutChords } from '#shared/domain/chord-layout.ts';
import { languages } from '#shared/domain/language.ts';
import { textsOf } from '../../../electron/main/texts.ts';
import { commandKeys, menuKeys } from '../../../renderer/app/command-words.ts';
import type * as Engine from '../../../renderer/app/commands.ts';
import { layouts, pressChord } from '../../support/keyboards.ts';

class FakeElement extends EventTarget {
  ownUndo = false;
  closest(selector: string): FakeElement | null {
    return selector === '[data-own-undo]' && this.ownUndo ? this : null;
  }
}
class FakeArea extends FakeElement {}
class FakeInput extends FakeElement {
  type = 'text';
}

let engine: typeof Engine;
let describeChord: (chord: string, mac?: boolean) => string;

beforeAll(async () => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('location', { protocol: 'app:' });
  vi.stubGlobal('navigator', { platform: 'Linux' });
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.stubGlobal('HTMLTextAreaElement', FakeArea);
  vi.stubGlobal('HTMLInputElement', FakeInput);
  engine = await import('../../../renderer/app/commands.ts');
  ({ describeChord } = await import('../../../renderer/app/chord-text.ts'));
});

const us = layouts[0]!;

function press(chord: string, facts: Partial<Engine.KeyPress> & { altGraph?: boolean } = {}) {
  const { altGraph = false, ...rest } = facts;
  const stop = vi.fn<() => void>();
  const event = {
    ...pressChord(us, chord, false),
    isTrusted: true,
    isComposing: false,
    keyCode: 0,
    repeat: false,
    defaultPrevented: false,
    target: null,
    preventDefault: vi.fn<() => void>(),
    stopImmediatePropagation: stop,
    getModifierState: (name: string) => altGraph && name === 'AltGraph',
    ...rest,
  };
  engine.pressKey(event, 'capture');
  if (stop.mock.calls.length === 0) engine.pressKey(event, 'bubble');
  return event;
}

const undoers: (() => void)[] = [];
function bind(id: CommandId, options: { isEnabled?: () => boolean; rank?: number } = {}) {
  const run = vi.fn<() => void>();
  const { isEnabled = () => true, rank = 1 } = options;
  undoers.push(engine.bindCommand(id, { run, isEnabled, isMomentary: false, rank }));
  return run;
}
beforeEach(() => {
  for (const unbind of undoers.splice(0)) unbind();
  engine.chosenChords.set({});
});

describe('the registry', () => {
  const places = [
    { isMac: false, isBrowser: false },
    { isMac: true, isBrowser: false },
    { isMac: false, isBrowser: true },
  ];
  test.each(commandIds)('%s has a name in three languages, keys on each platform and a place in the menu', (id) => {
    for (const language of languages) {
      const [group = '', name = ''] = commandKeys[id].split('.');
      const texts = textsOf(language).commands as Record<string, Record<string, string> | undefined>;
      expect(texts[group]?.[name]).toMatch(/\S/u);
    }
    expect(commandKeys[id]).toBe(id);
    expect(commandMenus).toContain(commands[id].menu);
    for (const place of places) expect(layOutChords({}, place).chordsById.get(id)).not.toEqual([]);
  });

  test('no two commands of a menu have one name', () => {
    for (const language of languages) {
      const texts = textsOf(language).commands as Record<string, Record<string, string> | undefined>;
      for (const menu of commandMenus) {
        const [group = '', title = ''] = menuKeys[menu].split('.');
        expect(texts[group]?.[title]).toMatch(/\S/u);
        const names = commandIds
          .filter((id) => commands[id].menu === menu)
          .map((id) => texts[id.split('.')[0] ?? '']?.[id.split('.')[1] ?? '']);
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });
});

describe('a key', () => {
  test('is recognised as a command by a screen of its own, as the user has chosen it', () => {
    const isDecision = (chord: string, facts?: Parameters<typeof press>[1]) =>
      engine.isChordOf(press(chord, facts), 'row.decision');
    expect([isDecision('Mod+2'), isDecision('Mod+3'), isDecision('Mod+2', { keyCode: 229 })]).toEqual([
      true,
      false,
      false,
    ]);
    engine.chosenChords.set({ 'row.decision': 'Mod+Alt+X' });
    expect([isDecision('Mod+2'), isDecision('Mod+Alt+X')]).toEqual([false, true]);
    expect(isDecision('Mod+Alt+X', { altGraph: true })).toBe(false);
  });

  test.each(layouts.map((layout) => [layout.name, layout] as const))(
    'runs each command exactly once on %s',
    (_name, layout) => {
      const runs = new Map(commandIds.map((id) => [id, bind(id)]));
      for (const id of commandIds) {
        for (const chord of engine.chordsOf(id)) {
          press(chord, pressChord(layout, chord, false));
          const ran = [...runs].filter(([, run]) => run.mock.calls.length > 0);
          expect(ran.map(([other, run]) => [other, run.mock.calls.length])).toEqual([[id, 1]]);
          runs.get(id)?.mockClear();
        }
      }
    },
  );

  test.each<[string, Partial<Engine.KeyPress> & { altGraph?: boolean }]>([
    ['that a script made', { isTrusted: false }],
    ['while an input method composes', { isComposing: true }],
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what input methods send is what is tested
    ['of an input method after the composition', { keyCode: 229 }],
    ['with AltGr, which types', { altGraph: true }],
  ])('%s is no command', (_name, facts) => {
    const run = bind('minutes.english');
    expect(press('Mod+Alt+E', facts).preventDefault).not.toHaveBeenCalled();
    expect(run).not.toHaveBeenCalled();
    press('Mod+Alt+E');
    expect(run).toHaveBeenCalledOnce();
  });

  test('that is held repeats what may be repeated; nothing else happens either', () => {
    const [undo, save] = [bind('app.undo'), bind('app.save')];
    press('Mod+Z', { repeat: true });
    expect(press('Mod+S', { repeat: true }).preventDefault).toHaveBeenCalled();
    expect([undo.mock.calls.length, save.mock.calls.length]).toEqual([1, 0]);
  });

  test('without a binding is left to the page', () => {
    const event = press('Mod+D');
    expect(event.preventDefault).not.toHaveBeenCalled();
    expect(event.stopImmediatePropagation).not.toHaveBeenCalled();
  });

  test('of undo belongs to the text field, save for those of the minutes', () => {
    const run = bind('app.undo');
    const own = Object.assign(new FakeArea(), { ownUndo: true }) as unknown as EventTarget;
    press('Mod+Z', { target: new FakeArea() });
    press('Mod+Z', { target: new FakeInput() });
    expect(run).not.toHaveBeenCalled();
    press('Mod+Z', { target: own });
    press('Mod+Z', { target: Object.assign(new FakeInput(), { type: 'checkbox' }) });
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('of another command works in a text field', () => {
    const run = bind('row.decision');
    press('Mod+2', { target: new FakeArea() });
    expect(run).toHaveBeenCalledOnce();
  });

  test('Escape comes last: what took it keeps it', () => {
    const run = bind('row.select');
    press('Escape', { defaultPrevented: true });
    expect(run).not.toHaveBeenCalled();
    press('Escape');
    expect(run).toHaveBeenCalledOnce();
  });

  test('goes to a recorder before any command', () => {
    const run = bind('app.save');
    const heard: string[] = [];
    const stop = engine.recordKeys((event) => {
      heard.push(event.key);
      return event.key !== 'Tab';
    });
    expect(press('Mod+S').preventDefault).toHaveBeenCalled();
    expect(press('Tab').preventDefault).not.toHaveBeenCalled();
    stop();
    press('Mod+S');
    expect([heard, run.mock.calls.length]).toEqual([['s', 'Tab'], 1]);
  });
});

describe('of several bindings', () => {
  test('the newest that is enabled wins', () => {
    let isEnabled = true;
    const [older, newer] = [bind('app.undo'), bind('app.undo', { isEnabled: () => isEnabled })];
    press('Mod+Z');
    isEnabled = false;
    press('Mod+Z');
    expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([1, 1]);
  });

  test('the frame of the application gives way, whenever it came', () => {
    const [page, frame] = [bind('app.undo'), bind('app.undo', { rank: 0 })];
    press('Mod+Z');
    expect([page.mock.calls.length, frame.mock.calls.length]).toEqual([1, 0]);
  });

  test('none that is enabled lets the key pass, and says so', () => {
    const run = bind('row.decision', { isEnabled: () => false });
    expect(press('Mod+2').preventDefault).not.toHaveBeenCalled();
    expect(engine.runCommand('row.decision')).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });
});

test('a modal dialog keeps what lies behind it out of reach, for keys and for the menu', () => {
  const [decision, save, inDialog] = [bind('row.decision'), bind('app.save'), bind('row.due', { rank: 2 })];
  const close = engine.openModal();
  expect(press('Mod+2').stopImmediatePropagation).not.toHaveBeenCalled();
  expect(engine.runCommand('row.decision')).toBe(false);
  press('Mod+S');
  press('Mod+D');
  close();
  expect([decision, save, inDialog].map((run) => run.mock.calls.length)).toEqual([0, 1, 1]);
  press('Mod+2');
  expect(decision).toHaveBeenCalledOnce();
});

test('what can be done is told, once for changes that come together', async () => {
  await Promise.resolve();
  const heard = vi.fn();
  const stop = engine.availableCommands.subscribe(heard);
  bind('row.decision');
  bind('row.action');
  bind('row.note', { isEnabled: () => false });
  await Promise.resolve();
  stop();
  expect(heard).toHaveBeenCalledOnce();
  expect([...engine.availableCommands.get()]).toEqual(['row.decision', 'row.action']);
});

test('chosen keys work at once, are shown, and the old ones are free', () => {
  const run = bind('app.palette');
  engine.chosenChords.set({ 'app.palette': 'F7' });
  press('Mod+K');
  expect(run).not.toHaveBeenCalled();
  press('F7');
  expect(run).toHaveBeenCalledOnce();
  expect([engine.chordOf('app.palette'), engine.ariaKeysOf('app.palette')]).toEqual(['F7', 'F7']);
  engine.chosenChords.set({ 'app.palette': '' });
  expect([engine.chordOf('app.palette'), engine.ariaKeysOf('app.palette')]).toEqual(['', undefined]);
});

test.each([
  ['Mod+Shift+Z', 'Ctrl+Shift+Z', '⇧⌘Z'],
  ['Mod+Alt+ArrowLeft', null, '⌥⌘←'],
  ['Ctrl+Alt+1', 'Ctrl+Alt+1', '⌃⌥1'],
  ['Escape', 'Esc', '⎋'],
  ['Mod+PageDown', 'Ctrl+Page Down', '⌘⇟'],
  ['F11', 'F11', 'F11'],
])('the chord %s reads %s, on macOS %s', (chord, other, mac) => {
  if (other !== null) expect(describeChord(chord, false)).toBe(other);
  expect(describeChord(chord, true)).toBe(mac);
});
