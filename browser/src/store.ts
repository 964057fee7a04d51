// The browser's storage, or memory where it is full or forbidden.

export interface Store {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export function storeOn(kept: () => Kept): Store {
  const memory = new Map<string, string>()
  return {
    get: (key) => memory.get(key) ?? attempt(() => kept().getItem(key), null),
    set(key, value) {
      memory.delete(key)
      if (!attempt(() => (kept().setItem(key, value), true), false)) memory.set(key, value)
    },
    remove(key) {
      memory.delete(key)
      attempt(() => kept().removeItem(key), undefined)
    },
    keys: () => [...new Set([...memory.keys(), ...attempt(() => keysOf(kept()), [])])],
  }
}

function keysOf(kept: Kept): string[] {
  return Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
}

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action()
  } catch {
    return otherwise
  }
}
