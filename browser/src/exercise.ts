// The page of one exercise: its figure moves.

import { Watching } from './figure/watching.ts'

for (const place of document.querySelectorAll<HTMLElement>('[data-figure]')) new Watching(place)
