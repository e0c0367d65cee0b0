import type { ORPCError } from '@orpc/client';
import type { z } from 'zod';
import type en from '#resources/locales/en/errors.json';
import type { BundleRefusal, bundleTooLarge } from '#shared/contract/bundles.ts';
import { glossaryLimits, type GlossaryProblem } from '#shared/contract/glossary.ts';
import { type HandOverProblem, maxHandOverBytes } from '#shared/contract/hand-overs.ts';
import { tmxLimits, type TmxProblem } from '#shared/contract/memory.ts';
import { t as tHere, wordsOf } from './catalogue.ts';

const generalKeys = {
  HAND_OVER_REFUSED: 'handOverRefused',
  GLOSSARY_REFUSED: 'glossaryRefused',
  TMX_REFUSED: 'tmxRefused',
  NOTHING_TO_HAND_OVER: 'nothingToHandOver',
  CONFLICT_SINCE: 'conflictSince',
  LOCKED: 'locked',
} as const satisfies Record<string, keyof typeof en>;

const megabytes = (bytes: number): string => String(Math.floor(bytes / 1024 / 1024));

/**
 * Why a table, glossary or translation memory was not taken: a general sentence, then a line for each problem; null for
 * any other error.
 */
export function describeRefusedText(error: ORPCError<string, unknown>): string | null {
  const ofBundle = describeBundleError(error);
  if (ofBundle !== null) return ofBundle;
  if (!Object.hasOwn(generalKeys, error.code)) return null;
  const code = error.code as keyof typeof generalKeys;
  const general = wordsOf('errors')(generalKeys[code]);
  switch (code) {
    case 'HAND_OVER_REFUSED':
      return [general, ...(error.data as { problems: HandOverProblem[] }).problems.map(describeTable)].join('\n');
    case 'GLOSSARY_REFUSED':
      return [general, ...(error.data as { problems: GlossaryProblem[] }).problems.map(describeGlossary)].join('\n');
    case 'TMX_REFUSED':
      return [general, ...(error.data as { problems: TmxProblem[] }).problems.map(describeTmx)].join('\n');
    case 'NOTHING_TO_HAND_OVER':
    case 'CONFLICT_SINCE':
    case 'LOCKED':
      return general;
  }
}

const bundleKeys: Record<Exclude<BundleRefusal, 'passphrase-needed'>, string> = {
  'not-a-bundle': 'bundleRefused.notABundle',
  'newer-version': 'bundleRefused.newerVersion',
  damaged: 'bundleRefused.damaged',
  unsafe: 'bundleRefused.unsafe',
  'too-large': 'bundleRefused.tooLarge',
  inconsistent: 'bundleRefused.inconsistent',
  'passphrase-wrong': 'bundleRefused.passphraseWrong',
};

/** Said in the same words as on the screens; the file inside the bundle in a line of its own, where there is one. */
function describeBundleError({ code, data }: ORPCError<string, unknown>): string | null {
  const t = wordsOf('errors');
  switch (code) {
    case 'BUNDLE_REFUSED': {
      const { reason, file } = data as { reason: BundleRefusal; file: string };
      const sentence = reason === 'passphrase-needed' ? tHere('passphraseNeeded') : t(bundleKeys[reason]);
      return [sentence, file].filter((line) => line !== '').join('\n');
    }
    case 'BUNDLE_TOO_LARGE': {
      const { sizeBytes, maxBytes, files, maxFiles } = data as z.infer<typeof bundleTooLarge.data>;
      return t('bundleTooLarge', {
        size: String(Math.ceil(sizeBytes / 1024 ** 2)),
        max: megabytes(maxBytes),
        files: String(files),
        maxFiles: String(maxFiles),
      });
    }
    case 'CHOICE_LAPSED':
      return t('choiceLapsed');
    default:
      return null;
  }
}

const at = (place: string, sentence: string): string => (place === '' ? sentence : `${place} ${sentence}`);

function describeTable({ code, row, detail }: HandOverProblem): string {
  const t = wordsOf('hand-over');
  const isUnnamed = (code === 'other-meeting' && detail === '') || (code === 'wrong-columns' && row === 0);
  const sentence = t(`problem.${code}${isUnnamed ? '-unnamed' : ''}`, {
    detail,
    megabytes: megabytes(maxHandOverBytes),
  });
  return at(row === 0 ? '' : t('refused.row', { row: String(row) }), sentence);
}

function describeGlossary({ code, line, column, detail }: GlossaryProblem): string {
  const t = wordsOf('glossary');
  const sentence = t(`problem.${code}`, {
    detail,
    megabytes: megabytes(glossaryLimits.bytes),
    concepts: String(glossaryLimits.concepts),
  });
  if (line === 0) return sentence;
  const place =
    column === ''
      ? t('problem.line', { line: String(line) })
      : t('problem.lineAndColumn', { line: String(line), column });
  return at(place, sentence);
}

function describeTmx({ code, line, detail }: TmxProblem): string {
  const t = wordsOf('memory');
  const values = { detail, megabytes: megabytes(tmxLimits.bytes), units: String(tmxLimits.units) };
  return at(line === 0 ? '' : t('problem.line', { line: String(line) }), t(`problem.${code}`, values));
}
