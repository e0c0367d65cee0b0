import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { languageTags } from '#shared/domain/language.ts';
import type { FocusSearch } from './focus-search.ts';

const focusable = 'input:not([type="hidden"], [hidden]), textarea, button, [role="spinbutton"]';

/**
 * Brings the field that the address names (`?focus=title&language=ru`) into view and gives it the focus. Fields and
 * rows carry their name or id in `data-focus`.
 */
export function useFocusTarget(): void {
  const { focus, language }: FocusSearch = useSearch({ from: '/meetings/$meetingId' });
  const done = useRef('');
  useEffect(() => {
    const wanted = `${focus ?? ''}/${language ?? ''}`;
    if (focus === undefined || done.current === wanted) return;
    const record = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focus)}"]`);
    if (!record) return;
    done.current = wanted;
    const inLanguage =
      language &&
      record.querySelector<HTMLElement>(
        `input[lang="${languageTags[language]}"], textarea[lang="${languageTags[language]}"]`,
      );
    const target = inLanguage ?? record.querySelector<HTMLElement>(focusable);
    record.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  });
}
