import { Search } from 'lucide-react';
import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { afterComposition } from '../app/composition.ts';
import { classes } from './classes.ts';
import fieldStyles from './field.module.css';
import styles from './search-field.module.css';

const usualMs = 200;
/** As long as the back end takes a question. */
const longestQuery = 200;

export interface SearchFieldProps {
  /** Names the field and stands in it while it is empty. */
  label: string;
  /** What was asked last: the field begins with it, and follows it while nobody types. */
  asked: string;
  /** Called when what is typed has come to rest. */
  onAsk: (query: string) => void;
  /** The page is about it: large, and focused when it opens. */
  isMain?: boolean;
}

/** Asks the back end while one types. Uncontrolled: what is typed never waits for answers. */
export function SearchField({ label, asked, onAsk, isMain = false }: SearchFieldProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isPressed = usePointerPressed();
  useEffect(() => {
    if (isMain) input.current?.focus();
    return () => clearTimeout(timer.current);
  }, [isMain]);
  // Back and forward bring an earlier question; what is being typed is left alone.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = asked;
  }, [asked]);
  const ask = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    // New answers must not move the one that is being clicked away from under the pointer.
    if (isPressed.current) {
      window.addEventListener('pointerup', ask, { once: true });
      return;
    }
    afterComposition(() => input.current && onAsk(input.current.value.trim()));
  };
  return (
    <search className={classes(styles.field, isMain && styles.main)}>
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        className={fieldStyles.input}
        aria-label={label}
        placeholder={label}
        defaultValue={asked}
        maxLength={longestQuery}
        spellCheck={false}
        autoComplete="off"
        onChange={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(ask, usualMs);
        }}
        // Who leaves for an answer at once finds this question again on the way back.
        onBlur={() => timer.current !== undefined && ask()}
      />
    </search>
  );
}

/** Whether a button of the mouse, a finger or a pen is down at the moment. */
function usePointerPressed(): RefObject<boolean> {
  const isPressed = useRef(false);
  useEffect(() => {
    const press = () => (isPressed.current = true);
    const release = () => (isPressed.current = false);
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    window.addEventListener('pointerdown', press, options);
    window.addEventListener('pointerup', release, options);
    window.addEventListener('pointercancel', release, options);
    return () => controller.abort();
  }, []);
  return isPressed;
}
