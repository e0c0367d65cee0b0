import { type KeyboardEvent, type ReactElement, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookupItem } from '#shared/contract/lookup.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { useStore } from '../../../app/store.ts';
import { withCaretLines } from './caret-lines.ts';
import { closeMention, type Mention, mention } from './mention.ts';
import { takeMentionKeys } from './mention-keys.ts';
import { FoundItem, optionId, Suggestions } from './suggestions.tsx';
import { entryIdOf, writeText } from './typing.ts';
import { useLookup } from './use-lookup.ts';

/** The list of people at the caret; there is one for all texts. */
export function MentionList(): ReactElement | null {
  const open = useStore(mention);
  return open === null ? null : <OpenList key={open.start} {...open} />;
}

const kinds = ['attendance', 'person'] as const;

function OpenList({ field, start, query, hasSign }: Mention): ReactElement | null {
  const { t } = useTranslation('live');
  const uiLanguage = useUiLanguage();
  const listId = useId();
  const { area } = field;
  const { items, ask, answer, isAnswered } = useLookup(kinds);
  const [chosen, setChosen] = useState({ query, index: 0 });
  // Another letter, another list: its first name is the active one again.
  const active = chosen.query === query ? chosen.index : 0;
  const setActive = (index: number) => setChosen({ query, index });
  const found = items ?? [];
  const isChoosing = found.length > 0;

  useEffect(() => {
    void ask(query);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked once for each query
  }, [query]);
  useComboboxState(area, listId, isChoosing ? active : null);

  const pick = (item: LookupItem | undefined, end = area.selectionEnd) => {
    closeMention();
    if (item) insertName(field, start, end, item);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Escape') closeMention();
    else if (event.shiftKey) return false;
    else if (event.key === 'ArrowDown' && isChoosing) setActive((active + 1) % found.length);
    else if (event.key === 'ArrowUp' && isChoosing) setActive((active + found.length - 1) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') {
      // Without a name the key keeps its meaning.
      if (isAnswered() && !isChoosing) {
        closeMention();
        return false;
      }
      const end = area.selectionEnd;
      if (isAnswered()) pick(found[active], end);
      else {
        // What is typed meanwhile stands behind the name.
        const soon = answer();
        closeMention();
        void soon.then((all) => pick(all[0], end));
      }
    } else {
      const leaves = ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown'];
      if (leaves.includes(event.key)) closeMention();
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  useEffect(() => takeMentionKeys(press));

  if (items === null) return null;
  return (
    <Suggestions
      id={listId}
      label={t('rows.people')}
      suggestions={found.map((item) => ({
        key: `${item.kind}${item.id}`,
        content: <FoundItem item={item} language={uiLanguage} />,
      }))}
      active={active}
      anchor={() => caretBox(area, start + (hasSign ? 1 : 0))}
      none={t('rows.nobodyFound')}
      onPick={(index) => pick(found[index])}
    />
  );
}

/** The field is a combobox only while its list is open: otherwise it is a text of several lines. */
function useComboboxState(area: HTMLTextAreaElement, listId: string, active: number | null): void {
  useEffect(() => {
    if (active === null) return;
    const attributes = {
      role: 'combobox',
      'aria-expanded': 'true',
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-activedescendant': optionId(listId, active),
    };
    for (const [name, value] of Object.entries(attributes)) area.setAttribute(name, value);
    return () => Object.keys(attributes).forEach((name) => area.removeAttribute(name));
  }, [area, listId, active]);
}

/** The plain name in the row's language takes the place of what was typed; the person is kept beside the text. */
function insertName(field: Mention['field'], start: number, end: number, item: LookupItem): void {
  const { area, live } = field;
  const typedSince = Math.max(0, area.selectionEnd - end);
  const id = entryIdOf(field);
  const entry = live.session.state.get().entries.get(id);
  const name = chooseText(item.name, entry?.sourceLanguage ?? live.view.get().captureLanguage).text;
  area.focus();
  writeText(field, area.value.slice(0, start) + name + area.value.slice(end), start + name.length + typedSince);
  const known = entry?.mentions ?? [];
  if (item.personId === null || known.includes(item.personId)) return;
  live.session.updateRows([id], { mentions: [...known, item.personId] });
}

function caretBox(area: HTMLTextAreaElement, offset: number): { left: number; top: number; bottom: number } {
  const box = area.getBoundingClientRect();
  const caret = withCaretLines(area, (lines) => lines.at(offset));
  return {
    left: box.left + caret.left,
    top: box.top + caret.top - area.scrollTop,
    bottom: box.top + caret.bottom - area.scrollTop,
  };
}
