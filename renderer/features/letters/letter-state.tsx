import { MailCheck, MailOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter } from '#shared/contract/letters.ts';
import { useFormat } from '../../app/format.ts';
import { Badge } from '../../ui/badge.tsx';

const iconSize = 14;

/** Drafted or sent, and when, in words and with a sign. */
export function LetterState({ letter }: { letter: Letter }): ReactElement {
  const { t } = useTranslation('letters');
  const format = useFormat();
  return letter.sentAtMs === null ? (
    <Badge tone="warning">
      <MailOpen aria-hidden size={iconSize} />
      {t('letter.drafted', { date: format.day(letter.draftedAtMs) })}
    </Badge>
  ) : (
    <Badge tone="good">
      <MailCheck aria-hidden size={iconSize} />
      {t('letter.sent', { date: format.day(letter.sentAtMs) })}
    </Badge>
  );
}
