import { limits } from '#shared/contract/fields.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { languages } from '#shared/domain/language.ts';
import { wordsIn } from '../../documents/labels.ts';
import { isOfRegister, listIds } from '../records/index.ts';
import type { Parcel } from './format.ts';

/** A copy, and the id in it of whatever has a new one. */
export interface Copied {
  parcel: Parcel;
  ids: ReadonlyMap<string, string>;
}

/**
 * A meeting as another one: everything of it has a new id, people, organisations, the group and areas of work stay who
 * they are. It is a draft with its documents and scans: what the sides agreed to, with its versions, circulations and
 * comments, is the meeting that it is a copy of.
 */
export function copyParcel({ record, process }: Parcel, newId: () => string): Copied {
  const files = [
    ...process.attachments.filter(({ versionId, kind }) => isOwn(kind, versionId)),
    ...process.agreementFiles,
  ];
  const ids = new Map(
    [...listIds(record).filter(({ path }) => !isOfRegister(path)), ...files].map(({ id }) => [id, newId()]),
  );
  const copied = withIds({ record, process }, ids);
  const { meeting } = copied.record;
  return {
    ids,
    parcel: {
      record: {
        ...copied.record,
        meeting: {
          ...meeting,
          title: nameCopy(meeting.title),
          status: meeting.status === 'planned' ? 'planned' : 'draft',
        },
      },
      process: {
        ...copied.process,
        calendarSequence: 0,
        versions: [],
        amendments: [],
        circulations: [],
        comments: [],
        sideAgreements: [],
        attachments: copied.process.attachments
          .filter(({ kind, versionId }) => isOwn(kind, versionId))
          .map((file) => ({ ...file, versionId: null })),
      },
    },
  };
}

/** Whether a copy has the file. Scans are kept, also those of a version that a copy does not have. */
export const isOwn = (kind: Parcel['process']['attachments'][number]['kind'], versionId: string | null): boolean =>
  kind === 'scan' || (kind === 'document' && versionId === null);

/** The same with every id of the map in another's place, wherever it stands: ids are UUIDs, which no text happens to be. */
export function withIds<Value>(value: Value, ids: ReadonlyMap<string, string>): Value {
  return exchange(value, ids) as Value;
}

function exchange(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => exchange(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exchange(inner, ids)]));
}

function nameCopy(title: MeetingRecord['meeting']['title']): MeetingRecord['meeting']['title'] {
  const named = { ...title };
  const isUntitled = languages.every((language) => title[language].trim() === '');
  for (const language of languages) {
    if (title[language].trim() === '' && !isUntitled) continue;
    const suffix = wordsIn(language)('documents:bundle.copy', { title: '' });
    const words = Array.from(title[language]);
    while (words.join('').length + suffix.length > limits.line) words.pop();
    named[language] = `${words.join('')}${suffix}`.trim();
  }
  return named;
}
