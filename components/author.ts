/** The components that an author can place in MDX, by the name that the author types. */
import ApproximationTable from './prose/ApproximationTable.astro';
import Backprop from './backprop/Backprop.astro';
import Claim from './claim/Claim.astro';
import Cite from './prose/Cite.astro';
import CollapseLab from './collapse/CollapseLab.astro';
import Compare from './compare/Compare.astro';
import CurveBuilder from './curve-builder/CurveBuilder.astro';
import DepthMeter from './depth/DepthMeter.astro';
import Derivation from './prose/Derivation.astro';
import Experiment from './experiment/Experiment.astro';
import Holds from './prose/Holds.astro';
import Measured from './prose/Measured.astro';
import Note from './prose/Note.astro';
import OwnFunction from './own-function/OwnFunction.astro';
import ActivationPlot from './plot/ActivationPlot.astro';
import PropertyDashboard from './properties/PropertyDashboard.astro';
import Recorded from './prose/Recorded.astro';
import Question from './question/Question.astro';
import OverflowTable from './softmax/OverflowTable.astro';
import SoftmaxLab from './softmax/SoftmaxLab.astro';
import SolvedGrid from './prose/SolvedGrid.astro';
import Statement from './prose/Statement.astro';
import Summary from './prose/Summary.astro';
import Term from './prose/Term.astro';
import Trainer from './trainer/Trainer.astro';

export const authorComponents = {
  ActivationPlot,
  ApproximationTable,
  Backprop,
  Cite,
  Claim,
  CollapseLab,
  Compare,
  CurveBuilder,
  DepthMeter,
  Derivation,
  Experiment,
  Holds,
  Measured,
  Note,
  OwnFunction,
  Question,
  PropertyDashboard,
  Recorded,
  OverflowTable,
  SoftmaxLab,
  SolvedGrid,
  Statement,
  Summary,
  Term,
  Trainer,
};
