// Its builder puts the handlers here.
export const areasHandlers = {} as never;
