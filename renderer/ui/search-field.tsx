import { Search } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { afterComposition } from '../app/composition.ts';
import fieldStyles from './field.module.css';
import styles from './search-field.module.css';

const usualMs = 200;
/** As long as the back end takes a question. */
const longestQuery = 200;

export interface SearchFieldProps {
  /** Names the field and stands in it while it is empty. */
  label: string;
  /** What was asked last; the field begins with it. */
  asked: string;
  /** Called when what is typed has come to rest. */
  onAsk: (query: string) => void;
}

/** Asks the back end while one types. Uncontrolled: what is typed never waits for answers. */
export function SearchField({ label, asked, onAsk }: SearchFieldProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    afterComposition(() => input.current && onAsk(input.current.value.trim()));
  };
  return (
    <search className={styles.field}>
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
        onBlur={() => timer.current !== undefined && ask()}
      />
    </search>
  );
}
