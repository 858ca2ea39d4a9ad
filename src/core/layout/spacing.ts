/** World units between columns: a label of 18 characters fits between two nodes. */
export const COLUMN_GAP = 9;

/** World units between rows: a node, its label and room for edges. */
export const ROW_GAP = 3.2;

/** Spacing may grow by this much to fill the place. */
export const COLUMN_STRETCH = 1.9;
export const ROW_STRETCH = 2.6;

/** What is drawn of a node beyond its centre; labels at the edges of the picture have the panel's own margin. */
export const REACH = 1.4;

/** What half a label and a node need beyond a node's centre, in each direction. */
export const MARGIN_X = 4.5;
export const MARGIN_Y = 1.6;
