import { useMutation } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/contract/settings.ts';
import { type CommandId, commandIds, commandMenus, commands } from '#shared/domain/commands.ts';
import { languages, languageTags, guessLanguage } from '#shared/domain/language.ts';
import { prefixSigns, prefixWords } from '#shared/domain/prefix-words.ts';
import { query } from '../../app/api.ts';
import { bringUp } from '../../app/bring-up.ts';
import { describeChord } from '../../app/chord-text.ts';
import { commandKeys, menuKeys } from '../../app/command-words.ts';
import { chordsOf } from '../../app/commands.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Section } from '../../ui/section.tsx';
import { ChordDialog } from './chord-dialog.tsx';
import { KeyProbe } from './key-probe.tsx';
import styles from './keyboard-section.module.css';

/** Keys of all commands, to be changed; what a key press means; what is typed at the start of a row. */
export function KeyboardSection({ record }: { record: Settings }): ReactElement {
  const { t } = useTranslation(['settings', 'commands', 'common']);
  const [changing, setChanging] = useState<CommandId | null>(null);
  const update = useMutation(query.settings.update.mutationOptions({ onError: notifyError }));
  const { shortcuts } = record;
  const section = useRef<HTMLDivElement>(null);

  // The list under F1 leads here, also from further up or down on this page, and each time anew.
  const asked = useRouterState({
    select: ({ location }) => (location.hash === 'keyboard' ? (location.state.__TSR_key ?? location.href) : null),
  });
  useEffect(() => {
    if (asked !== null && section.current) return bringUp(section.current);
    return undefined;
  }, [asked]);

  /** null: the default again. Keys that another command was given by choice are taken from it. */
  const choose = (id: CommandId, chord: string | null) => {
    const others = Object.entries(shortcuts).filter(([other]) => other !== id);
    const kept = others.map(([other, its]) => [other, its === chord ? '' : its] as const);
    update.mutate({ shortcuts: Object.fromEntries([...kept, ...(chord === null ? [] : [[id, chord] as const])]) });
  };
  const resetAll = () => {
    update.mutate({ shortcuts: {} });
    notify(t('settings:keyboard.resetDone'), {
      label: t('common:undo'),
      run: () => update.mutate({ shortcuts }),
    });
  };

  return (
    <div ref={section}>
      <Section
        title={t('settings:keyboard.title')}
        actions={
          <Button isDisabled={Object.keys(shortcuts).length === 0} onPress={resetAll}>
            {t('settings:keyboard.resetAll')}
          </Button>
        }
      >
        <KeyProbe />
        {commandMenus.map((menu) => (
          <div key={menu}>
            <h3 className={styles.menu}>{t(menuKeys[menu], { ns: 'commands' })}</h3>
            <ul className={styles.list}>
              {commandIds
                .filter((id) => commands[id].menu === menu)
                .map((id) => (
                  <Line key={id} id={id} isChanged={shortcuts[id] !== undefined} onChange={() => setChanging(id)} />
                ))}
            </ul>
          </div>
        ))}
        <Prefixes isOn={record.typedPrefixes} onSwitch={(typedPrefixes) => update.mutate({ typedPrefixes })} />
        {changing && (
          <ChordDialog
            id={changing}
            isChanged={shortcuts[changing] !== undefined}
            onChoose={(chord) => {
              choose(changing, chord);
              setChanging(null);
            }}
            onClose={() => setChanging(null)}
          />
        )}
      </Section>
    </div>
  );
}

function Line({ id, isChanged, onChange }: { id: CommandId; isChanged: boolean; onChange: () => void }): ReactElement {
  const { t } = useTranslation(['settings', 'commands']);
  const name = t(commandKeys[id], { ns: 'commands' });
  const chords = chordsOf(id);
  return (
    <li className={styles.line}>
      <span className={styles.name}>{name}</span>
      {isChanged && <Badge>{t('settings:keyboard.changed')}</Badge>}
      <span className={styles.keys}>
        {chords.map((chord) => (
          <kbd key={chord} className={styles.key}>
            {describeChord(chord)}
          </kbd>
        ))}
        {chords.length === 0 && <span className={styles.hint}>{t('commands:help.none')}</span>}
      </span>
      <Button kind="quiet" aria-label={t('settings:keyboard.changeNamed', { name })} onPress={onChange}>
        {t('settings:keyboard.change')}
      </Button>
    </li>
  );
}

const kindKeys = {
  decision: 'kind.decision',
  action: 'kind.action',
  proposal: 'kind.proposal',
  note: 'kind.note',
} as const satisfies Record<keyof typeof prefixWords, string>;

function Prefixes({ isOn, onSwitch }: { isOn: boolean; onSwitch: (isOn: boolean) => void }): ReactElement {
  const { t } = useTranslation(['settings', 'minutes']);
  const signOf = (kind: string) => Object.entries(prefixSigns).find(([, its]) => its === kind)?.[0];
  return (
    <div className={styles.prefixes}>
      <Checkbox label={t('settings:prefixes.switch')} value={isOn} onChange={onSwitch} />
      <p className={styles.hint}>{t('settings:prefixes.hint')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('settings:prefixes.kind')}</th>
            <th scope="col">{t('settings:prefixes.sign')}</th>
            <th scope="col">{t('settings:prefixes.words')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(prefixWords).map(([kind, words]) => (
            <tr key={kind}>
              <th scope="row">{t(kindKeys[kind as keyof typeof prefixWords], { ns: 'minutes' })}</th>
              <td>
                <kbd className={styles.key}>{signOf(kind)}</kbd>
              </td>
              <td className={styles.words}>
                {languages.map((language) => (
                  <span key={language} lang={languageTags[language]}>
                    {words
                      .filter((word) => guessLanguage(word) === language)
                      .map((word) => `${word}:`)
                      .join('  ')}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
