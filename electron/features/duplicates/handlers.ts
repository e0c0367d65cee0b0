import { os } from '../../implement.ts';

export const duplicatesHandlers = {
  list: os.duplicates.list.handler(() => {
    throw new Error('scaffold');
  }),
  personCandidates: os.duplicates.personCandidates.handler(() => {
    throw new Error('scaffold');
  }),
  organizationCandidates: os.duplicates.organizationCandidates.handler(() => {
    throw new Error('scaffold');
  }),
  merge: os.duplicates.merge.handler(() => {
    throw new Error('scaffold');
  }),
  setDistinct: os.duplicates.setDistinct.handler(() => {
    throw new Error('scaffold');
  }),
  forgetDistinct: os.duplicates.forgetDistinct.handler(() => {
    throw new Error('scaffold');
  }),
  listDistinct: os.duplicates.listDistinct.handler(() => {
    throw new Error('scaffold');
  }),
  listMerges: os.duplicates.listMerges.handler(() => {
    throw new Error('scaffold');
  }),
  undoMerge: os.duplicates.undoMerge.handler(() => {
    throw new Error('scaffold');
  }),
};
