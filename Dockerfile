# Server and agents; the trainer stays out, with its 290 MB of ONNX Runtime.
FROM node:20-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.base.json tsconfig.json ./
COPY schema/package.json schema/
COPY server/package.json server/
COPY agent-sdk/package.json agent-sdk/
COPY trainer/package.json trainer/
RUN npm ci --ignore-scripts && npm rebuild better-sqlite3
COPY . .
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts && rm -rf node_modules/onnxruntime-node node_modules/onnxruntime-common trainer

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /state && chown node:node /state
USER node
VOLUME /state
EXPOSE 8765
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:8765/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/bin/case-server.js", "--host", "0.0.0.0", "--insecure", "--state-dir", "/state"]
