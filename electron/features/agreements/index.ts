export { listAgreementsSignedAs } from './related-repository.ts';
export { insertAgreement, listAgreements, removeAgreement } from './repository.ts';
