import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter } from '#shared/contract/letters.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { useDraftLetters } from './use-draft-letters.ts';
import { useLetterMarks } from './use-letter-marks.ts';

/** What can be done with one letter: say that it was sent, have its draft again, take it off the list. */
export function LetterTools({ letter, name }: { letter: Letter; name: string }): ReactElement {
  const { t } = useTranslation('letters');
  const { draftAgain } = useDraftLetters();
  const { markSent, remove } = useLetterMarks();
  const isSent = letter.sentAtMs !== null;
  return (
    <>
      {!isSent && (
        <Button aria-label={t('sent.markOf', { name })} onPress={() => void markSent([letter], true)}>
          {t('sent.mark')}
        </Button>
      )}
      <MenuButton
        label={t('letter.commands', { name })}
        actions={[
          { id: 'again', label: t('letter.again'), run: () => void draftAgain(letter) },
          { id: 'file', label: t('letter.saveAsFile'), run: () => void draftAgain(letter, 'file') },
          ...(isSent ? [{ id: 'unsent', label: t('sent.unmark'), run: () => void markSent([letter], false) }] : []),
          { id: 'remove', label: t('letter.remove'), run: () => void remove(letter), isDanger: true },
        ]}
      />
    </>
  );
}
