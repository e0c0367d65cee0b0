// Its builder puts the handlers here.
export const timelineHandlers = {} as never;
