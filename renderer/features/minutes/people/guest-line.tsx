import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposingKey } from '../../../app/composing-key.ts';
import { TextField } from '../../../ui/text-field.tsx';

export interface GuestLineProps {
  /** Answers whether somebody was named. */
  onAdd: (typed: string) => boolean;
  onClose: () => void;
}

/** A guest in five seconds: «Name, organisation» in any script and Enter; then the next one. */
export function GuestLine({ onAdd, onClose }: GuestLineProps): ReactElement {
  const { t } = useTranslation('live');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div data-people-field="guest">
      <TextField
        ref={field}
        label={t('people.guest.label')}
        hint={t('people.guest.hint')}
        maxLength={500}
        onKeyDown={(event) => {
          if (isComposingKey(event)) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            if (onAdd(event.currentTarget.value)) event.currentTarget.value = '';
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }
        }}
      />
    </div>
  );
}
