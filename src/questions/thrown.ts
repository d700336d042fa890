/** What an action says when it throws; nothing when it does not. For checks, which collect problems. */
export function* thrown(action: () => void): Generator<string> {
  try {
    action();
  } catch (error) {
    yield (error as Error).message;
  }
}
