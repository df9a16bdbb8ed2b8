import { z } from 'zod'
import { type Command, exit, UsageError } from './command.ts'
import { outputSchemas } from './output-schemas.ts'

export const command: Command = {
  name: 'schema',
  usage: 'schema NAME',
  summary: `Prints the JSON Schema of an output: ${Object.keys(outputSchemas).join(', ')}.`,
  async run(args, io) {
    const [name] = args
    if (name === undefined || !Object.hasOwn(outputSchemas, name)) {
      const says = name === undefined ? 'No schema was named.' : `There is no schema named ${name}.`
      throw new UsageError(says, `Use one of ${Object.keys(outputSchemas).join(', ')}.`)
    }
    const schema = outputSchemas[name as keyof typeof outputSchemas]
    io.out(`${JSON.stringify({ $id: `proviso:${name}`, ...z.toJSONSchema(schema, { io: 'output' }) }, null, 2)}\n`)
    return exit.ok
  },
}
