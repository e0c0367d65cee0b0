import { useRouter } from '@tanstack/react-router';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandIds, commandMenus, commands } from '#shared/domain/commands.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { describeChord } from './chord-text.ts';
import { commandKeys, menuKeys } from './command-words.ts';
import { chordsOf, useCommand } from './commands.ts';
import styles from './help-dialog.module.css';

/** All commands with their keys, and the keys that mean something in one place only (F1). */
export function Help(): ReactElement | null {
  const { t } = useTranslation(['commands', 'common']);
  const [isOpen, setOpen] = useState(false);
  const router = useRouter();
  useCommand('app.shortcuts', () => setOpen(!isOpen), { isFallback: true });
  if (!isOpen) return null;
  return (
    <Dialog
      title={t('commands:help.title')}
      isOpen
      onClose={() => setOpen(false)}
      footer={
        <>
          <Button
            onPress={() => {
              setOpen(false);
              router.history.push('/settings#keyboard');
            }}
          >
            {t('commands:help.change')}
          </Button>
          <Button kind="primary" onPress={() => setOpen(false)}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <p>{t('commands:help.intro')}</p>
      {commandMenus.map((menu) => (
        <KeyList
          key={menu}
          title={t(menuKeys[menu])}
          lines={commandIds
            .filter((id) => commands[id].menu === menu)
            .map((id) => ({ does: t(commandKeys[id]), keys: chordsOf(id).map((chord) => describeChord(chord)) }))}
        />
      ))}
      <LocalKeys />
    </Dialog>
  );
}

interface Line {
  does: string;
  /** Any of them will do. */
  keys: readonly string[];
}

/** Keys that are no commands: they mean something where the focus is, and nowhere else. */
function LocalKeys(): ReactElement {
  const { t } = useTranslation(['commands', 'minutes']);
  const keys = (...chords: string[]) => chords.map((chord) => describeChord(chord));
  return (
    <>
      <KeyList
        title={t('commands:help.text')}
        lines={[
          { does: t('commands:local.newRow'), keys: keys('Enter') },
          { does: t('commands:local.lineBreak'), keys: keys('Shift+Enter') },
          { does: t('commands:local.backspace'), keys: keys('Backspace') },
          { does: t('commands:local.arrows'), keys: keys('ArrowUp', 'ArrowDown') },
          { does: t('commands:local.speakerField'), keys: keys('Shift+Tab') },
          { does: t('commands:local.actionFields'), keys: keys('Tab') },
          { does: t('commands:local.mention'), keys: ['@', '＠'] },
        ]}
      />
      <KeyList
        title={t('commands:help.selected')}
        lines={[
          { does: t('commands:local.move'), keys: keys('ArrowUp', 'ArrowDown') },
          { does: t('commands:local.extend'), keys: keys('Shift+ArrowUp', 'Shift+ArrowDown') },
          { does: t('commands:local.kinds'), keys: ['1 … 5'] },
          { does: t('commands:local.edit'), keys: keys('Enter') },
          { does: t('commands:local.copy'), keys: keys('Mod+C') },
          { does: t('commands:local.remove'), keys: keys('Delete') },
          { does: t('commands:local.leave'), keys: keys('Escape') },
        ]}
      />
      <KeyList
        title={t('commands:help.pane')}
        lines={[
          { does: t('commands:local.people'), keys: keys('ArrowUp', 'ArrowDown') },
          { does: t('commands:local.present'), keys: keys('Space') },
          { does: t('commands:local.left'), keys: keys('L') },
        ]}
      />
      <KeyList
        title={t('commands:help.prefixes')}
        hint={t('commands:help.prefixesHint')}
        lines={[
          { does: t('minutes:kind.action'), keys: ['+'] },
          { does: t('minutes:kind.decision'), keys: ['='] },
          { does: t('minutes:kind.proposal'), keys: ['*'] },
          { does: t('minutes:kind.note'), keys: ['-'] },
          { does: t('commands:local.prefixNameDoes'), keys: [t('commands:local.prefixName')] },
        ]}
      />
    </>
  );
}

function KeyList({ title, hint, lines }: { title: string; hint?: string; lines: readonly Line[] }): ReactElement {
  const { t } = useTranslation('commands');
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <ul className={styles.lines}>
        {lines.map(({ does, keys }) => (
          <li key={does} className={styles.line}>
            <span className={styles.does}>{does}</span>
            <span className={styles.keys}>
              {keys.length === 0 ? (
                <span className={styles.hint}>{t('help.none')}</span>
              ) : (
                keys.map((key) => <kbd key={key}>{key}</kbd>)
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
