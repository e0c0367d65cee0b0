import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import i18next from 'i18next';
import { type KeyboardEvent, type ReactElement, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type CommandId, commandIds, commands } from '#shared/domain/commands.ts';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { hitHref, hitKindKeys } from '../features/search/index.ts';
import { query as calls } from './api.ts';
import { commandKeys, menuKeys } from './command-words.ts';
import { chordOf, isAvailable, runCommand, useCommand } from './commands.ts';
import { isComposingKey } from './composing-key.ts';
import { useUiLanguage } from './i18n.ts';
import { ModalScope } from './modal-scope.tsx';
import {
  contributedEntries,
  type PaletteEntry,
  type PaletteGroup,
  recentChoices,
  rememberChoice,
} from './palette-entries.ts';
import { rankTexts } from './palette-filter.ts';
import styles from './palette.module.css';
import { useSettled } from './use-settled.ts';

/** A search costs the back end milliseconds; this only keeps half-typed words from it. */
const quietMs = 120;
const mostHits = 20;
/** A forum has hundreds of people: nobody reads more than this without typing. */
const mostShown = 60;
const longestQuery = 200;

interface Choice extends PaletteEntry {
  /** Distinct in the whole palette. */
  key: string;
  chord?: string;
}
interface Group {
  title: string;
  choices: readonly Choice[];
}
/** The state of the screen when the palette was opened: opening moves the focus, on which commands may depend. */
interface Opened {
  focus: Element | null;
  available: readonly CommandId[];
}

/** Commands, agenda items, people and records in one list that is filtered by typing (Mod+K). */
export function Palette(): ReactElement {
  const { t } = useTranslation('commands');
  const [opened, setOpened] = useState<Opened | null>(null);
  const afterwards = useRef<() => void>(undefined);

  const open = () => {
    setOpened({
      focus: findFocus(),
      available: commandIds.filter((id) => id !== 'app.palette' && isAvailable(id)),
    });
  };
  useCommand('app.palette', open, { isFallback: true });

  const close = (run?: () => void) => {
    const focus = opened?.focus;
    afterwards.current = () => {
      if (focus instanceof HTMLElement && focus.isConnected) focus.focus();
      // The field hears of its focus before the command asks where the focus is.
      if (run) setTimeout(run);
      // React Aria looks for a place within a frame; whoever is left without one was about to write.
      else requestAnimationFrame(() => document.activeElement === document.body && runCommand('minutes.capture'));
    };
    setOpened(null);
  };
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={opened !== null}
      onOpenChange={(isOpen) => !isOpen && close()}
      isDismissable
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} aria-label={t('palette.title')}>
          {opened && (
            <ModalScope>
              <Finder
                available={opened.available}
                onClose={close}
                onGone={() => {
                  afterwards.current?.();
                  afterwards.current = undefined;
                }}
              />
            </ModalScope>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What has the focus; in a menu, which the palette closes, the button that has opened it. */
function findFocus(): Element | null {
  const { activeElement } = document;
  const isInMenu = activeElement?.closest('[role="menu"]');
  return isInMenu ? document.querySelector('[aria-haspopup][aria-expanded="true"]') : activeElement;
}

interface FinderProps {
  available: readonly CommandId[];
  onClose: (run?: () => void) => void;
  onGone: () => void;
}

function Finder({ available, onClose, onGone }: FinderProps): ReactElement {
  const { t } = useTranslation('commands');
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const { groups, isSearching } = useGroups(text, available);
  const id = useId();
  const field = useFieldFocus();
  const choices = groups.flatMap((group) => group.choices);
  const current = choices.find((choice) => choice.key === wanted) ?? choices[0];
  const optionId = (choice: Choice) => `${id} ${choice.key}`.replaceAll(/\s/gu, '-');
  const currentId = current && optionId(current);

  useCommand('app.palette', onClose);
  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  // When this has left the screen, what lies behind it can take the focus again.
  useEffect(() => () => queueMicrotask(onGone), [onGone]);

  const choose = (choice: Choice) => {
    rememberChoice(choice.key);
    onClose(choice.run);
  };
  const onKey = (event: KeyboardEvent) => {
    if (isComposingKey(event)) {
      event.stopPropagation();
      return;
    }
    const place = current ? choices.indexOf(current) : -1;
    const steps: Partial<Record<string, number>> = {
      ArrowDown: place + 1 < choices.length ? place + 1 : 0,
      ArrowUp: place > 0 ? place - 1 : choices.length - 1,
      PageDown: Math.min(place + 10, choices.length - 1),
      PageUp: Math.max(place - 10, 0),
    };
    const step = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey ? undefined : steps[event.key];
    if (step !== undefined) setWanted(choices[step]?.key ?? null);
    else if (event.key === 'Enter') {
      if (current) choose(current);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.finder} onKeyDownCapture={onKey}>
      <input
        ref={field}
        type="text"
        role="combobox"
        className={styles.input}
        aria-label={t('palette.field')}
        placeholder={t('palette.field')}
        aria-expanded
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        {...(currentId !== undefined && { 'aria-activedescendant': currentId })}
        value={text}
        maxLength={longestQuery}
        onChange={(event) => {
          setText(event.target.value);
          setWanted(null);
        }}
        // The palette is nothing but this field; it has the focus from the start.
        autoFocus
        spellCheck={false}
        autoComplete="off"
      />
      <p role="status" className={styles.state}>
        {isSearching && t('palette.searching')}
        {!isSearching && choices.length === 0 && t('palette.nothing', { query: text.trim() })}
      </p>
      <div id={`${id}list`} role="listbox" aria-label={t('palette.list')} className={styles.list}>
        {groups.map((group, index) => (
          <div key={group.title} role="group" aria-labelledby={`${id}${index}`}>
            <div id={`${id}${index}`} role="presentation" className={styles.title}>
              {group.title}
            </div>
            {group.choices.map((choice) => (
              <Option
                key={choice.key}
                id={optionId(choice)}
                choice={choice}
                isCurrent={choice === current}
                onPoint={() => setWanted(choice.key)}
                onChoose={() => choose(choice)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A menu that was open takes the focus from the field when it goes; the dialog then takes it for itself. */
function useFieldFocus(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const dialog = field.current?.closest('[role="dialog"]');
    const pass = () => field.current?.focus();
    dialog?.addEventListener('focus', pass);
    return () => dialog?.removeEventListener('focus', pass);
  }, []);
  return field;
}

interface OptionProps {
  id: string;
  choice: Choice;
  isCurrent: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Option({ id, choice, isCurrent, onPoint, onChoose }: OptionProps): ReactElement {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      className={styles.option}
      onPointerMove={() => !isCurrent && onPoint()}
      // The focus stays in the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.label} {...(choice.language && { lang: languageTags[choice.language] })}>
        {choice.label}
      </span>
      {choice.detail !== undefined && choice.detail !== '' && <span className={styles.detail}>{choice.detail}</span>}
      {choice.chord !== undefined && choice.chord !== '' && <kbd className={styles.chord}>{choice.chord}</kbd>}
    </div>
  );
}

/** What answers, best group first; records last, because they come later and must not move what is about to be chosen. */
function useGroups(text: string, available: readonly CommandId[]): { groups: Group[]; isSearching: boolean } {
  const { t } = useTranslation(['commands', 'search']);
  const { choices: records, isSearching } = useRecords(text);
  const commandChoices = useCommandChoices(available);
  const local = [
    { title: t('commands:palette.commands'), choices: commandChoices },
    { title: t('commands:palette.agenda'), choices: contributed('agenda') },
    { title: t('commands:palette.people'), choices: contributed('people') },
  ];
  if (text.trim() === '') {
    const all = local.flatMap((group) => group.choices);
    const recent = recentChoices().flatMap((key) => all.find((choice) => choice.key === key) ?? []);
    const others = local.map((group) => ({
      ...group,
      choices: group.choices.filter((choice) => !recent.includes(choice)).slice(0, mostShown),
    }));
    return { groups: filled([{ title: t('commands:palette.recent'), choices: recent }, ...others]), isSearching };
  }
  const ranked = local.map(({ title, choices }) => {
    const found = choices
      .map((choice) => ({ choice, rank: rankTexts(text, [choice.label, choice.searchText ?? '']) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, mostShown);
    return { title, choices: found.map(({ choice }) => choice), rank: found[0]?.rank ?? 0 };
  });
  ranked.sort((a, b) => b.rank - a.rank);
  return { groups: filled([...ranked, { title: t('commands:palette.records'), choices: records }]), isSearching };
}

const filled = (groups: readonly Group[]): Group[] => groups.filter(({ choices }) => choices.length > 0);

function contributed(group: PaletteGroup): Choice[] {
  return contributedEntries(group).map((entry) => ({ ...entry, key: `${group} ${entry.id}` }));
}

function useCommandChoices(available: readonly CommandId[]): Choice[] {
  const { t } = useTranslation('commands');
  const english = i18next.getFixedT('en', 'commands');
  // What belongs to the screen stands before what can be done anywhere.
  const ordered = [...available].sort(
    (a, b) => Number(commands[b].scope === 'live') - Number(commands[a].scope === 'live'),
  );
  return ordered.map((id) => ({
    id,
    key: `command ${id}`,
    label: t(commandKeys[id]),
    detail: t(menuKeys[commands[id].menu]),
    searchText: `${t(menuKeys[commands[id].menu])} ${t(commandKeys[id])} ${english(menuKeys[commands[id].menu])} ${english(commandKeys[id])}`,
    chord: chordOf(id),
    run: () => void runCommand(id),
  }));
}

/** Only the answer to what stands in the field now; an older one would put the wrong record under Enter. */
function useRecords(text: string): { choices: Choice[]; isSearching: boolean } {
  const { t } = useTranslation(['search', 'commands']);
  const language = useUiLanguage();
  const router = useRouter();
  const wanted = text.trim();
  const settled = useSettled(wanted, quietMs);
  const { data, isPending } = useQuery(
    calls.search.find.queryOptions({ input: { query: settled, limit: mostHits }, enabled: settled !== '' }),
  );
  if (wanted === '') return { choices: [], isSearching: false };
  if (settled !== wanted || !data) return { choices: [], isSearching: settled !== wanted || isPending };
  const choices = data.map((hit): Choice => {
    const name = chooseText(hit.label, language);
    const kind = t(hitKindKeys[hit.kind]);
    const detail = chooseText(hit.detail, language).text;
    return {
      id: hit.id,
      key: `record ${hit.id}`,
      label: name.text === '' ? t('search:unnamed') : name.text,
      language: name.language,
      detail: detail === '' ? kind : `${kind} · ${detail}`,
      run: () => router.history.push(hitHref(hit)),
    };
  });
  return { choices, isSearching: false };
}
