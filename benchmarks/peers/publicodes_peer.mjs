// publicodes, in its own process: reads commands from standard input, one JSON object a line,
// and writes one JSON object a line. Started by publicodes_peer.py.

import { createInterface } from 'node:readline'
import Engine from 'publicodes'

const silent = { log() {}, warn() {}, error() {} }
// A fact that is absent is "non applicable" in publicodes: its own constant, made once.
const absent = { nodeKind: 'constant', nodeValue: null, missingVariables: {}, isNullable: true }

let engine, asked, compared, persons

function situation(raw) {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, value === null ? absent : value]),
  )
}

function answer(person) {
  engine.setSituation(person)
  for (const name of asked) engine.evaluate(name)
}

const commands = {
  load({ rules, names, all }) {
    // Situations are parsed at once, which its own comment calls the faster way.
    engine = new Engine(rules, { logger: silent, strict: { situation: true } })
    asked = names
    compared = all
    return { node: process.version }
  },
  persons({ facts }) {
    persons = facts.map(situation)
    return {}
  },
  answers() {
    return {
      found: persons.map((person) => {
        answer(person)
        return Object.fromEntries(
          compared.map((name) => [name, engine.evaluate(name).nodeValue ?? null]),
        )
      }),
    }
  },
  time({ loops }) {
    const processor = process.cpuUsage()
    const start = performance.now()
    for (let loop = 0; loop < loops; loop++) for (const person of persons) answer(person)
    const wall = (performance.now() - start) * 1000
    const { user, system } = process.cpuUsage(processor)
    // The clock, or processor time where the process had to wait for others: the shorter.
    return { us: Math.min(wall, user + system) / loops / persons.length }
  },
}

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...rest } = JSON.parse(line)
  let said
  try {
    said = commands[command](rest)
  } catch (error) {
    said = { error: String(error.message ?? error) }
  }
  process.stdout.write(JSON.stringify(said) + '\n')
}
