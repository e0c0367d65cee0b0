import { ORPCError } from '@orpc/client';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type HandOverProblem, maxHandOverBytes } from '#shared/contract/hand-overs.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusedFile } from '../exchange/index.ts';

const problemKeys = {
  'not-docx': 'problem.not-docx',
  'too-large': 'problem.too-large',
  unsafe: 'problem.unsafe',
  'no-table': 'problem.no-table',
  'other-meeting': 'problem.other-meeting',
  'unknown-hand-over': 'problem.unknown-hand-over',
  'merged-cells': 'problem.merged-cells',
  'wrong-columns': 'problem.wrong-columns',
  'missing-id': 'problem.missing-id',
  'unknown-id': 'problem.unknown-id',
  'doubled-id': 'problem.doubled-id',
  'too-long': 'problem.too-long',
  'tracked-changes': 'problem.tracked-changes',
} as const satisfies Record<HandOverProblem['code'], string>;

export interface RefusedDialogProps {
  error: unknown;
  onOther: () => Promise<void>;
  onClose: () => void;
}

/** Why a table that came back was not taken, row by row. */
export function RefusedDialog({ error, onOther, onClose }: RefusedDialogProps): ReactElement {
  const { t } = useTranslation(['hand-over', 'common']);
  const format = useFormat();
  const megabytes = format.number(maxHandOverBytes / 1024 / 1024);
  const describe = ({ code, row, detail }: HandOverProblem) => {
    if (code === 'other-meeting' && detail === '') return t('hand-over:problem.other-meeting-unnamed');
    if (code === 'wrong-columns' && row === 0) return t('hand-over:problem.wrong-columns-unnamed');
    return t(`hand-over:${problemKeys[code]}`, { detail, megabytes });
  };
  return (
    <Dialog
      title={t('hand-over:refused.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:close')}</Button>
          <Button kind="primary" onPress={() => void onOther()}>
            {t('hand-over:refused.again')}
          </Button>
        </>
      }
    >
      <RefusedFile
        error={error}
        problems={problemsOf(error).map((problem) => ({
          place: problem.row === 0 ? null : t('hand-over:refused.row', { row: format.number(problem.row) }),
          text: describe(problem),
        }))}
      />
    </Dialog>
  );
}

function problemsOf(error: unknown): HandOverProblem[] {
  if (!(error instanceof ORPCError) || error.code !== 'HAND_OVER_REFUSED') return [];
  return (error.data as { problems: HandOverProblem[] }).problems;
}
