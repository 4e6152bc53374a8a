import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { buildRouter } from '../rpc/router.ts';

/** OpenAPI 3.1 of every call, from the contract itself. */
export function describeApi(router: ReturnType<typeof buildRouter>, version: string): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(router, {
    info: {
      title: 'Tillwise',
      version,
      description: 'Everything a till screen can do, a program can do. See docs/api.md for a whole sale.',
    },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  });
}
