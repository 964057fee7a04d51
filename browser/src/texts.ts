// What the player itself says and shows. The page may give each in the person's language.

const ENGLISH = {
  pause: 'Pause',
  go_on: 'Go on',
  paused: 'Paused. Take your time.',
  welcome_back: 'Welcome back. It waited for you. Go on when you are ready.',
  left: 'Left side',
  right: 'Right side',
  both: '',
  count: '{n} of {total}',
  set: 'set {n} of {total}',
  next: 'Next: {what}',
  kept:
    'Psoas does not answer just now. Your session is kept here and saved as soon as it does; ' +
    'you can leave this page open.',
  saved: 'Saved',
  saving: 'Saving',
  waiting: 'Not saved yet',
  hurts_said:
    'Stop here, and come out of it slowly. When you can, say on the screen what it is like. ' +
    'Or press play to leave this exercise out.',
  when_ready: 'Go on when you are ready.',
  skipped: 'This exercise is left out today.',
  stopped: 'That is enough for today. Sit or lie down, and stay where you feel safe.',
  emergency:
    'Stop for now. Sit or lie down, and call your emergency number if this is new, strong, or ' +
    'does not go away at once.',
}

export type TextKey = keyof typeof ENGLISH
export type Texts = (key: TextKey, values?: Record<string, string | number>) => string

export function texts(given: Record<string, string>): Texts {
  return (key, values = {}) =>
    (given[key] ?? ENGLISH[key]).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}
