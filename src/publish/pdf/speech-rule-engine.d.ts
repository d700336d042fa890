/** The part of the package's interface that the book uses; it has no types of its own. */
declare module 'speech-rule-engine' {
  interface Engine {
    setupEngine(feature: {
      locale: string;
      domain: 'clearspeak' | 'mathspeak';
      modality: 'speech';
      markup: 'none';
    }): Promise<string>;
    /** @returns what one says for the MathML expression */
    toSpeech(mathml: string): string;
  }
  const engine: Engine;
  export default engine;
}
