/** The record for tools that speak MCP: one stateless endpoint, every answer with its words and sources. */

import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { ChanceryError, type ChanceryRecord, describeError } from '../index.ts';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const limit = z.number().int().min(1).max(100).default(20);

export function addMcp(app: OpenAPIHono, record: ChanceryRecord, version: string): void {
  app.all('/mcp', async (context) => {
    const [{ McpServer }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/mcp.js'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    ]);
    const server = new McpServer({ name: 'chancery', version });
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    addTools(server, record);
    await server.connect(transport as never);
    return await transport.handleRequest(context.req.raw);
  });
}

interface ToolServer {
  registerTool(name: string, config: object, call: (input: never) => Promise<object>): unknown;
}

function addTools(server: unknown, record: ChanceryRecord): void {
  const tool = <S extends z.ZodRawShape>(
    name: string,
    description: string,
    inputSchema: S,
    answer: (input: z.output<z.ZodObject<S>>) => Promise<unknown>,
  ): void => {
    (server as ToolServer).registerTool(
      name,
      { description, inputSchema, annotations: { readOnlyHint: true } },
      async (input: never) => {
        try {
          const found = (await answer(input)) as Record<string, unknown>;
          return { content: [{ type: 'text', text: JSON.stringify(found) }], structuredContent: found };
        } catch (error) {
          const { code, message } = describeError(error);
          const said = error instanceof ChanceryError ? message : 'an internal fault';
          return { isError: true, content: [{ type: 'text', text: `${code}: ${said}` }] };
        }
      },
    );
  };
  tool(
    'timeline',
    'Facts of the record, newest first: who did what to whom, with the evidence sentence, documents, publishers and origins.',
    {
      actor: z.string().optional().describe('a code (USA, UNO), an organisation (ASEAN) or a name'),
      other: z.string().optional().describe('the second of a pair'),
      from: day.optional(),
      to: day.optional(),
      types: z.array(z.string()).optional().describe('PLOVER types: CONSULT, AID, SANCTION …'),
      text: z.string().optional().describe('words the documents contain'),
      limit,
      cursor: z.string().optional(),
    },
    ({ types, ...query }) => record.facts({ ...query, stories: types }),
  );
  tool('document', 'A document with its clean text, findings, flags and grade.', { id: z.string() }, async ({ id }) => {
    const found = await record.document(id);
    if (found === null) throw new ChanceryError('unknown-id', `the record holds nothing with the id ${id}`);
    return found;
  });
  tool(
    'search',
    'Documents that contain these words, newest first, with a snippet.',
    { query: z.string().min(1), limit, cursor: z.string().optional() },
    ({ query, limit: most, cursor }) => record.search(query, { limit: most, ...(cursor ? { cursor } : {}) }),
  );
  tool('stats', 'What the record holds.', {}, () => record.stats());
}
