# Builds the server with its IDE page, and runs it without a shell, without a package manager and not as root.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The IDE page comes through npm at build time; see src/ThreadGraph/Hosting/Ide/Ide.targets.
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source

# What decides the packages comes first, so that a change of code alone restores nothing.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ThreadGraph/ThreadGraph.csproj src/ThreadGraph/
COPY src/ThreadGraph/Hosting/Ide/Ide.targets src/ThreadGraph/Hosting/Ide/
COPY src/ThreadGraph.GraphQL/ThreadGraph.GraphQL.csproj src/ThreadGraph.GraphQL/
COPY src/ThreadGraph.Sandbox/ThreadGraph.Sandbox.csproj src/ThreadGraph.Sandbox/
COPY src/ThreadGraph.Yunxin/ThreadGraph.Yunxin.csproj src/ThreadGraph.Yunxin/
# Publishing compiles ahead for this machine's kind, which takes packages of its own.
RUN dotnet restore src/ThreadGraph --use-current-runtime -p:PublishReadyToRun=true -p:SelfContained=true

COPY src/ src/
# The build itself forgives a missing IDE page; an image without it would be half a product.
RUN dotnet publish src/ThreadGraph -c Release --no-restore -o /app \
    && test -f /app/ide/index.html

# What is published brings the runtime along.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
# The base image sets the ports; the address below takes their place.
ENV ASPNETCORE_HTTP_PORTS="" \
    ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
USER $APP_UID
# No HEALTHCHECK: the image has neither a shell nor an HTTP client to run one with. Point the orchestrator's probes at
# /health/live and /health/ready.
ENTRYPOINT ["./ThreadGraph"]
