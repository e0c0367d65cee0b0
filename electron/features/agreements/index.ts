export { composeAgreementRows } from './compose.ts';
export { listFiles as listAgreementFiles } from './files-repository.ts';
export { listAgreementPage } from './page.ts';
export { type AgreementEntry, agreementRegister } from './register.ts';
export { listAgreementsSignedAs } from './related-repository.ts';
export { insertAgreement, listAgreements, removeAgreement, updateAgreement } from './repository.ts';
export { keepSignatures } from './signatories.ts';
export { readValidity } from './validity-repository.ts';
export {
  findTerms,
  findTermsRow,
  insertRenewal,
  listRenewals,
  toState,
  unsaidTerms,
  writeState,
  writeTerms,
} from './terms-repository.ts';
