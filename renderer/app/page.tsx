import { ArrowLeft, Redo2, Undo2 } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { IconButton } from '../ui/button.tsx';
import { SaveState } from '../ui/save-state.tsx';
import { redo, undo, useHistory } from './history.ts';
import styles from './page.module.css';

export interface PageProps {
  /** Names the screen or the record; also the window's title. */
  title: string;
  /** Set when the title is content and not interface. */
  titleLanguage?: Language | undefined;
  /** The list a record belongs to, for a way back beside the title. */
  back?: { href: string; label: string };
  /** Buttons for the whole page, in the top bar. */
  actions?: ReactNode;
  children: ReactNode;
}

/** From here on, in UTF-16 units, a title that shares its line with the tools would be squeezed into many lines. */
const longTitle = 40;

/** The frame of every screen: top bar with title, saved state and named undo/redo; below it the scrolling content. */
export function Page({ title, titleLanguage, back, actions, children }: PageProps): ReactElement {
  useEffect(() => {
    document.title = title === '' ? 'Trilogue' : `${title} – Trilogue`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        {back && (
          <Link href={back.href} className={styles.back} aria-label={back.label}>
            <ArrowLeft aria-hidden />
          </Link>
        )}
        <h1
          className={styles.title}
          {...(title.length > longTitle && { title, 'data-long': true })}
          {...(titleLanguage && { lang: languageTags[titleLanguage] })}
        >
          {title}
        </h1>
        <div className={styles.tools}>
          <SaveState />
          {actions}
          <HistoryButtons />
        </div>
      </header>
      <div className={styles.content}>
        <div className={styles.inner}>{children}</div>
      </div>
    </div>
  );
}

interface HistoryButtonsProps {
  /** What a screen with a store of its own does instead of the product's undo alone. */
  onUndo?: () => void;
  onRedo?: () => void;
}

export function HistoryButtons({
  onUndo = () => void undo(),
  onRedo = () => void redo(),
}: HistoryButtonsProps): ReactElement {
  const { t } = useTranslation('shell');
  const history = useHistory();
  return (
    <div className={styles.history}>
      <IconButton
        label={history.undo === null ? t('undo.none') : t('undo.named', { what: history.undo })}
        icon={<Undo2 aria-hidden />}
        isDisabled={history.undo === null}
        onPress={onUndo}
      />
      <IconButton
        label={history.redo === null ? t('redo.none') : t('redo.named', { what: history.redo })}
        icon={<Redo2 aria-hidden />}
        isDisabled={history.redo === null}
        onPress={onRedo}
      />
    </div>
  );
}
