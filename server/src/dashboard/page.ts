import type { Coverage } from '@case-swarm/schema';
import { html } from 'hono/html';
import { worstMargin } from '../campaign/coverage.ts';
import type { Counts } from '../store/store.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b2430;background:#fbfbf9}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}td,th{padding:.2rem .6rem;text-align:left;border-bottom:1px solid #e3e3dd}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
progress{width:100%;height:1.2rem}h2{font-size:1rem;margin:1.2rem 0 .3rem}@media(prefers-color-scheme:dark){body{color:#e6e8ea;background:#16191d}td,th{border-color:#33383f}}`;

/** The campaign as one page that needs no script: progress, and each axis with its plan. */
export function dashboardPage(coverage: Coverage, counts: Counts): ReturnType<typeof html> {
  const worst = worstMargin(coverage);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="refresh" content="5" />
        <title>Campaign</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>${coverage.training_cases_current} of ${coverage.generation_target} cases</h1>
        <progress max="${coverage.generation_target}" value="${coverage.training_cases_current}"></progress>
        <p>${counts.leased} open leases, ${counts.parked} parked slots, ${coverage.issued} instructions issued; worst margin ${worst.toFixed(1)} rows.</p>
        ${Object.entries(coverage.dimensions).map(
          ([axis, levels]) =>
            html`<h2>${axis}</h2>
              <table>
                <tr>
                  <th>level</th>
                  <th class="n">plan</th>
                  <th class="n">accepted</th>
                  <th class="n">gap</th>
                </tr>
                ${Object.entries(levels).map(
                  ([level, row]) =>
                    html`<tr>
                      <td>${level}</td>
                      <td class="n">${row.target_count}</td>
                      <td class="n">${row.current}</td>
                      <td class="n">${row.gap}</td>
                    </tr>`,
                )}
              </table>`,
        )}
      </body>
    </html>`;
}
