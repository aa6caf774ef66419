# Production image: compiled program, no compiler, no root, and nothing written outside of /data and /tmp.
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY workers workers
COPY templates templates
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts && rm -rf node_modules/typescript node_modules/@typescript

FROM node:24-bookworm-slim
ENV NODE_ENV=production INTAGREE_HOME=/data HTTP_PORT=8025
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
COPY --from=build /build/templates templates
COPY --from=build /build/src/cli/intagree.js src/cli/intagree.js
# The shipped model, and the labelled mails that `intagree train` learns from again.
COPY --from=build /build/src/learning/shipped-model.jsonl src/learning/shipped-model.jsonl
COPY --from=build /build/src/learning/examples src/learning/examples
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8025
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:8025/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["node", "src/cli/intagree.js"]
CMD ["worker", "all"]
