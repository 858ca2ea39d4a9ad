/** Vizceral itself has three levels; nesting without end is no graph of anything. */
export const MOST_LEVELS = 16;

/** Names of classes beyond are counted to the class of their severity. */
export const MOST_CLASSES = 12;
