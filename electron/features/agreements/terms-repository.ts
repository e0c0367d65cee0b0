import { isDeepStrictEqual } from 'node:util';
import type { AgreementTerms } from '#shared/contract/agreements.ts';
import type { AgreementValidity } from '#shared/domain/agreement-standing.ts';
import { unsaidTerms } from '#shared/domain/empty-records.ts';
import { emptyText, type Language, languages } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type {
  AgreementCopyRow,
  AgreementLanguageRow,
  AgreementRenewalRow,
  AgreementTermsRow,
} from '../../db/follow-up-rows.ts';
import { replaceList } from '../../db/lists.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';

export type AgreementState = AgreementValidity['state'];

/** Whether it is in force, as somebody said. */
export interface StoredState {
  state: AgreementState;
  stateOn: string | null;
  replacedById: string | null;
}

const standing: StoredState = { state: 'standing', stateOn: null, replacedById: null };

export function findTermsRow(connection: Connection, agreementId: string): AgreementTermsRow | undefined {
  return connection.sql<AgreementTermsRow>('SELECT * FROM agreement_terms WHERE agreement_id = ?', agreementId)[0];
}

export function findTerms(connection: Connection, agreementId: string): AgreementTerms {
  const row = findTermsRow(connection, agreementId);
  const texts = connection.sql<AgreementLanguageRow>(
    'SELECT * FROM agreement_language WHERE agreement_id = ?',
    agreementId,
  );
  const copies = connection.sql<AgreementCopyRow>(
    'SELECT * FROM agreement_copy WHERE agreement_id = ? ORDER BY order_index, id',
    agreementId,
  );
  return {
    ...(row === undefined ? unsaidTerms : toTerms(row)),
    languages: languages.flatMap((language) =>
      texts
        .filter((text) => text.language === language)
        .map(({ standing: said }) => ({ language, standing: said as AgreementTerms['languages'][number]['standing'] })),
    ),
    copies: copies.map((copy) => ({
      id: copy.id,
      keeperPartyId: copy.keeper_party_id,
      languages: JSON.parse(copy.languages) as Language[],
      signingOrder: JSON.parse(copy.signing_order) as string[],
    })),
  };
}

const toTerms = (row: AgreementTermsRow): Omit<AgreementTerms, 'languages' | 'copies'> => ({
  number: row.number,
  place: fromColumns(row, 'place'),
  authenticity: row.authenticity as AgreementTerms['authenticity'],
  authenticLanguage: row.authentic_language,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  renewal: row.renewal as AgreementTerms['renewal'],
  renewalMonths: row.renewal_months,
  noticeDays: row.notice_days,
  note: row.note,
});

export const toState = (row: AgreementTermsRow | undefined): StoredState =>
  row === undefined
    ? standing
    : {
        state: row.state as AgreementState,
        stateOn: row.state_on,
        replacedById: row.replaced_by_agreement_id,
      };

/** Brings the terms to `next`; what holds besides (its state) stays. Where nothing is said, nothing is written. */
export function writeTerms(
  connection: Connection,
  write: Write,
  agreementId: string,
  stored: AgreementTerms,
  next: AgreementTerms,
): void {
  writeTermsRow(connection, write, agreementId, termsColumns(next));
  for (const { language } of stored.languages) {
    if (!next.languages.some((text) => text.language === language)) {
      write.remove('agreement_language', { agreement_id: agreementId, language });
    }
  }
  for (const { language, standing: said } of next.languages) {
    const row = { agreement_id: agreementId, language, standing: said };
    const key = { agreement_id: agreementId, language };
    if (!write.update('agreement_language', key, row)) write.insert('agreement_language', row);
  }
  replaceList(
    write,
    'agreement_copy',
    stored.copies.map(({ id }) => id),
    copyRows(agreementId, next),
  );
}

const termsColumns = (terms: AgreementTerms) => ({
  number: terms.number,
  ...toColumns('place', terms.place),
  authenticity: terms.authenticity,
  authentic_language: terms.authenticLanguage,
  valid_from: terms.validFrom,
  valid_to: terms.validTo,
  renewal: terms.renewal,
  renewal_months: terms.renewalMonths,
  notice_days: terms.noticeDays,
  note: terms.note,
});

const copyRows = (agreementId: string, { copies }: AgreementTerms): AgreementCopyRow[] =>
  copies.map((copy, index) => ({
    id: copy.id,
    agreement_id: agreementId,
    keeper_party_id: copy.keeperPartyId,
    languages: JSON.stringify(copy.languages),
    signing_order: JSON.stringify(copy.signingOrder),
    order_index: index,
  }));

/** Terms and state of an agreement of which nothing is kept yet; what goes without saying has no row. */
export function insertTerms(write: Write, agreementId: string, terms: AgreementTerms, state: StoredState): void {
  const unsaid = unsaidRow(agreementId);
  const row = { ...unsaid, ...termsColumns(terms), ...stateColumns(state) };
  if (!isDeepStrictEqual(row, unsaid)) write.insert('agreement_terms', row);
  for (const { language, standing: said } of terms.languages) {
    write.insert('agreement_language', { agreement_id: agreementId, language, standing: said });
  }
  for (const copy of copyRows(agreementId, terms)) write.insert('agreement_copy', copy);
}

export function writeState(connection: Connection, write: Write, agreementId: string, next: StoredState): void {
  writeTermsRow(connection, write, agreementId, stateColumns(next));
}

const stateColumns = ({ state, stateOn, replacedById }: StoredState) => ({
  state,
  state_on: stateOn,
  replaced_by_agreement_id: replacedById,
});

function writeTermsRow(
  connection: Connection,
  write: Write,
  agreementId: string,
  patch: Partial<AgreementTermsRow>,
): void {
  const stored = findTermsRow(connection, agreementId);
  const before = stored ?? unsaidRow(agreementId);
  if (Object.entries(patch).every(([column, value]) => before[column as keyof AgreementTermsRow] === value)) return;
  if (stored === undefined) write.insert('agreement_terms', { ...before, ...patch });
  else write.update('agreement_terms', { agreement_id: agreementId }, patch);
}

const unsaidRow = (agreementId: string): AgreementTermsRow => ({
  agreement_id: agreementId,
  number: '',
  ...toColumns('place', emptyText()),
  authenticity: 'unsaid',
  authentic_language: null,
  valid_from: null,
  valid_to: null,
  renewal: 'none',
  renewal_months: null,
  notice_days: null,
  state: 'standing',
  state_on: null,
  replaced_by_agreement_id: null,
  note: '',
});

/** In the order in which they were made. */
export function listRenewals(connection: Connection, agreementIds: readonly string[]): AgreementRenewalRow[] {
  return connection.sql<AgreementRenewalRow>(
    `SELECT * FROM agreement_renewal WHERE agreement_id IN (SELECT value FROM json_each(?)) ORDER BY renewed_on, id`,
    JSON.stringify(agreementIds),
  );
}

export function insertRenewal(write: Write, renewal: AgreementRenewalRow): void {
  write.insert('agreement_renewal', renewal);
}

/** Agreements that are to take the place of one another, beginning with this one; ends where the chain does, or runs in a ring. */
export function listReplacements(connection: Connection, firstId: string): string[] {
  const chain: string[] = [];
  for (let id: string | null = firstId; id !== null && !chain.includes(id);) {
    chain.push(id);
    id = toState(findTermsRow(connection, id)).replacedById;
  }
  return chain;
}

export function listReplaced(connection: Connection, agreementId: string): string[] {
  return connection
    .sql<{ id: string }>(
      'SELECT agreement_id AS id FROM agreement_terms WHERE replaced_by_agreement_id = ?',
      agreementId,
    )
    .map(({ id }) => id);
}
