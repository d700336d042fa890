/**
 * The views of the inside of a network, by name. Each has an Astro part of the same name for the page
 * as it is built (`Network.astro`, …: props `run`, `setup`, `say`), an element with `data-view`, and a
 * module that brings this element up to date, loaded when it is needed.
 */
import type { TrainingSetup } from '#nn/setup.ts';
import type { Run } from '#nn/train.ts';
import type { View } from '../view.ts';
import type { Say } from '../words.ts';

/** What a view needs in every snapshot. */
export type Need = 'inside' | 'units' | 'parameters';

export interface ViewKind {
  readonly needs: readonly Need[];
  readonly load: () => Promise<ViewModule>;
}

interface ViewModule {
  /**
   * @param host The element of the Astro part, with `data-view`. What is in it may be replaced.
   * @param say Messages under `view.` (not `trainer.`; the one in a `ViewContext` is not used).
   */
  create(host: HTMLElement, say: Say): View;
}

/** What the Astro parts are given. */
export interface ViewProps {
  /** As far as the picture of the page shows it. */
  run: Run;
  setup: TrainingSetup;
  /** Messages under `view.`. */
  say: Say;
}

export const viewNames = ['network', 'histograms', 'gradients', 'dead', 'steps'] as const;
export type ViewName = (typeof viewNames)[number];

export const views: Readonly<Record<ViewName, ViewKind>> = {
  network: {
    needs: ['inside', 'units', 'parameters'],
    load: () => import('./network-view.ts'),
  },
  histograms: { needs: ['inside'], load: () => import('./histograms-view.ts') },
  gradients: { needs: ['inside'], load: () => import('./gradients-view.ts') },
  dead: { needs: ['inside'], load: () => import('./dead-view.ts') },
  steps: { needs: ['parameters'], load: () => import('./steps-view.ts') },
};
