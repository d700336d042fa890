/**
 * Everything that lives in the pages of the book, in one script: on a slow line each further file waits for its
 * own answer. These parts are small; each imports what is heavy at the reader's first touch.
 */
import './chrome/theme-toggle.ts';
import './chrome/page-contents.ts';
import './search/site-search.ts';
import './figure/page-figures.ts';
import './plot/activation-plot.ts';
import './collapse/collapse-lab.ts';
import './curve-builder/curve-builder.ts';
import './trainer/activation-trainer.ts';
import './question/book-question.ts';
import './question/chapter-progress.ts';
import './question/your-answers.ts';
import './claim/book-claim.ts';
import './claim/claims-filter.ts';
import './atlas/atlas-filter.ts';
import './slice/slice-plot.ts';
import './code/code-tabs.ts';
import './depth/depth-meter.ts';
import './softmax/softmax-lab.ts';
import './experiment/book-experiment.ts';
import './compare/compare-trainers.ts';
import './own-function/own-function.ts';
import './properties/property-dashboard.ts';
import './backprop/backprop-walk.ts';
import './app/keep-pages.ts';
