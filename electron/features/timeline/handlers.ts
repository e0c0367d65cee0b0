import { os } from '../../implement.ts';
import { describeEvents } from './repository.ts';
import { streamTimeline } from './service.ts';

export const timelineHandlers = {
  list: os.timeline.list.handler(({ context, input }) => streamTimeline(context.connection, input)),
  describe: os.timeline.describe.handler(({ context, input }) => describeEvents(context.connection, input.events)),
};
