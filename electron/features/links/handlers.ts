// Its builder puts the handlers here.
export const linksHandlers = {} as never;
