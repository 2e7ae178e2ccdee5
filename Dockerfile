# The command `annals` and the libraries it loads. PostgreSQL is not in here: docker-compose.yml brings it.

FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpq-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /annals
# The dependencies in a layer of their own, fetched again only when the manifest changes.
COPY Package.swift ./
RUN swift package resolve
COPY Schema Schema
COPY Sources Sources
COPY Tests Tests
RUN swift build --configuration release --static-swift-stdlib --product annals

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpq5 ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin annals
COPY --from=build /annals/.build/release/annals /usr/local/bin/annals
# By number, so that an orchestrator can see that it is not root.
USER 10001:10001
ENTRYPOINT ["annals"]
CMD ["--help"]
