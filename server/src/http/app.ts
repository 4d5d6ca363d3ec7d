import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Services } from './context.ts';
import { answerProblem, documentOf, problemDocument } from './problem.ts';
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
import { statisticsRoutes } from './routes/statistics.ts';
import { submitCaseRoutes } from './routes/submit-case.ts';
import { validateCaseRoutes } from './routes/validate-case.ts';
import type { TokenGuard } from './tokens.ts';

export interface AppOptions {
  readonly services: Services;
  readonly logger: Logger;
  readonly tokens: TokenGuard | undefined;
}

export function makeApp({ services, logger, tokens }: AppOptions): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    }),
  );
  app.use(async (context, next) => {
    if (services.stopping) return answerProblem(context, problemDocument('shutting-down', 'the server is stopping; try again when it is back', { retryAfterMs: 5000 }));
    const refusal = tokens?.refusalOf(context.req.header('authorization'), context.req.method, context.req.path);
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
  dashboardRoutes(app, services);
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
