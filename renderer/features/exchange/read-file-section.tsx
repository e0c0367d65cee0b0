import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts, Section } from '../../ui/section.tsx';
import { FileDrop } from './file-drop.tsx';
import { Progress } from './progress.tsx';
import type { Stream } from './use-stream.ts';

export interface ReadFileSectionProps<Result> {
  file: File | null;
  /** Null: the reading was cancelled. */
  onFile: (file: File | null) => void;
  /** Has looked at the file, or does. */
  reading: Stream<File, Result>;
  words: { kinds: string; reading: string };
  /** Endings that the dialog offers, as in the attribute `accept`. */
  accept: string;
  isLocked: boolean;
  /** Why the file is not taken. */
  refusal: ReactNode;
}

/** Choosing a file that is looked at before anything is taken from it. */
export function ReadFileSection<Result>(props: ReadFileSectionProps<Result>): ReactElement {
  const { file, onFile, reading, words, accept, isLocked, refusal } = props;
  const { t } = useTranslation('exchange');
  return (
    <Section title={t('file.title')}>
      <FileDrop accept={accept} kinds={words.kinds} isChosen={file !== null} isLocked={isLocked} onChoose={onFile} />
      {file && <Facts facts={[{ term: t('file.name'), value: <span translate="no">{file.name}</span> }]} />}
      {reading.isRunning && (
        <Progress
          label={words.reading}
          progress={reading.progress}
          onCancel={() => {
            reading.cancel();
            onFile(null);
          }}
        />
      )}
      {refusal}
    </Section>
  );
}
