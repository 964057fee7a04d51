// Validates FHIR R4 resources with a validator that shares nothing with Psoas: one JSON array of
// resources in, one JSON array with the errors of each out.
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'

const require = createRequire(new URL('../../browser/package.json', import.meta.url))
const { Fhir } = require('fhir')

const validator = new Fhir()
const errors = (resource) =>
  validator
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error')
    .map(({ location, message }) => `${location}: ${message}`)

console.log(JSON.stringify(JSON.parse(await text(process.stdin)).map(errors)))
