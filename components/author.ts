/** The components that an author can place in MDX, by the name that the author types. */
import Cite from './prose/Cite.astro';
import CollapseLab from './chapter/CollapseLab.astro';
import CurveBuilder from './chapter/CurveBuilder.astro';
import Derivation from './prose/Derivation.astro';
import Measured from './prose/Measured.astro';
import Note from './prose/Note.astro';
import ActivationPlot from './plot/ActivationPlot.astro';
import Question from './question/Question.astro';
import Statement from './prose/Statement.astro';
import Summary from './prose/Summary.astro';
import Term from './prose/Term.astro';
import Trainer from './trainer/Trainer.astro';

export const authorComponents = {
  ActivationPlot,
  Cite,
  CollapseLab,
  CurveBuilder,
  Derivation,
  Measured,
  Note,
  Question,
  Statement,
  Summary,
  Term,
  Trainer,
};
