import type { DossierSubject } from '#shared/contract/dossiers.ts';
import type { Person } from '#shared/contract/people.ts';
import { isOpen, daysOverdue } from '#shared/domain/dossiers/action-table.ts';
import { type ActionReportFacts, buildActionReport } from '#shared/domain/dossiers/action-report.ts';
import { buildReportLetter } from '#shared/domain/dossiers/report-letter.ts';
import { emptyText, type Language } from '#shared/domain/language.ts';
import type { Party } from '#shared/domain/letters/person-forms.ts';
import { enteredNames } from '#shared/domain/minutes/lookup.ts';
import type { Context } from '../../context.ts';
import { readLetterWords } from '../../documents/letter-words.ts';
import { exporters } from '../../formats.ts';
import { describeBody } from '../../mail/body.ts';
import { writeDraft } from '../../mail/eml.ts';
import { findPerson } from '../people/index.ts';
import { loadSettings } from '../settings/index.ts';
import { nameReport, readBuild } from './compose.ts';
import { nameDossier, plainNameOf } from './names.ts';
import { namePerson } from './recipients.ts';

export interface DraftRequest {
  subject: Extract<DossierSubject, { kind: 'action_report' }>;
  language: Language;
  personIds: readonly string[];
  note: string;
}

/** The letter with an action report as PDF. Ids of people who are gone are left out. */
export async function draftReport(
  context: Context,
  facts: ActionReportFacts,
  { subject, language, personIds, note }: DraftRequest,
): Promise<File> {
  const { connection } = context;
  const build = readBuild(language);
  const people = personIds.flatMap((id) => findPerson(connection, id) ?? []);
  const [only, ...others] = people;
  const about = nameReport(facts, language);
  const open = facts.actions.filter(({ action }) => isOpen(action));
  const letter = buildReportLetter(
    {
      recipient: only === undefined || others.length > 0 ? null : partyOf(only),
      of: about,
      today: facts.today,
      open: open.length,
      overdue: open.filter(({ action }) => daysOverdue(action, facts.today) > 0).length,
      note,
      secretary: loadSettings(connection).secretaryName.trim(),
    },
    { ...build, letters: readLetterWords() },
  );
  const { bytes } = await context.documents.renderPdf(buildActionReport(facts, build));
  const draft = await writeDraft({
    to: people.map((person) => ({ name: namePerson(person, language), address: person.email })),
    subject: letter.subject,
    language,
    body: describeBody(letter.document),
    attachments: [
      {
        name: nameDossier(subject, about, language, 'pdf'),
        plainName: plainNameOf(subject, language, 'pdf'),
        mediaType: 'application/pdf',
        bytes,
      },
    ],
  });
  return new File([draft], nameDossier(subject, about, language, 'eml'), { type: exporters.eml.mediaType });
}

/** A salutation needs the name; office and institute stand in no mail. */
function partyOf(person: Person): Party {
  const { country } = person;
  return { person, name: enteredNames(person), position: emptyText(), organization: emptyText(), country };
}
