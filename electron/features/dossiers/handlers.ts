// Its builder puts the handlers here.
export const dossiersHandlers = {} as never;
