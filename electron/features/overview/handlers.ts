// Its builder puts the handlers here.
export const overviewHandlers = {} as never;
