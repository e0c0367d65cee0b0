export { insertAgreement, listAgreements, removeAgreement } from './repository.ts';
