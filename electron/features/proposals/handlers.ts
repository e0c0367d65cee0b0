// Its builder puts the handlers here.
export const proposalsHandlers = {} as never;
