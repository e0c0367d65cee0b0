import { RotateCcw } from 'lucide-react';
import { type ReactElement, useMemo, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { limits, line } from '#shared/contract/fields.ts';
import type { Settings } from '#shared/contract/settings.ts';
import {
  checkFileNamePattern,
  type FileNameField,
  fileNameFields,
  fillFileNamePattern,
  type PatternProblem,
  usualFileNamePattern,
} from '#shared/domain/documents/file-name.ts';
import { api } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { languageProps, TextField } from '../../ui/text-field.tsx';
import styles from './settings.module.css';

/** A pattern that is not sound stays in the field and is not saved. */
const patternSchema = z.strictObject({
  fileNamePattern: line.refine((pattern) => checkFileNamePattern(pattern) === null),
});
type Pattern = z.infer<typeof patternSchema>;

const fieldKeys = {
  date: 'fileNames.field.date',
  kind: 'fileNames.field.kind',
  number: 'fileNames.field.number',
  title: 'fileNames.field.title',
  group: 'fileNames.field.group',
  organization: 'fileNames.field.organization',
  languages: 'fileNames.field.languages',
  copy: 'fileNames.field.copy',
  version: 'fileNames.field.version',
} as const satisfies Record<FileNameField, string>;

const problemKeys = {
  'field-unknown': 'fileNames.problem.fieldUnknown',
  'brace-open': 'fileNames.problem.braceOpen',
  'brace-closed': 'fileNames.problem.braceClosed',
  'no-field': 'fileNames.problem.noField',
} as const satisfies Record<PatternProblem['code'], string>;

/** How exported files are called: a pattern of fields, with names as they come out of it. */
export function FileNamesSection({ settings }: { settings: Settings }): ReactElement {
  const { t } = useTranslation('settings');
  const { fileNamePattern } = settings;
  const record = useMemo(
    () => ({ fileNamePattern: fileNamePattern === '' ? usualFileNamePattern : fileNamePattern }),
    [fileNamePattern],
  );
  const form = useAutosaveForm<Pattern>({
    record,
    schema: patternSchema,
    save: (patch) => api.settings.update({ fileNamePattern: toStored(patch.fileNamePattern ?? '') }),
  });
  const input = useRef<HTMLInputElement | null>(null);
  const typed = useWatch({ control: form.control, name: 'fileNamePattern' });
  const problem = checkFileNamePattern(typed);
  const { ref, ...field } = form.register('fileNamePattern');

  const set = (pattern: string) => form.setValue('fileNamePattern', pattern, { shouldDirty: true });
  /** Where the caret is, or was last. */
  const insert = (name: FileNameField) => {
    const element = input.current;
    if (element === null) return;
    element.setRangeText(`{${name}}`, element.selectionStart ?? 0, element.selectionEnd ?? 0, 'end');
    set(element.value);
    element.focus();
  };

  const reset = () => {
    set(usualFileNamePattern);
    // The button goes with what it took away.
    input.current?.focus();
  };

  return (
    <Section
      title={t('fileNames.title')}
      actions={
        toStored(typed) !== '' && (
          <Button kind="quiet" onPress={reset}>
            <RotateCcw aria-hidden />
            {t('fileNames.reset')}
          </Button>
        )
      }
    >
      <TextField
        {...field}
        ref={(element) => {
          ref(element);
          input.current = element;
        }}
        label={t('fileNames.pattern')}
        hint={t('fileNames.hint')}
        translate="no"
        error={
          problem === null
            ? typed.length > limits.line
              ? form.issue('fileNamePattern')
              : undefined
            : t(problemKeys[problem.code], { detail: problem.detail, field: `{${problem.detail}}` })
        }
      />
      <div className={styles.chips} role="group" aria-label={t('fileNames.fields')}>
        {fileNameFields.map((name) => (
          <Button key={name} preventFocusOnPress onPress={() => insert(name)}>
            <code translate="no">{`{${name}}`}</code>
            <span className={styles.hint}>{t(fieldKeys[name])}</span>
          </Button>
        ))}
      </div>
      {problem === null && <Examples pattern={typed} />}
    </Section>
  );
}

const toStored = (pattern: string): string => (pattern.trim() === usualFileNamePattern ? '' : pattern.trim());

/** One name with everything in it, and one of a document that lacks most of it. */
function Examples({ pattern }: { pattern: string }): ReactElement {
  const { t } = useTranslation('settings');
  const language = useUiLanguage();
  const common = {
    date: '2026-11-20',
    title: t('fileNames.example.meeting'),
    group: t('fileNames.example.group'),
  };
  const names = [
    fillFileNamePattern(
      pattern,
      {
        ...common,
        kind: t('fileNames.example.minutes'),
        number: '3',
        languages: 'ZH-RU-EN',
        copy: t('fileNames.example.copy'),
        version: 'v2',
      },
      'pdf',
    ),
    fillFileNamePattern(
      pattern,
      {
        ...common,
        kind: t('fileNames.example.extract'),
        organization: t('fileNames.example.organization'),
        languages: language.toUpperCase(),
      },
      'docx',
    ),
  ];
  return (
    <div>
      <h3 className={styles.hint}>{t('fileNames.examples')}</h3>
      <ul className={styles.names} aria-live="polite">
        {names.map((name, index) => (
          <li key={index} translate="no" {...languageProps(language)}>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
