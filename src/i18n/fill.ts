/** Puts values into the `{name}` places of a message. A place without a value throws. */
export function fill(
  message: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for ${place} in "${message}".`);
    return String(value);
  });
}
