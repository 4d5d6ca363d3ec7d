/** A function of a string that comes again and again: what was made of it is kept, and all of it dropped where it grows beyond `most`. */
export function remembered<T>(make: (key: string) => T, most = 20_000): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      if (made.size >= most) made.clear();
      made.set(key, (value = make(key)));
    }
    return value;
  };
}

/** A function of an object that comes again and again: what was made of it is kept as long as the object is. */
export function rememberedOf<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}
