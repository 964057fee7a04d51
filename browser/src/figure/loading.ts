// Bodies and clips from the server, each fetched once. What can't be had is simply missing.

import { readClip } from './clip.ts'
import type { Body, ClipData } from './data.ts'
import { Model } from './model.ts'

type Send = (url: string) => Promise<Response>

export class Models {
  private readonly send: Send
  private readonly made = new Map<string, Promise<Model | null>>()
  private body: Promise<Body> | null = null

  constructor(send: Send = (url) => fetch(url)) {
    this.send = send
  }

  /** The model of an exercise, or null; what was missing is asked for anew the next time. */
  of(exercise: string): Promise<Model | null> {
    if (!exercise) return Promise.resolve(null)
    const known = this.made.get(exercise)
    if (known) return known
    const made = this.make(exercise).catch(() => this.forget(exercise))
    this.made.set(exercise, made)
    return made
  }

  private async make(exercise: string): Promise<Model> {
    this.body ??= this.get<Body>('body')
    const [body, clip] = await Promise.all([this.body, this.get<ClipData>(exercise)])
    return new Model(body, readClip(clip))
  }

  private forget(exercise: string): null {
    this.made.delete(exercise)
    this.body = null
    return null
  }

  private async get<T>(name: string): Promise<T> {
    const answer = await this.send(`/figures/${encodeURIComponent(name)}.json`)
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    return (await answer.json()) as T
  }
}
