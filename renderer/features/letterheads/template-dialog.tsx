import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { letterheadLimits, type Placeholder, type TemplateProblem } from '#shared/contract/letterheads.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './letterheads.module.css';
import { Placeholders } from './placeholder-list.tsx';
import { problemKeys, writePlaceholder } from './words.ts';

/** A file, and what was found in it. */
export interface CheckedTemplate {
  file: File;
  placeholders: Placeholder[];
  problems: TemplateProblem[];
}

export interface TemplateDialogProps {
  checked: CheckedTemplate;
  isBusy: boolean;
  onTake: () => void;
  /** Asks for another file. */
  onOther: () => void;
  onClose: () => void;
}

const iconSize = 16;
const megabyte = 1024 ** 2;

/** What a letterhead file holds, before it is taken; one with problems is not. */
export function TemplateDialog({ checked, isBusy, onTake, onOther, onClose }: TemplateDialogProps): ReactElement {
  const { t } = useTranslation(['letterheads', 'common']);
  const { file, placeholders, problems } = checked;
  const isSound = problems.length === 0;
  return (
    <Dialog
      title={t('letterheads:check.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          {isSound ? (
            <Button kind="primary" onPress={() => !isBusy && onTake()}>
              {t('letterheads:check.take')}
            </Button>
          ) : (
            <Button kind="primary" onPress={() => !isBusy && onOther()}>
              {t('letterheads:check.other')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.name} translate="no">
        {file.name}
      </p>
      <p role="status" className={isSound ? styles.sound : styles.refused}>
        {isSound ? <CircleCheck aria-hidden size={iconSize} /> : <CircleX aria-hidden size={iconSize} />}
        {isSound ? t('letterheads:check.sound') : t('letterheads:check.refused', { count: problems.length })}
      </p>
      {!isSound && (
        <ul className={styles.problems} tabIndex={0} aria-label={t('letterheads:check.problems')}>
          {problems.map((problem, index) => (
            <li key={index}>
              <ProblemSentence problem={problem} />
            </li>
          ))}
        </ul>
      )}
      {placeholders.length > 0 && (
        <>
          <h3 className={styles.title}>{t('letterheads:check.found')}</h3>
          <Placeholders names={placeholders} />
        </>
      )}
    </Dialog>
  );
}

function ProblemSentence({ problem: { code, detail } }: { problem: TemplateProblem }): ReactElement {
  const { t } = useTranslation('letterheads');
  const named = code.startsWith('placeholder-') ? writePlaceholder(detail) : detail;
  const facts = { detail: named, max: letterheadLimits.templateBytes / megabyte, body: writePlaceholder('body') };
  return <>{t(problemKeys[code], facts)}</>;
}
