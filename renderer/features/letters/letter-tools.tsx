import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter } from '#shared/contract/letters.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { useDraftLetters } from './use-draft-letters.ts';
import { useLetterMarks } from './use-letter-marks.ts';

export interface LetterToolProps {
  letter: Letter;
  /** All letters of its draft, that one among them: they are sent together. */
  draft: readonly Letter[];
  /** Of the recipient, for accessible names. */
  name: string;
}

/** Says that the letter was sent; nothing once it is said. */
export function MarkAsSent({ letter, draft, name }: LetterToolProps): ReactElement | null {
  const { t } = useTranslation('letters');
  const { markSent } = useLetterMarks();
  if (letter.sentAtMs !== null) return null;
  const unsent = draft.filter(({ sentAtMs }) => sentAtMs === null);
  return (
    <Button aria-label={t('sent.markOf', { name })} onPress={() => void markSent(unsent, true)}>
      {t('sent.mark')}
    </Button>
  );
}

/** What else can be done with a letter: have its draft again, take back that it was sent, take it off the list. */
export function LetterMenu({ letter, draft, name }: LetterToolProps): ReactElement {
  const { t } = useTranslation('letters');
  const { draftAgain } = useDraftLetters();
  const { markSent, remove } = useLetterMarks();
  const sent = draft.filter(({ sentAtMs }) => sentAtMs !== null);
  return (
    <MenuButton
      label={t('letter.commands', { name })}
      actions={[
        { id: 'again', label: t('letter.again'), run: () => void draftAgain(letter) },
        { id: 'file', label: t('letter.saveAsFile'), run: () => void draftAgain(letter, 'file') },
        ...(letter.sentAtMs === null
          ? []
          : [{ id: 'unsent', label: t('sent.unmark'), run: () => void markSent(sent, false) }]),
        { id: 'remove', label: t('letter.remove'), run: () => void remove(letter), isDanger: true },
      ]}
    />
  );
}
