export { listFiles as listAgreementFiles } from './files-repository.ts';
export { listAgreementPage } from './page.ts';
export { listAgreementsSignedAs } from './related-repository.ts';
export { insertAgreement, listAgreements, removeAgreement, updateAgreement } from './repository.ts';
export { keepSignatures } from './signatories.ts';
export { findTerms, findTermsRow, insertRenewal, insertTerms, listRenewals, toState } from './terms-repository.ts';
