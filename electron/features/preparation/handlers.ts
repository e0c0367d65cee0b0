import { os } from '../../implement.ts';

function unbuilt(): never {
  throw new Error('not built yet');
}

export const preparationHandlers = {
  propose: os.preparation.propose.handler(unbuilt),
  create: os.preparation.create.handler(unbuilt),
  carryOver: os.preparation.carryOver.handler(unbuilt),
  reviews: os.preparation.reviews.handler(unbuilt),
  removeReview: os.preparation.removeReview.handler(unbuilt),
  readiness: os.preparation.readiness.handler(unbuilt),
};
