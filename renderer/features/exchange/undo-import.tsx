import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { Button } from '../../ui/button.tsx';

/** The way back from an import, as long as it is the last thing that was done; `position` is its change set. */
export function UndoImport({ position }: { position: number }): ReactElement | null {
  const { t } = useTranslation('common');
  const { data: history } = useQuery(query.history.state.queryOptions());
  if (history?.undo?.seq !== position) return null;
  return (
    <Button onPress={() => void undo()}>
      <Undo2 aria-hidden />
      {t('undo')}
    </Button>
  );
}
