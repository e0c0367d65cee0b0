// Its builder puts the handlers here.
export const decisionsHandlers = {} as never;
