# The command line in one image: `npm run one-file`, then `docker build --tag carbonclient .` The release workflow pushes it.
# The tag follows the patches of Node 24. docs/releasing.md says how to pin it by its digest.
FROM node:24-alpine
LABEL org.opencontainers.image.title="carbonclient" \
      org.opencontainers.image.description="Sends metrics to Carbon (Graphite) and says whether they arrived" \
      org.opencontainers.image.source="https://github.com/org/carbon-action" \
      org.opencontainers.image.licenses="GPL-3.0-or-later"
COPY LICENSE /usr/share/licenses/carbonclient/LICENSE
COPY --chmod=755 release/carbonclient.cjs /usr/local/bin/carbonclient
USER node
WORKDIR /work
ENTRYPOINT ["carbonclient"]
