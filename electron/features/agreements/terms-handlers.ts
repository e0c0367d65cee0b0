import type { AgreementTerms } from '#shared/contract/agreements.ts';
import { lastDayOn } from '#shared/domain/agreement-standing.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { readValidity } from '../links/index.ts';
import { findUnknownOfReport, insertReport } from '../status-reports/index.ts';
import { findUnknownOfTerms } from './checks.ts';
import { loadDetail } from './detail.ts';
import { listAgreementPage } from './page.ts';
import { findAgreement } from './repository.ts';
import { agreementLabel } from './rules.ts';
import { findTerms, insertRenewal, listReplacements, writeState, writeTerms } from './terms-repository.ts';

/** The register of signed documents, and what becomes of them after the signing. */
export const termsHandlers = {
  list: os.agreements.list.handler(({ context, input }) => listAgreementPage(context.connection, input)),

  get: os.agreements.get.handler(async ({ context, input, errors }) => {
    const detail = await loadDetail(context.connection, input.id, input.today);
    if (detail === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
    return detail;
  }),

  saveTerms: os.agreements.saveTerms.handler(({ context, input: { id, ...patch }, errors }) => {
    const { connection } = context;
    const agreement = findAgreement(connection, id);
    if (agreement === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
    const stored = findTerms(connection, id);
    const next = withoutContradictions({ ...stored, ...patch });
    const unknown = findUnknownOfTerms(agreement, next);
    if (unknown !== undefined) throw errors.NOT_FOUND({ data: { kind: unknown } });
    commit(context, { name: 'agreement.terms', label: agreementLabel(agreement) }, (write) => {
      writeTerms(connection, write, id, stored, next);
    });
    return { id };
  }),

  renew: os.agreements.renew.handler(({ context, input: { id, agreementId, validTo, ...report }, errors }) => {
    const { connection } = context;
    const agreement = findAgreement(connection, agreementId);
    const validity = readValidity(connection, [agreementId]).get(agreementId);
    if (agreement === undefined || validity === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
    const unknown = findUnknownOfReport(connection, report);
    if (unknown !== undefined) throw errors.NOT_FOUND({ data: { kind: unknown } });
    const last = lastDayOn(validity, report.on);
    if (validTo !== null && last !== null && validTo <= last) {
      throw errors.RENEWAL_TOO_EARLY({ data: { validTo: last } });
    }
    commit(context, { name: 'agreement.renew', label: agreementLabel(agreement) }, (write) => {
      const { on, note } = report;
      insertRenewal(write, { id, agreement_id: agreementId, renewed_on: on, valid_to: validTo, note });
      const said = { ...report, id, kind: 'agreement' as const, recordId: agreementId, state: validity.state };
      insertReport(connection, write, said, context.clock());
    });
    return { id };
  }),

  setState: os.agreements.setState.handler(({ context, input, errors }) => {
    const { agreementId, state, replacedById, ...report } = input;
    const { connection } = context;
    const agreement = findAgreement(connection, agreementId);
    if (agreement === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
    const unknown = findUnknownOfReport(connection, report);
    if (unknown !== undefined) throw errors.NOT_FOUND({ data: { kind: unknown } });
    const newer = state === 'replaced' ? replacedById : null;
    if (newer !== null) {
      if (findAgreement(connection, newer) === undefined) throw errors.NOT_FOUND({ data: { kind: 'agreement' } });
      const chain = listReplacements(connection, newer);
      if (chain.includes(agreementId)) {
        const ring = [agreementId, ...chain.slice(0, chain.indexOf(agreementId) + 1)];
        const titles = ring.flatMap((id) => findAgreement(connection, id)?.title ?? []);
        throw errors.AGREEMENT_CYCLE({ data: { chain: titles } });
      }
    }
    const stateOn = state === 'standing' ? null : report.on;
    commit(context, { name: 'agreement.state', label: agreementLabel(agreement) }, (write) => {
      writeState(connection, write, agreementId, { state, stateOn, replacedById: newer });
      const said = { ...report, id: context.newId(), kind: 'agreement' as const, recordId: agreementId, state };
      insertReport(connection, write, said, context.clock());
    });
    return {};
  }),
};

/** What is said only of what goes with it: one language of texts that are not equal, months of what renews itself. */
function withoutContradictions(terms: AgreementTerms): AgreementTerms {
  const { authenticity, authenticLanguage, renewal, renewalMonths } = terms;
  const hasOne = authenticity === 'prevails' || authenticity === 'sole';
  return {
    ...terms,
    authenticLanguage: hasOne ? authenticLanguage : null,
    renewalMonths: renewal === 'automatic' ? renewalMonths : null,
    languages: [...new Map(terms.languages.map((text) => [text.language, text])).values()],
    copies: terms.copies.map((copy) => ({
      ...copy,
      languages: [...new Set(copy.languages)],
      signingOrder: [...new Set(copy.signingOrder)],
    })),
  };
}
