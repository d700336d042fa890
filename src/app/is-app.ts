/** Set to `off`, the environment's BOOK_APP makes a book that is no app, and ends it where it is one. */
export const isApp = (wish = process.env.BOOK_APP): boolean => wish !== 'off';
