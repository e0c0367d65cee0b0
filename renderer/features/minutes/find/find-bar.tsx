import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/commands.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { useFormat } from '../../../app/format.ts';
import { undo } from '../../../app/history.ts';
import { notify, notifyError } from '../../../app/notify.ts';
import { useStorePart } from '../../../app/store.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLive } from '../live/context.ts';
import { patchView } from '../live/view.ts';
import styles from './find-bar.module.css';
import { MatchList } from './match-list.tsx';
import { type FindQuery, replaceMatches, type TextMatch } from './matches.ts';
import { useMatches } from './use-matches.ts';

/** Find and replace over the minutes of the meeting. Draws nothing while it is closed. */
export function FindBar(): ReactElement | null {
  const { session, view } = useLive();
  const mode = useStorePart(view, (state) => state.find);
  const open = (next: 'find' | 'replace') => {
    // What is being typed shall be found too.
    void session.flush();
    patchView(view, { find: next });
  };
  useCommand('minutes.find', () => open('find'));
  useCommand('minutes.replace', () => open('replace'));
  return mode === 'closed' ? null : <OpenBar isReplacing={mode === 'replace'} />;
}

function OpenBar({ isReplacing }: { isReplacing: boolean }): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const { session, view, goTo } = useLive();
  const format = useFormat();
  const [query, setQuery] = useState<FindQuery>(() => {
    const { findQuery } = view.get();
    return { find: findQuery?.find ?? '', replace: findQuery?.replace ?? '', isExact: false };
  });
  const [current, setCurrent] = useState(-1);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const matches = useMatches(query);
  const chosen = useMemo(() => matches.filter((match) => !left.has(keyOf(match))), [matches, left]);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [isReplacing]);

  const change = (part: Partial<FindQuery>) => {
    setQuery({ ...query, ...part });
    setCurrent(-1);
    setLeft(new Set());
  };
  const step = (by: 1 | -1) => {
    if (matches.length === 0) return;
    const next = (current + by + matches.length) % matches.length;
    setCurrent(next);
    show(matches[next]);
  };
  const show = (match: TextMatch | undefined) => {
    if (match) goTo({ rowId: match.entryId, offset: match.end });
  };
  const close = () => {
    patchView(view, { find: 'closed', findQuery: undefined });
    goTo({ rowId: matches[current]?.entryId ?? null });
  };
  const replace = async () => {
    await session.flush();
    const { entries } = session.state.get();
    const byText = Map.groupBy(chosen, (match) => `${match.entryId}/${match.language}`);
    const replacements = [...byText.values()].flatMap((own) => {
      const [first] = own;
      const text = first && entries.get(first.entryId)?.texts[first.language].text;
      if (first === undefined || text === undefined) return [];
      return { entryId: first.entryId, language: first.language, text: replaceMatches(text, own, query.replace) };
    });
    try {
      await session.replaceTexts(replacements);
      notify(t('live:find.replaced', { count: chosen.length, formatted: format.number(chosen.length) }), {
        label: t('common:undo'),
        run: () => void undo(),
      });
      close();
    } catch (error) {
      notifyError(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposingKey(event)) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.bar} role="search" aria-label={t('live:find.title')} data-pane="find" onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <div className={styles.field}>
          <TextField
            ref={field}
            label={t('live:find.find')}
            defaultValue={query.find}
            onInput={(event) => change({ find: event.currentTarget.value })}
          />
        </div>
        <p className={styles.count} role="status">
          {query.find !== '' &&
            (current < 0
              ? t('live:find.count', { count: matches.length, formatted: format.number(matches.length) })
              : t('live:find.place', { current: current + 1, total: matches.length }))}
        </p>
        <IconButton label={t('live:find.previous')} icon={<ArrowUp aria-hidden />} onPress={() => step(-1)} />
        <IconButton label={t('live:find.next')} icon={<ArrowDown aria-hidden />} onPress={() => step(1)} />
        <div className={styles.check}>
          <Checkbox label={t('live:find.exact')} value={query.isExact} onChange={(isExact) => change({ isExact })} />
        </div>
        <IconButton label={t('common:close')} icon={<X aria-hidden />} onPress={close} />
      </div>
      {isReplacing && (
        <div className={styles.line}>
          <div className={styles.field}>
            <TextField
              label={t('live:find.replace')}
              defaultValue={query.replace}
              onInput={(event) => setQuery({ ...query, replace: event.currentTarget.value })}
            />
          </div>
          <Button kind="primary" isDisabled={chosen.length === 0} onPress={() => void replace()}>
            {t('live:find.run', { count: chosen.length, formatted: format.number(chosen.length) })}
          </Button>
        </div>
      )}
      {matches.length > 0 && (
        <MatchList
          matches={matches}
          query={query}
          isReplacing={isReplacing}
          left={left}
          onLeave={(match, isLeft) => {
            const next = new Set(left);
            if (isLeft) next.add(keyOf(match));
            else next.delete(keyOf(match));
            setLeft(next);
          }}
          onShow={(match) => {
            setCurrent(matches.indexOf(match));
            show(match);
          }}
        />
      )}
    </div>
  );
}

const keyOf = (match: TextMatch): string => `${match.entryId}/${match.language}/${match.start}`;
