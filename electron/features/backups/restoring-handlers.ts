export const restoringHandlers = {};
