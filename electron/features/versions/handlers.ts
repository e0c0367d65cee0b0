import { os } from '../../implement.ts';

function unbuilt(): never {
  throw new Error('not built yet');
}

export const versionsHandlers = {
  state: os.versions.state.handler(unbuilt),
  keep: os.versions.keep.handler(unbuilt),
  agree: os.versions.agree.handler(unbuilt),
  withdrawAgreement: os.versions.withdrawAgreement.handler(unbuilt),
  amend: os.versions.amend.handler(unbuilt),
  dropAmendment: os.versions.dropAmendment.handler(unbuilt),
  compare: os.versions.compare.handler(unbuilt),
  verify: os.versions.verify.handler(unbuilt),
};
