import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { LookupItem } from '#shared/contract/lookup.ts';
import { chooseText, type Language, languageTags } from '#shared/domain/language.ts';
import { presenceKeys } from '../../meetings/index.ts';
import styles from './suggestions.module.css';

export interface Suggestion {
  key: string;
  content: ReactNode;
}

export interface SuggestionsProps {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  active: number;
  /** What the list stands at, in pixels of the window; asked again when the page is scrolled. */
  anchor: () => { left: number; top: number; bottom: number };
  onPick: (index: number) => void;
  /** Shown while there is nothing to choose. */
  none: string;
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

const gap = 4;

/**
 * Choices below or above a text field that keeps the focus: the field names the active one by `aria-activedescendant`.
 * The list never takes the focus, so that an input method goes on undisturbed.
 */
export function Suggestions(props: SuggestionsProps): ReactElement {
  const { id, label, suggestions, active, anchor, onPick, none } = props;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const { current: element } = box;
      if (element === null) return;
      const { left, top, bottom } = anchor();
      const { offsetWidth, offsetHeight } = element;
      const isAbove = bottom + gap + offsetHeight > window.innerHeight && top > window.innerHeight - bottom;
      element.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - offsetWidth - gap))}px`;
      element.style.top = `${isAbove ? Math.max(gap, top - gap - offsetHeight) : bottom + gap}px`;
    };
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  });
  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return createPortal(
    <div ref={box} className={styles.box} onPointerDown={(event) => event.preventDefault()}>
      <ul id={id} role="listbox" aria-label={label} className={styles.list}>
        {suggestions.map(({ key, content }, index) => (
          <li
            key={key}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            onClick={() => onPick(index)}
          >
            {content}
          </li>
        ))}
      </ul>
      {suggestions.length === 0 && <p className={styles.none}>{none}</p>}
    </div>,
    document.body,
  );
}

/** A found person, organisation or side: name, what sets it apart, and whether it is away. */
export function FoundItem({ item, language }: { item: LookupItem; language: Language }): ReactElement {
  const { t } = useTranslation('meetings');
  const name = chooseText(item.name, language);
  const detail = chooseText(item.detail, language);
  const isAway = item.presence !== null && item.presence !== 'present';
  return (
    <>
      <span lang={languageTags[name.language]}>{name.text}</span>
      <span className={styles.detail}>
        {detail.text !== name.text && <span lang={languageTags[detail.language]}>{detail.text}</span>}
        {item.presence !== null && isAway && <span>{t(presenceKeys[item.presence])}</span>}
      </span>
    </>
  );
}
