import type { BundleChoice, BundledMeeting, BundleField, BundleList } from '#shared/contract/bundles.ts';

/* Literal keys for every code of the contract, so that the catalogue check sees each of them. */

export const stateKeys = {
  new: 'take.state.new',
  same: 'take.state.same',
  differs: 'take.state.differs',
} as const satisfies Record<BundledMeeting['state'], string>;

export const choiceKeys = {
  add: 'take.choices.add',
  replace: 'take.choices.replace',
  copy: 'take.choices.copy',
  skip: 'take.choices.skip',
} as const satisfies Record<BundleChoice, string>;

export const obstacleKeys = {
  agreed: 'take.agreed',
  'id-taken': 'take.idTaken',
} as const satisfies Record<NonNullable<BundledMeeting['obstacle']>, string>;

export const fieldKeys = {
  title: 'differ.field.title',
  number: 'differ.field.number',
  date: 'differ.field.date',
  time: 'differ.field.time',
  status: 'differ.field.status',
  theme: 'differ.field.theme',
  framework: 'differ.field.framework',
  place: 'differ.field.place',
  sides: 'differ.field.sides',
  organizers: 'differ.field.organizers',
  next_meeting: 'differ.field.nextMeeting',
  note: 'differ.field.note',
  other: 'differ.field.other',
} as const satisfies Record<BundleField, string>;

export const listKeys = {
  participants: 'differ.list.participants',
  agenda: 'differ.list.agenda',
  entries: 'differ.list.entries',
  decisions: 'differ.list.decisions',
  actions: 'differ.list.actions',
  signed_documents: 'differ.list.signedDocuments',
  attachments: 'differ.list.attachments',
  signed_files: 'differ.list.signedFiles',
  versions: 'differ.list.versions',
  comments: 'differ.list.comments',
  follow_up: 'differ.list.followUp',
} as const satisfies Record<BundleList, string>;
