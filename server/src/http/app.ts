import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Services } from './context.ts';
import { COOKIE } from '../dashboard/session.ts';
import { answerProblem, documentOf, problemDocument } from './problem.ts';
import { agentRoutes } from './routes/agents.ts';
import { caseRoutes } from './routes/cases.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { eventRoutes } from './routes/events.ts';
import { exportRoutes } from './routes/exports.ts';
import { healthRoutes } from './routes/health.ts';
import { instructionRoutes } from './routes/instructions.ts';
import { leaseRoutes } from './routes/leases.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { nextInstructionRoutes } from './routes/next-instruction.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { refusalRoutes } from './routes/refusals.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import { submitCaseRoutes } from './routes/submit-case.ts';
import { validateCaseRoutes } from './routes/validate-case.ts';
import type { TokenGuard } from './tokens.ts';

export interface AppOptions {
  readonly services: Services;
  readonly logger: Logger;
  readonly tokens: TokenGuard | undefined;
}

/** The page without its data. */
const isPage = (context: Context): boolean => context.req.path === '/dashboard' && (context.req.header('accept') ?? '').includes('text/html');

export function makeApp({ services, logger, tokens }: AppOptions): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  );
  app.use(async (context, next) => {
    if (services.stopping) return answerProblem(context, problemDocument('shutting-down', 'the server is stopping; try again when it is back', { retryAfterMs: 5000 }));
    const refusal = isPage(context)
      ? undefined
      : tokens?.refusalOf({
          authorization: context.req.header('authorization'),
          session: getCookie(context, COOKIE),
          fromPage: context.req.header('x-case-swarm') === 'dashboard',
          method: context.req.method,
          path: context.req.path,
        });
    if (refusal) {
      if (refusal.code === 'unauthorized') context.header('www-authenticate', 'Bearer');
      return answerProblem(context, refusal);
    }
    return next();
  });
  healthRoutes(app, services);
  nextInstructionRoutes(app, services);
  submitCaseRoutes(app, services);
  validateCaseRoutes(app, services);
  leaseRoutes(app, services);
  instructionRoutes(app, services);
  caseRoutes(app, services);
  eventRoutes(app, services);
  exportRoutes(app, services);
  statisticsRoutes(app, services);
  refusalRoutes(app, services);
  agentRoutes(app, services);
  dashboardRoutes(app, services, tokens);
  metricsRoutes(app, services);
  openapiRoutes(app);
  const paths = new Set(app.routes.map((route) => route.path));
  app.notFound((context) => {
    const { path, method } = context.req;
    if (paths.has(path)) {
      context.header(
        'allow',
        app.routes
          .filter((route) => route.path === path)
          .map((route) => route.method)
          .join(', '),
      );
      return answerProblem(context, problemDocument('method-not-allowed', `${path} does not take ${method}`));
    }
    return answerProblem(context, problemDocument('not-found', 'no such page; /openapi.json lists them'));
  });
  app.onError((error, context) => {
    const document = documentOf(error);
    if (document.code === 'internal') logger.error({ err: error, path: context.req.path }, 'request failed');
    return answerProblem(context, document);
  });
  return app;
}
