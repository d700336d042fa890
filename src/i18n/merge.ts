/** All of the types of a union at once. */
type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/**
 * The messages of several files as one.
 *
 * @param files By name, without `.json`.
 * @throws Error that names both files of each key that stands in two: one message would hide the other.
 */
export function mergeFiles<Files extends Record<string, Readonly<Record<string, string>>>>(
  files: Files,
): Intersection<Files[keyof Files]> {
  const all: Record<string, string> = {};
  const fileOf = new Map<string, string>();
  const twice: string[] = [];
  for (const [file, messages] of Object.entries(files)) {
    for (const [key, text] of Object.entries(messages)) {
      const before = fileOf.get(key);
      if (before) twice.push(`"${key}" stands in ${before}.json and in ${file}.json`);
      fileOf.set(key, file);
      all[key] = text;
    }
  }
  if (twice.length > 0) throw new Error(`messages: ${twice.join('; ')}`);
  return all as Intersection<Files[keyof Files]>;
}
