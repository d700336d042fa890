/** The components that an author can place in MDX, by the name that the author types. */
import ApproximationTable from './prose/ApproximationTable.astro';
import Cite from './prose/Cite.astro';
import CollapseLab from './collapse/CollapseLab.astro';
import CurveBuilder from './curve-builder/CurveBuilder.astro';
import Derivation from './prose/Derivation.astro';
import Measured from './prose/Measured.astro';
import Note from './prose/Note.astro';
import ActivationPlot from './plot/ActivationPlot.astro';
import Recorded from './prose/Recorded.astro';
import Question from './question/Question.astro';
import Statement from './prose/Statement.astro';
import Summary from './prose/Summary.astro';
import Term from './prose/Term.astro';
import Trainer from './trainer/Trainer.astro';

export const authorComponents = {
  ActivationPlot,
  ApproximationTable,
  Cite,
  CollapseLab,
  CurveBuilder,
  Derivation,
  Measured,
  Note,
  Question,
  Recorded,
  Statement,
  Summary,
  Term,
  Trainer,
};
