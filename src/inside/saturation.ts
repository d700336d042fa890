/**
 * A unit is saturated at an input where |f′(z)| is under this: there it passes on less than a twentieth
 * of the gradient. The same bound shades the flat regions of a plotted function.
 */
export const saturationThreshold = 0.05;
