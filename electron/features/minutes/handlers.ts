import { os } from '../../implement.ts';

const missing = (): never => {
  throw new Error('being written');
};

export const minutesHandlers = {
  open: os.minutes.open.handler(missing),
  since: os.minutes.since.handler(missing),
  begin: os.minutes.begin.handler(missing),
  leave: os.minutes.leave.handler(missing),
  recovered: os.minutes.recovered.handler(missing),
  dismissRecovered: os.minutes.dismissRecovered.handler(missing),
  addTime: os.minutes.addTime.handler(missing),
};
