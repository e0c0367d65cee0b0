import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookupItem, LookupKind } from '#shared/contract/lookup.ts';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { notify } from '../../../app/notify.ts';
import { classes } from '../../../ui/classes.ts';
import { createChoicesInOrder } from './choices-in-order.ts';
import type { RowPart } from './row-parts.ts';
import styles from './rows.module.css';
import { FoundItem, optionId, type Suggestion, Suggestions } from './suggestions.tsx';
import { useLookup } from './use-lookup.ts';

/** How a choice was made: after Enter and a click the focus may be given away; Tab, or a late answer, have moved it. */
export type ChosenBy = 'enter' | 'tab' | 'pointer';

export interface PersonFieldProps {
  /** The accessible name. */
  label: string;
  kinds: readonly LookupKind[];
  /** What the field shows while nobody types into it; absent for a field that only adds. */
  value?: { text: string; language?: Language | undefined } | null;
  onChoose: (item: LookupItem, by: ChosenBy) => void;
  /** Offers, as the last choice, to take what was typed for the name of a guest. */
  onGuest?: (name: string, by: ChosenBy) => void;
  /**
   * Enter or Tab before the answer has come: what `onChoose` and `onGuest` shall be when it does. The hands have gone on
   * by then, perhaps to the next row.
   */
  onLate?: () => Pick<PersonFieldProps, 'onChoose' | 'onGuest'>;
  /** The text was deleted and Enter pressed. */
  onClear?: () => void;
  /** Backspace in the empty field of one that adds: takes the last one away again. */
  onTakeBack?: () => void;
  /** Esc, or Enter where nothing was typed. */
  onLeave?: () => void;
  placeholder?: string;
  /** Leaves out what cannot be chosen here. */
  accepts?: (item: LookupItem) => boolean;
  part?: RowPart;
  className?: string | undefined;
  autoFocus?: boolean;
  /** Empties the field after a choice instead of showing `value`. Default: when there is no `value`. */
  isAdding?: boolean;
}

/**
 * Finds somebody by the beginnings of any name in any script (`lookup.find`). The letters belong to the field: it is
 * uncontrolled, nothing is looked up while an input method is composing, and late answers are left out.
 */
export function PersonField(props: PersonFieldProps): ReactElement {
  const { label, kinds, value = null, onChoose, onGuest, onClear, onTakeBack, onLeave } = props;
  const { placeholder, accepts, part } = props;
  const { className, autoFocus = false, isAdding = props.value === undefined } = props;
  const { t } = useTranslation('live');
  const uiLanguage = useUiLanguage();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const wasTyped = useRef(false);
  const { items, ask, answer, isAnswered, forget } = useLookup(kinds, accepts);
  const [choices] = useState(createChoicesInOrder);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = isAdding ? '' : (value?.text ?? '');

  useEffect(() => {
    if (input.current && !wasTyped.current) input.current.value = shown;
  }, [shown]);

  const canBeGuest = (text: string): boolean => onGuest !== undefined && text.trim() !== '';
  const suggestions: Suggestion[] = [
    ...(items ?? []).map((item) => ({
      key: `${item.kind}${item.id}`,
      content: <FoundItem item={item} language={uiLanguage} />,
    })),
    ...(items !== null && canBeGuest(typed)
      ? [{ key: 'guest', content: <span>{t('rows.addGuest', { name: typed.trim() })}</span> }]
      : []),
  ];
  const isListOpen = isOpen && items !== null;

  const close = () => {
    setOpen(false);
    setActive(0);
    forget();
  };
  const reset = () => {
    close();
    wasTyped.current = false;
    setTyped('');
    if (input.current) input.current.value = shown;
  };
  const look = (text: string) => {
    setOpen(true);
    setActive(0);
    setTyped(text);
    void ask(text);
  };
  const onInput = () => {
    wasTyped.current = true;
    const text = input.current?.value ?? '';
    if (text.trim() === '' && !isAdding) {
      close();
      setTyped('');
    } else look(text);
  };
  const take = (found: readonly LookupItem[] | null, index: number, by: ChosenBy) => {
    const name = input.current?.value.trim() ?? '';
    const item = found?.[index];
    if (!item && !canBeGuest(name)) return;
    if (choices.isWaiting() && found) {
      takeSoon(by, index, Promise.resolve(found));
      return;
    }
    // Ends a composition that is going on: its letters would stand in the field again (ux, section 2.2).
    if (by === 'pointer') input.current?.blur();
    reset();
    if (item) onChoose(item, by);
    else onGuest?.(name, by);
  };
  /** The answer, or a choice before this one, is still on its way: the hands go on, the choice follows. */
  const takeSoon = (by: ChosenBy, index = active, soon = answer()) => {
    const name = input.current?.value.trim() ?? '';
    const late = props.onLate?.() ?? { onChoose, onGuest };
    if (by === 'pointer') input.current?.blur();
    reset();
    if (by === 'enter' && !isAdding) onLeave?.();
    choices.add(soon, (found) => {
      const item = found[index];
      if (item) late.onChoose(item, 'tab');
      else if (canBeGuest(name)) late.onGuest?.(name, 'tab');
      else notify(t('rows.nobodyFound'));
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposingKey(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const hasTyped = wasTyped.current && event.currentTarget.value.trim() !== '';
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (!isListOpen) look(wasTyped.current ? event.currentTarget.value : '');
        else {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          setActive((active + step + suggestions.length) % Math.max(1, suggestions.length));
        }
        break;
      case 'Enter':
        if (isOpen && isAnswered()) take(items, active, 'enter');
        else if (isOpen && hasTyped) takeSoon('enter');
        else if (wasTyped.current && !isAdding) {
          reset();
          onClear?.();
        } else onLeave?.();
        break;
      case 'Escape':
        reset();
        onLeave?.();
        break;
      case 'Backspace':
        if (!isAdding || event.repeat || event.currentTarget.value !== '' || !onTakeBack) return;
        onTakeBack();
        break;
      case 'Tab':
        if (event.shiftKey || !isOpen || !hasTyped) return;
        if (isAnswered()) take(items, active, 'tab');
        else takeSoon('tab');
        return;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <input
        ref={input}
        type="text"
        role="combobox"
        className={classes(styles.field, className)}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isListOpen}
        aria-controls={isListOpen ? listId : undefined}
        aria-activedescendant={isListOpen && suggestions.length > 0 ? optionId(listId, active) : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        defaultValue={shown}
        {...(part && { 'data-part': part })}
        {...(value?.language && { lang: languageTags[value.language] })}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => !isOpen && look('')}
        onInput={(event) => !event.nativeEvent.isComposing && onInput()}
        onCompositionEnd={onInput}
        onBlur={reset}
        onKeyDown={onKeyDown}
      />
      {isListOpen && (
        <Suggestions
          id={listId}
          label={label}
          suggestions={suggestions}
          active={active}
          anchor={() => input.current?.getBoundingClientRect() ?? { left: 0, top: 0, bottom: 0 }}
          none={t('rows.nobodyFound')}
          onPick={(index) => take(items, index, 'pointer')}
        />
      )}
    </>
  );
}
