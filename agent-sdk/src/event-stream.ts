import { eventSchema, type CampaignEvent } from '@case-swarm/schema';
import { EventSourceParserStream } from 'eventsource-parser/stream';

/** Server-sent events as campaign events; what is not one (a newer server's kind) is passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<CampaignEvent> {
  const messages = body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>).pipeThrough(new EventSourceParserStream());
  for await (const message of messages as unknown as AsyncIterable<{ data: string }>) {
    const event = eventSchema.safeParse(JSON.parse(message.data));
    if (event.success) yield event.data;
  }
}
