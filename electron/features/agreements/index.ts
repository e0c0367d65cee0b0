export { listAgreementsSignedAs } from './related-repository.ts';
export { insertAgreement, listAgreements, removeAgreement, updateAgreement } from './repository.ts';
export { keepSignatures } from './signatories.ts';
